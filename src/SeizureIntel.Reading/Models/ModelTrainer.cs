using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace SeizureIntel.Reading.Models;

/// <summary>Trains a model and measures it on texts from groups that it has not seen.</summary>
/// <param name="seed">Makes the training the same each time.</param>
public sealed class ModelTrainer(int seed)
{
    /// <summary>Right of proposed that the threshold is chosen for.</summary>
    public const double WantedPrecision = 0.95;

    private const int Iterations = 15;
    private const int MostFolds = 6;
    private const double LargestFit = 3e7;
    private const float Ridge = 1e-5f;
    private const int FewestInClass = 5;
    private const int FewestToJudge = 30;
    private const int Bins = 10;

    /// <summary>Trains on all examples; the card's figures come from leaving out each group once, in six folds at most.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="field">The field that it proposes.</param>
    /// <param name="examples">Texts with their codes; at least two codes and two groups.</param>
    /// <param name="trained">When.</param>
    /// <param name="isRight">Whether a proposed code (first) serves where the second is known; equality where null.</param>
    /// <param name="progress">Told the share of the work done, 0 to 1.</param>
    /// <param name="stop">Stops between two trainings.</param>
    /// <exception cref="ArgumentException">There are too few codes or groups.</exception>
    public TextModel Train(
        string name,
        string field,
        IReadOnlyList<TextExample> examples,
        DateTimeOffset trained,
        Func<string, string, bool>? isRight = null,
        IProgress<double>? progress = null,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(examples);
        string[] groups = [.. examples.Select(e => e.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (groups.Length < 2 || examples.Select(e => e.Code).Distinct(StringComparer.Ordinal).Take(2).Count() < 2)
            throw new ArgumentException("Found fewer than two codes or two groups of texts; a model needs both.", nameof(examples));
        isRight ??= static (proposed, known) => proposed == known;
        // Whole groups share a fold; more folds than this would tell little more and cost as much again each.
        int folds = Math.Min(groups.Length, MostFolds);
        Dictionary<string, int> foldOf = groups.Select((g, i) => (g, i)).ToDictionary(p => p.g, p => p.i % folds, StringComparer.Ordinal);
        var unseen = new List<Judged>();
        for (int fold = 0; fold < folds; fold++)
        {
            stop.ThrowIfCancellationRequested();
            List<TextExample> held = [.. examples.Where(e => foldOf[e.Group] == fold)];
            List<TextExample> known = [.. examples.Where(e => foldOf[e.Group] != fold)];
            var seen = known.Select(e => e.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
            TextModel without = Fit(known, Blank(name, field));
            // A text that another group has too is no unknown text.
            foreach (TextExample example in held.Where(e => !seen.Contains(e.Text)))
            {
                if (without.Scores(example.Text) is { } scores)
                    unseen.Add(new Judged(example, without.Codes, scores));
            }

            progress?.Report((fold + 1.0) / (folds + 1));
        }

        stop.ThrowIfCancellationRequested();
        double temperature = Temperature(unseen, isRight);
        ModelCard card = Card(name, field, trained, examples, groups, unseen, temperature, isRight);
        TextModel model = Fit(examples, card);
        progress?.Report(1);
        return model;
    }

    private ModelCard Blank(string name, string field) => new(name, field, default, seed, 0, 0, [], 0, 1, null, 0, 0, [], [], []);

    private TextModel Fit(IReadOnlyList<TextExample> examples, ModelCard card)
    {
        var context = new MLContext(seed);
        string[] codes = [.. examples.Select(e => e.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, uint> keys = codes.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => (uint)p.i, StringComparer.Ordinal);
        SchemaDefinition shape = SchemaDefinition.Create(typeof(Row));
        shape[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, TextFeatures.Size);
        shape[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), codes.Length);
        IDataView data = context.Data.LoadFromEnumerable(
            examples.Select(e => new Row { Label = keys[e.Code], Features = TextFeatures.Of(e.Text) }),
            shape
        );
        SdcaMaximumEntropyMulticlassTrainer trainer = context.MulticlassClassification.Trainers.SdcaMaximumEntropy(
            new SdcaMaximumEntropyMulticlassTrainer.Options
            {
                LabelColumnName = nameof(Row.Label),
                FeatureColumnName = nameof(Row.Features),
                NumberOfThreads = 1,
                // Each pass visits every class for every text: many classes get fewer passes, so that a training stays within a minute.
                MaximumNumberOfIterations = (int)Math.Clamp(LargestFit / ((double)examples.Count * codes.Length), 5, Iterations),
                L2Regularization = Ridge,
                L1Regularization = 0,
                Shuffle = true,
            }
        );
        return new TextModel(trainer.Fit(context.Data.Cache(data)), data.Schema, codes, card);
    }

    // The one divisor under which the unseen texts are most likely. Source: C. Guo et al., On calibration of modern neural networks, ICML 2017.
    private static double Temperature(List<Judged> unseen, Func<string, string, bool> isRight)
    {
        double best = 1,
            least = double.PositiveInfinity;
        for (double t = 0.1; t < 8; t *= 1.1)
        {
            double loss = 0;
            foreach (Judged one in unseen)
            {
                double p = Math.Clamp(one.Probability(t), 1e-9, 1 - 1e-9);
                loss -= Math.Log(isRight(one.Code, one.Example.Code) ? p : 1 - p);
            }

            if (loss < least)
                (best, least) = (t, loss);
        }

        return best;
    }

    // The lowest probability above which the wanted share is right, counted from the most certain down, with at least thirty texts.
    private static double Threshold(List<(double P, bool Right)> sorted)
    {
        double threshold = 1.01;
        int right = 0;
        for (int i = 0; i < sorted.Count; i++)
        {
            right += sorted[i].Right ? 1 : 0;
            bool isLast = i + 1 == sorted.Count || sorted[i + 1].P < sorted[i].P;
            if (isLast && i + 1 >= FewestToJudge && right >= WantedPrecision * (i + 1))
                threshold = sorted[i].P;
        }

        return threshold;
    }

    private ModelCard Card(
        string name,
        string field,
        DateTimeOffset trained,
        IReadOnlyList<TextExample> examples,
        string[] groups,
        List<Judged> unseen,
        double temperature,
        Func<string, string, bool> isRight
    )
    {
        List<(Judged One, double P, bool Right)> all =
        [
            .. unseen.Select(u => (u, u.Probability(temperature), isRight(u.Code, u.Example.Code))).OrderByDescending(u => u.Item2),
        ];
        double threshold = Threshold([.. all.Select(a => (a.P, a.Right))]);
        List<(Judged One, double P, bool Right)> proposed = [.. all.Where(a => a.P >= threshold)];
        List<ReliabilityBin> bins =
        [
            .. all.GroupBy(a => Math.Min(Bins - 1, (int)(a.P * Bins)))
                .OrderBy(b => b.Key)
                .Select(b => new ReliabilityBin((double)b.Key / Bins, b.Count(), b.Average(a => a.P), b.Average(a => a.Right ? 1.0 : 0))),
        ];
        return new ModelCard(
            name,
            field,
            trained,
            seed,
            examples.Count,
            examples.Select(e => e.Code).Distinct(StringComparer.Ordinal).Count(),
            groups,
            threshold,
            temperature,
            proposed.Count == 0 ? null : proposed.Average(a => a.Right ? 1.0 : 0),
            all.Count == 0 ? 0 : (double)proposed.Count / all.Count,
            all.Count == 0 ? 0 : bins.Sum(b => b.Texts * Math.Abs(b.Stated - b.Realised)) / all.Count,
            [
                .. all.GroupBy(a => a.One.Example.Language, StringComparer.Ordinal)
                    .OrderBy(l => l.Key, StringComparer.Ordinal)
                    .Select(l => Part(l.Key, [.. l], threshold)),
            ],
            [
                .. all.GroupBy(a => a.One.Example.Code, StringComparer.Ordinal)
                    .Where(c => c.Count() >= FewestInClass)
                    .OrderBy(c => c.Key, StringComparer.Ordinal)
                    .Select(c => Part(c.Key, [.. c], threshold)),
            ],
            bins
        );
    }

    private static CardRow Part(string part, List<(Judged One, double P, bool Right)> texts, double threshold)
    {
        int proposed = texts.Count(t => t.P >= threshold),
            right = texts.Count(t => t.P >= threshold && t.Right);
        return new CardRow(
            part,
            texts.Count,
            proposed,
            right,
            proposed == 0 ? null : (double)right / proposed,
            (double)right / texts.Count
        );
    }

    private sealed record Judged(TextExample Example, IReadOnlyList<string> Codes, double[] Scores)
    {
        private readonly int _best = Array.IndexOf(Scores, Scores.Max());

        public string Code => Codes[_best];

        public double Probability(double temperature) => TextModel.Softmax(Scores, _best, temperature);
    }

    private sealed class Row
    {
        public uint Label { get; set; }

        public VBuffer<float> Features { get; set; }
    }
}
