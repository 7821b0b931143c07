using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>Rank tests of trend and shift, which need no law of the counts.</summary>
public static class MannKendall
{
    private const double Z95 = 1.959963984540054;

    /// <summary>Mann-Kendall test and Sen's slope of a series without season.</summary>
    /// <param name="values">One value a period, oldest first; NaN = missing, left out with its time kept.</param>
    /// <returns>The test, or the reason why there is none.</returns>
    /// <remarks>
    /// Assumes independent values; use monthly or quarterly sums, 12 or more for a fair test. Equal values give p = 1 and slope 0. Quadratic.
    /// Source: H. B. Mann, Nonparametric tests against trend, Econometrica 13 (1945); P. K. Sen, Estimates of the regression coefficient based on
    /// Kendall's tau, JASA 63 (1968), eq. 3.6.
    /// </remarks>
    public static Outcome<MonotoneTrend> Test(ReadOnlySpan<double> values) => Seasonal(values, 1, leastSeasons: 0);

    /// <summary>Seasonal Mann-Kendall test and seasonal Sen slope: only the same season of different years is compared.</summary>
    /// <param name="values">One value a period, oldest first; NaN = missing.</param>
    /// <param name="periodsPerYear">Seasons a year, 12 for months, 4 for quarters.</param>
    /// <param name="fewestYears">Years that are needed.</param>
    /// <returns>The test, the slope a year, or the reason why there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 seasons a year.</exception>
    /// <remarks>Assumes independent values and independent seasons; 3 years or more for a fair test. Source: R. Hirsch, J. Slack, J. Smith,
    /// Techniques of trend analysis for monthly water quality data, Water Resources Research 18 (1982), eq. 3-8.</remarks>
    public static Outcome<MonotoneTrend> SeasonalTest(ReadOnlySpan<double> values, int periodsPerYear, int fewestYears = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periodsPerYear, 2);
        return Seasonal(values, periodsPerYear, leastSeasons: fewestYears);
    }

    /// <summary>Pettitt's test of a single shift.</summary>
    /// <param name="values">One value a period, oldest first, none missing.</param>
    /// <returns>The test, or the reason why there is none.</returns>
    /// <remarks>Assumes independent values; the p-value is approximate and held at 1. Source: A. N. Pettitt, A non-parametric approach to the
    /// change-point problem, Applied Statistics 28 (1979), eq. 2-4.</remarks>
    public static Outcome<PettittShift> Pettitt(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        if (n < 2)
        {
            return Outcome<PettittShift>.NotTestable("fewer than 2 periods");
        }

        var ranks = MidRanks(values);
        double sum = 0,
            largest = -1;
        var at = 0;
        for (var k = 1; k <= n; k++)
        {
            sum += ranks[k - 1];
            var statistic = Math.Abs((2 * sum) - (k * (n + 1.0)));
            if (statistic > largest)
            {
                (largest, at) = (statistic, k);
            }
        }

        double cube = (double)n * n * n,
            square = (double)n * n;
        return Outcome<PettittShift>.Of(new PettittShift(largest, at, Math.Min(1, 2 * Math.Exp(-6 * largest * largest / (cube + square)))));
    }

    /// <summary>Ranks from 1; equal values share their mean rank.</summary>
    internal static double[] MidRanks(ReadOnlySpan<double> values)
    {
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var sorted = values.ToArray();
        Array.Sort(sorted, order);
        var ranks = new double[values.Length];
        for (var i = 0; i < sorted.Length; )
        {
            var end = i;
            while (end + 1 < sorted.Length && sorted[end + 1] == sorted[i])
            {
                end++;
            }

            for (var j = i; j <= end; j++)
            {
                ranks[order[j]] = ((i + end) / 2.0) + 1;
            }

            i = end + 1;
        }

        return ranks;
    }

    private static Outcome<MonotoneTrend> Seasonal(ReadOnlySpan<double> values, int seasons, int leastSeasons)
    {
        if (values.Length < seasons * leastSeasons)
        {
            return Outcome<MonotoneTrend>.NotTestable($"fewer than {leastSeasons} years");
        }

        double score = 0,
            variance = 0,
            pairs = 0,
            ties = 0;
        var slopes = new List<double>();
        for (var season = 0; season < seasons; season++)
        {
            Pairs(values, season, seasons, slopes, ref score, ref variance, ref pairs, ref ties);
        }

        if (slopes.Count == 0)
        {
            return Outcome<MonotoneTrend>.NotTestable("fewer than 2 periods to compare");
        }

        slopes.Sort();
        var z = variance > 0 && score != 0 ? (score - Math.Sign(score)) / Math.Sqrt(variance) : 0;
        var half = Z95 * Math.Sqrt(variance);
        var spread = Math.Sqrt((pairs - ties) * pairs);
        return Outcome<MonotoneTrend>.Of(
            new MonotoneTrend(
                score,
                variance,
                spread > 0 ? score / spread : 0,
                z,
                Math.Min(1, 2 * ContinuousTails.NormalUpper(Math.Abs(z))),
                Median(slopes),
                At(slopes, Math.Round((pairs - half) / 2, MidpointRounding.ToEven)),
                At(slopes, Math.Round(((pairs + half) / 2) + 1, MidpointRounding.ToEven))
            )
        );
    }

    private static void Pairs(
        ReadOnlySpan<double> values,
        int first,
        int step,
        List<double> slopes,
        ref double score,
        ref double variance,
        ref double pairs,
        ref double ties
    )
    {
        var present = new List<double>();
        for (var j = first; j < values.Length; j += step)
        {
            if (double.IsNaN(values[j]))
            {
                continue;
            }

            present.Add(values[j]);
            for (var i = first; i < j; i += step)
            {
                if (!double.IsNaN(values[i]))
                {
                    var difference = values[j] - values[i];
                    score += Math.Sign(difference);
                    slopes.Add(difference / ((j - i) / step));
                }
            }
        }

        double n = present.Count;
        pairs += n * (n - 1) / 2;
        variance += n * (n - 1) * ((2 * n) + 5) / 18;
        present.Sort();
        for (var i = 0; i < present.Count; )
        {
            var end = i;
            while (end + 1 < present.Count && present[end + 1] == present[i])
            {
                end++;
            }

            double t = end - i + 1;
            ties += t * (t - 1) / 2;
            variance -= t * (t - 1) * ((2 * t) + 5) / 18;
            i = end + 1;
        }
    }

    private static double Median(List<double> sorted)
    {
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double At(List<double> sorted, double number) => sorted[(int)Math.Clamp(number, 1, sorted.Count) - 1];
}
