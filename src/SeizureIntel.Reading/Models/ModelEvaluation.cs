using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Reading.Models;

/// <summary>Calibrates a model on texts that it had not seen, and measures it on them.</summary>
/// <param name="unseen">The texts.</param>
/// <param name="isRight">Whether a proposed code (first) serves where the second is known.</param>
internal sealed class ModelEvaluation(IReadOnlyList<JudgedText> unseen, Func<string, string, bool> isRight)
{
    private const int FewestInClass = 5;
    private const int FewestToJudge = 30;
    private const double LeastThreshold = 0.5;
    private const double ThresholdStep = 0.005;
    private const double Never = 1.01;
    private const int Bins = 10;

    /// <summary>Divisor of the scores, lowest probability proposed, and what probabilities are worth, from all texts: a kept model works with these.</summary>
    public (double Temperature, double Threshold, IReadOnlyList<CalibrationStep> Worth) Calibration { get; } = Calibrate(unseen, isRight);

    /// <summary>The card. A text is measured with what the other parts of the groups give: none of it has seen the text.</summary>
    public ModelCard Card(ModelCard blank, IReadOnlyList<TextExample> examples, IReadOnlyList<string> groups)
    {
        List<Measured> all = [];
        foreach (IGrouping<int, JudgedText> fold in unseen.GroupBy(u => u.Fold))
        {
            (double temperature, double threshold, IReadOnlyList<CalibrationStep> worth) = Calibrate(
                [.. unseen.Where(u => u.Fold != fold.Key)],
                isRight
            );
            foreach (JudgedText text in fold)
            {
                (string Code, double Probability)? proposed = TextModel.Chosen(text.Likely(temperature), threshold);
                all.Add(
                    new Measured(
                        text,
                        Isotonic.Realised(worth, text.Probability(temperature)),
                        isRight(text.Code, text.Example.Code),
                        proposed is not null,
                        proposed is { } one && isRight(one.Code, text.Example.Code)
                    )
                );
            }
        }

        CardRow whole = Part("all", all);
        List<ReliabilityBin> bins =
        [
            .. all.GroupBy(a => Math.Min(Bins - 1, (int)(a.P * Bins)))
                .OrderBy(b => b.Key)
                .Select(b => new ReliabilityBin(
                    (double)b.Key / Bins,
                    b.Count(),
                    b.Average(a => a.P),
                    b.Average(a => a.IsBestRight ? 1.0 : 0)
                )),
        ];
        return blank with
        {
            Examples = examples.Count,
            Classes = examples.Select(e => e.Code).Distinct(StringComparer.Ordinal).Count(),
            Groups = groups,
            Threshold = Calibration.Threshold,
            Temperature = Calibration.Temperature,
            Calibration = Calibration.Worth,
            Precision = whole.Precision,
            Coverage = all.Count == 0 ? 0 : (double)whole.Proposed / all.Count,
            CalibrationError = all.Count == 0 ? 0 : bins.Sum(b => b.Texts * Math.Abs(b.Stated - b.Realised)) / all.Count,
            ByWords = ByWords(all),
            BeyondWords = Part("beyond words", all.FindAll(m => m.Text.ByWords is null)),
            ByGroup = Parts(all, m => m.Text.Example.Group, 1),
            ByLanguage = Parts(all, m => m.Text.Example.Language, 1),
            ByClass = Parts(all, m => m.Text.Example.Code, FewestInClass),
            Reliability = bins,
        };
    }

    private static (double Temperature, double Threshold, IReadOnlyList<CalibrationStep> Worth) Calibrate(
        IReadOnlyList<JudgedText> texts,
        Func<string, string, bool> isRight
    )
    {
        double temperature = Temperature(texts, isRight);
        return (
            temperature,
            Threshold(texts, temperature, isRight),
            Isotonic.Of(texts.Select(t => (t.Probability(temperature), isRight(t.Code, t.Example.Code))))
        );
    }

    // The one divisor under which the unseen texts are most likely. Source: C. Guo et al., On calibration of modern neural networks, ICML 2017.
    private static double Temperature(IReadOnlyList<JudgedText> unseen, Func<string, string, bool> isRight)
    {
        double best = 1,
            least = double.PositiveInfinity;
        for (double t = 0.1; t < 8; t *= 1.1)
        {
            double loss = 0;
            foreach (JudgedText one in unseen)
            {
                double p = Math.Clamp(one.Probability(t), 1e-9, 1 - 1e-9);
                loss -= Math.Log(isRight(one.Code, one.Example.Code) ? p : 1 - p);
            }

            if (loss < least)
                (best, least) = (t, loss);
        }

        return best;
    }

    // The lowest probability from which on the wanted share of what is proposed is right, with at least thirty texts.
    private static double Threshold(IReadOnlyList<JudgedText> texts, double temperature, Func<string, string, bool> isRight)
    {
        (double P, bool IsRight)[][] likely =
        [
            .. texts.Select(t => t.Likely(temperature).Select(l => (l.Probability, isRight(l.Code, t.Example.Code))).ToArray()),
        ];
        for (double threshold = LeastThreshold; threshold < 1; threshold += ThresholdStep)
        {
            int proposed = 0,
                right = 0;
            foreach ((double P, bool IsRight)[] of in likely)
            {
                int chosen = Array.FindLastIndex(of, l => l.P >= threshold);
                proposed += chosen >= 0 ? 1 : 0;
                right += chosen >= 0 && of[chosen].IsRight ? 1 : 0;
            }

            if (proposed < FewestToJudge)
                break;
            if (right >= ModelTrainer.WantedPrecision * proposed)
                return threshold;
        }

        return Never;
    }

    private CardRow ByWords(List<Measured> all)
    {
        List<Measured> named = all.FindAll(m => m.Text.ByWords is not null);
        int right = named.Count(m => isRight(m.Text.ByWords!, m.Text.Example.Code));
        return Row("words", all.Count, named.Count, right);
    }

    private static IReadOnlyList<CardRow> Parts(List<Measured> all, Func<Measured, string> part, int fewest) =>
        [
            .. all.GroupBy(part, StringComparer.Ordinal)
                .Where(p => p.Count() >= fewest)
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => Part(p.Key, [.. p])),
        ];

    private static CardRow Part(string part, List<Measured> texts) =>
        Row(part, texts.Count, texts.Count(t => t.IsProposed), texts.Count(t => t.IsRight));

    private static CardRow Row(string part, int texts, int proposed, int right) =>
        new(part, texts, proposed, right, proposed == 0 ? null : (double)right / proposed, texts == 0 ? 0 : (double)right / texts);

    private readonly record struct Measured(JudgedText Text, double P, bool IsBestRight, bool IsProposed, bool IsRight);
}
