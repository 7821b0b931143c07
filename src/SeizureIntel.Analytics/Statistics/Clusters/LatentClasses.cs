using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Loops;

namespace SeizureIntel.Analytics.Statistics.Clusters;

/// <summary>Finds groups of records that share a way of working, from their codes alone.</summary>
public static class LatentClasses
{
    /// <summary>Fits a number of classes.</summary>
    /// <param name="records">Category of each variable, from 0; -1 = missing. At least one record.</param>
    /// <param name="categories">Number of categories of each variable.</param>
    /// <param name="classes">Number of classes, at least 1.</param>
    /// <param name="smoothing">Pseudo-records a cell; .5 keeps shares off 0 and 1, 0 gives the plain maximum of the likelihood.</param>
    /// <param name="starts">Starting points, at least 1; the best is kept.</param>
    /// <param name="seed">Seed of the starting points; the same seed gives the same answer.</param>
    /// <returns>The classes, largest first, or the reason why there are none.</returns>
    /// <exception cref="ArgumentException">A record has another number of variables, or a category out of range.</exception>
    /// <remarks>Assumes variables that are independent within a class. Distinct records x classes x variables x steps, in parallel over the starts.
    /// Source: L. Goodman, Exploratory latent structure analysis, Biometrika 61 (1974), p. 215; D. Linzer, J. Lewis, poLCA, Journal of Statistical
    /// Software 42(10) (2011), section 2.</remarks>
    public static Outcome<LatentClassFit> Fit(
        IReadOnlyList<IReadOnlyList<int>> records,
        IReadOnlyList<int> categories,
        int classes,
        double smoothing = 0.5,
        int starts = 25,
        ulong seed = 1
    )
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        foreach (var record in records)
        {
            if (record.Count != categories.Count || record.Where((value, v) => value < -1 || value >= categories[v]).Any())
            {
                throw new ArgumentException(
                    $"Record {string.Join(", ", record)}; expected one category a variable, from -1 to below {string.Join(", ", categories)}.",
                    nameof(records)
                );
            }
        }

        var parameters = classes - 1 + (classes * categories.Sum(c => c - 1));
        if (records.Count == 0 || categories.Count == 0 || records.Count <= classes)
        {
            return Outcome<LatentClassFit>.NotTestable("no variable, or fewer records than classes");
        }

        var patterns = records
            .GroupBy(r => string.Join(',', r), StringComparer.Ordinal)
            .Select(g => (Levels: g.First().ToArray(), Count: (double)g.Count()))
            .ToArray();
        var fits = new LatentClassSearch[classes == 1 ? 1 : starts];
        Parallel.For(0, fits.Length, SideBySide.Here(), i =>
        {
            fits[i] = new LatentClassSearch(patterns, [.. categories], classes, smoothing, unchecked((seed * 1_000_003) + (ulong)i));
            fits[i].Run(1500, 1e-7);
        });

        // Starts that lag behind may still win: the five best are taken to the end.
        var best = fits.OrderByDescending(f => f.LogLikelihood).Take(5).ToArray();
        Parallel.ForEach(best, SideBySide.Here(), fit => fit.Run(20_000, 1e-10));
        return Outcome<LatentClassFit>.Of(best.MaxBy(f => f.LogLikelihood)!.ToFit(parameters, records.Count));
    }
}
