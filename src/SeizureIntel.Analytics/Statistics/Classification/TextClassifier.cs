using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Classification;

/// <summary>Proposes classes for a text, such as headings, from texts whose class is accepted.</summary>
public sealed class TextClassifier
{
    private const int FewestTexts = 10;
    private const int HeldOutOneIn = 5;
    private const double LeastConfidence = 0.5;

    private readonly double[] _rarity;
    private readonly (string Class, LinearMachine Machine, ScoreScale Scale)[] _machines;

    private TextClassifier(double[] rarity, (string Class, LinearMachine Machine, ScoreScale Scale)[] machines)
    {
        _rarity = rarity;
        _machines = machines;
    }

    /// <summary>Learns from accepted examples.</summary>
    /// <param name="examples">Texts with their class; train on the past, judge on the next period.</param>
    /// <param name="seed">Seed of the order of examples.</param>
    /// <returns>The classifier, or the reason why there is none.</returns>
    /// <remarks>Assumes that next period's texts are written like these. Classes x features x passes, in parallel over the classes. Source: Hsieh et
    /// al. 2008 (machine, one class against the rest); Platt 1999 (confidence, on every fifth text held out); Weinberger et al. 2009
    /// (features).</remarks>
    public static Outcome<TextClassifier> Learn(IReadOnlyList<(string Text, string Class)> examples, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var classes = examples.Select(e => e.Class).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (examples.Count < FewestTexts || classes.Length < 2)
        {
            return Outcome<TextClassifier>.NotTestable($"fewer than {FewestTexts} texts, or one class only");
        }

        var counts = examples.Select(e => HashedFeatures.Counts(e.Text)).ToArray();
        var rarity = Rarity(counts);
        var rows = counts.Select(c => Weigh(c, rarity)).ToArray();

        // Dealt by a seeded order, so that a sorted file does not hold out one class alone.
        var random = new SplitMix64(seed);
        var order = Enumerable.Range(0, rows.Length).Select(i => (Key: random.Next(), i)).OrderBy(p => p.Key).Select(p => p.i).ToArray();
        var held = order.Where((_, place) => place % HeldOutOneIn == 0).ToHashSet();
        int[] kept = [.. Enumerable.Range(0, rows.Length).Where(i => !held.Contains(i))];
        var machines = new (string Class, LinearMachine Machine, ScoreScale Scale)?[classes.Length];
        Parallel.For(0, classes.Length, c =>
        {
            var isPositive = examples.Select(e => string.Equals(e.Class, classes[c], StringComparison.Ordinal)).ToArray();
            var final = LinearMachine.Learn(rows, isPositive, HashedFeatures.Count, seed: seed).Value;
            var partial = LinearMachine
                .Learn([.. kept.Select(i => rows[i])], [.. kept.Select(i => isPositive[i])], HashedFeatures.Count, seed: seed)
                .Value
                ?? final;
            if (final is not null)
            {
                var scale = ScoreScale.Learn(
                    [.. held.Order().Select(i => partial!.Score(rows[i]))],
                    [.. held.Order().Select(i => isPositive[i])]
                );
                machines[c] = (classes[c], final, scale);
            }
        });
        return Outcome<TextClassifier>.Of(new TextClassifier(rarity, [.. machines.Where(m => m is not null).Select(m => m!.Value)]));
    }

    /// <summary>Proposes classes.</summary>
    /// <param name="text">A text.</param>
    /// <param name="most">Most proposals, 3 is usual.</param>
    /// <returns>The most likely classes, best first; they are for a person to choose from.</returns>
    /// <remarks>Assumes texts like those learned from. Classes x features. Source: Hsieh et al. 2008; Platt 1999.</remarks>
    public IReadOnlyList<Proposal> Propose(string text, int most = 3)
    {
        ArgumentNullException.ThrowIfNull(text);
        var row = Weigh(HashedFeatures.Counts(text), _rarity);
        return
        [
            .. _machines
                .Select(m => (m.Class, Score: m.Machine.Score(row), m.Scale))
                .OrderByDescending(m => m.Score)
                .Take(most)
                .Select(m => new Proposal(m.Class, m.Scale.Probability(m.Score))),
        ];
    }

    /// <summary>The first proposal if it is certain enough.</summary>
    /// <param name="text">A text.</param>
    /// <returns>The class, or null where the confidence is below .5 or the text has no letter.</returns>
    /// <remarks>Assumes texts like those learned from. Source: Platt 1999; C. Chow, On optimum recognition error and reject tradeoff, IEEE
    /// Transactions on Information Theory 16 (1970), p. 41.</remarks>
    public Proposal? FindCertain(string text) => Propose(text, 1) is [{ Confidence: >= LeastConfidence } first] ? first : null;

    private static double[] Rarity(IReadOnlyDictionary<int, int>[] documents)
    {
        var holding = new int[HashedFeatures.Count];
        foreach (var feature in documents.SelectMany(d => d.Keys))
        {
            holding[feature]++;
        }

        return [.. holding.Select(h => Math.Log((1.0 + documents.Length) / (1.0 + h)) + 1)];
    }

    private static SparseVector Weigh(IReadOnlyDictionary<int, int> counts, double[] rarity)
    {
        var vector = SparseVector.Of(counts.Select(c => (c.Key, (1 + Math.Log(c.Value)) * rarity[c.Key])));
        return vector.Scaled(Math.Sqrt(vector.Values.Sum(v => v * v)));
    }
}
