using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Classification;

/// <summary>Naive Bayes that learns each class from all the others: sturdy where classes differ much in size.</summary>
/// <param name="Weights">For each class the weight (nats) of each feature.</param>
public sealed record ComplementNaiveBayes(IReadOnlyList<IReadOnlyList<double>> Weights)
{
    /// <summary>Learns from counted features.</summary>
    /// <param name="rows">Features of each text, at least 0, all of one length.</param>
    /// <param name="classes">Class of each text, numbered from 0.</param>
    /// <param name="smoothing">Pseudo-count of every feature, above 0.</param>
    /// <param name="isNormalised">Whether the weights of a class are divided by their sum.</param>
    /// <returns>The model, or the reason why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a feature is negative.</exception>
    /// <remarks>Assumes features that are independent given the class. Linear. Source: J. Rennie et al., Tackling the poor assumptions of naive Bayes
    /// text classifiers, ICML 2003, section 4.4; as in scikit-learn.</remarks>
    public static Outcome<ComplementNaiveBayes> Learn(
        IReadOnlyList<IReadOnlyList<double>> rows,
        IReadOnlyList<int> classes,
        double smoothing = 1,
        bool isNormalised = false
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smoothing);
        if (rows.Count != classes.Count || rows.Any(r => r.Count != rows[0].Count || r.Any(v => v < 0)) || classes.Any(c => c < 0))
        {
            throw new ArgumentException(
                $"{rows.Count} texts and {classes.Count} classes; expected one class from 0 a text, and features of one length, each at least 0.",
                nameof(rows)
            );
        }

        if (rows.Count == 0 || classes.Distinct().Count() < 2)
        {
            return Outcome<ComplementNaiveBayes>.NotTestable("fewer than two classes");
        }

        var features = rows[0].Count;
        var counts = new double[classes.Max() + 1][];
        for (var c = 0; c < counts.Length; c++)
        {
            counts[c] = new double[features];
        }

        var all = new double[features];
        for (var i = 0; i < rows.Count; i++)
        {
            for (var f = 0; f < features; f++)
            {
                counts[classes[i]][f] += rows[i][f];
                all[f] += rows[i][f];
            }
        }

        var weights = counts.Select(own =>
        {
            var others = all.Select((total, f) => total + smoothing - own[f]).ToArray();
            var sum = others.Sum();
            var logs = others.Select(o => Math.Log(o / sum)).ToArray();
            var scale = isNormalised ? logs.Sum() : -1;
            return (IReadOnlyList<double>)[.. logs.Select(l => l / scale)];
        });
        return Outcome<ComplementNaiveBayes>.Of(new ComplementNaiveBayes([.. weights]));
    }

    /// <summary>How well a text fits each class.</summary>
    /// <param name="row">Features of the text.</param>
    /// <returns>Scores (nats), one a class; the largest is the best.</returns>
    /// <remarks>Assumes equal prior probabilities. Linear. Source: Rennie et al. 2003, section 4.4.</remarks>
    public IReadOnlyList<double> Scores(IReadOnlyList<double> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return [.. Weights.Select(w => w.Zip(row, (a, b) => a * b).Sum())];
    }
}
