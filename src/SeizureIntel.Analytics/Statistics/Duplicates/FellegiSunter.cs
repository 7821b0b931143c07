using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Duplicates;

/// <summary>Learns from the pairs themselves how alike two reports of one seizure are.</summary>
public static class FellegiSunter
{
    private const int FewestFields = 3;
    private const double StartTopShare = 0.9;
    private const double Stop = 1e-12;

    /// <summary>Estimates the model by expectation and maximisation.</summary>
    /// <param name="patterns">Counts of the patterns of agreement among candidate pairs.</param>
    /// <param name="topLevels">Highest level of each field, at least 1.</param>
    /// <param name="startShare">Share of same pairs to start from (0 to 1).</param>
    /// <param name="most">Most steps (count).</param>
    /// <returns>The model, or the reason why it cannot be estimated: then take agreement shares of .9 among the same as given.</returns>
    /// <exception cref="ArgumentException">A pattern has another number of fields, or a level above its field's highest.</exception>
    /// <remarks>Assumes fields that are independent given the truth, and real duplicates of at least about .1 % of the pairs. Patterns x fields x
    /// steps. Source: I. Fellegi, A. Sunter 1969; W. Winkler, Using the EM algorithm for weight computation in the Fellegi-Sunter model, ASA Section
    /// on Survey Research Methods 1988 (2000 reprint), section 2; a missing field counts as factor 1.</remarks>
    public static Outcome<LinkageModel> Estimate(
        IReadOnlyList<LinkagePattern> patterns,
        IReadOnlyList<int> topLevels,
        double startShare = 0.001,
        int most = 5000
    )
    {
        ArgumentNullException.ThrowIfNull(patterns);
        ArgumentNullException.ThrowIfNull(topLevels);
        Reject(patterns, topLevels);
        double pairs = patterns.Sum(p => (long)p.Count);
        if (topLevels.Count < FewestFields || pairs == 0)
        {
            return Outcome<LinkageModel>.NotTestable(
                $"fewer than {FewestFields} fields, or no pair: same and other pairs cannot be told apart"
            );
        }

        var levels = patterns.Select(p => p.Levels.ToArray()).ToArray();
        var counts = patterns.Select(p => (double)p.Count).ToArray();
        var share = startShare;
        var same = topLevels
            .Select(top => Enumerable.Range(0, top + 1).Select(l => l == top ? StartTopShare : (1 - StartTopShare) / top).ToArray())
            .ToArray();
        var other = Margins(levels, counts, topLevels);
        var posterior = new double[levels.Length];
        var iterations = 0;
        for (var change = 1.0; iterations < most && change > Stop; iterations++)
        {
            var matched = 0.0;
            for (var i = 0; i < levels.Length; i++)
            {
                double a = share,
                    b = 1 - share;
                for (var f = 0; f < same.Length; f++)
                {
                    if (levels[i][f] is var level and >= 0)
                    {
                        a *= same[f][level];
                        b *= other[f][level];
                    }
                }

                posterior[i] = a + b > 0 ? a / (a + b) : 0;
                matched += posterior[i] * counts[i];
            }

            change = Math.Abs((matched / pairs) - share);
            share = matched / pairs;
            for (var f = 0; f < same.Length; f++)
            {
                change = Math.Max(change, Update(levels, counts, posterior, f, same[f], isSame: true));
                change = Math.Max(change, Update(levels, counts, posterior, f, other[f], isSame: false));
            }
        }

        return share <= 0 || share >= 1
            ? Outcome<LinkageModel>.NotTestable("all pairs look alike: same and other pairs cannot be told apart")
            : Outcome<LinkageModel>.Of(new LinkageModel(share, same, other, LogLikelihood(levels, counts, share, same, other), iterations));
    }

    private static void Reject(IReadOnlyList<LinkagePattern> patterns, IReadOnlyList<int> topLevels)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Levels.Count != topLevels.Count || pattern.Levels.Where((level, f) => level < -1 || level > topLevels[f]).Any())
            {
                throw new ArgumentException(
                    $"Levels {string.Join(", ", pattern.Levels)}; expected one a field, from -1 up to {string.Join(", ", topLevels)}.",
                    nameof(patterns)
                );
            }
        }
    }

    private static double[][] Margins(int[][] levels, double[] counts, IReadOnlyList<int> topLevels)
    {
        var margins = new double[topLevels.Count][];
        for (var f = 0; f < margins.Length; f++)
        {
            var margin = new double[topLevels[f] + 1];
            Array.Fill(margin, 0.5);
            for (var i = 0; i < levels.Length; i++)
            {
                if (levels[i][f] >= 0)
                {
                    margin[levels[i][f]] += counts[i];
                }
            }

            var sum = margin.Sum();
            margins[f] = [.. margin.Select(m => m / sum)];
        }

        return margins;
    }

    private static double Update(int[][] levels, double[] counts, double[] posterior, int field, double[] shares, bool isSame)
    {
        var sums = new double[shares.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            if (levels[i][field] is var level and >= 0)
            {
                sums[level] += counts[i] * (isSame ? posterior[i] : 1 - posterior[i]);
            }
        }

        var total = sums.Sum();
        var change = 0.0;
        for (var l = 0; l < shares.Length && total > 0; l++)
        {
            var next = sums[l] / total;
            change = Math.Max(change, Math.Abs(next - shares[l]));
            shares[l] = next;
        }

        return change;
    }

    private static double LogLikelihood(int[][] levels, double[] counts, double share, double[][] same, double[][] other)
    {
        var sum = 0.0;
        for (var i = 0; i < levels.Length; i++)
        {
            double a = share,
                b = 1 - share;
            for (var f = 0; f < same.Length; f++)
            {
                a *= levels[i][f] < 0 ? 1 : same[f][levels[i][f]];
                b *= levels[i][f] < 0 ? 1 : other[f][levels[i][f]];
            }

            sum += counts[i] * Math.Log(a + b);
        }

        return sum;
    }
}
