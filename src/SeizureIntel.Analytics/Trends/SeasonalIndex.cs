using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Trends;

namespace SeizureIntel.Analytics.Trends;

/// <summary>The yearly course of one series of counts, where its years repeat one.</summary>
internal static class SeasonalIndex
{
    private const double LargestP = 0.01;

    // A half-year on and a half-year off is a wave with edges: four harmonics follow it within some weeks.
    private const int MostHarmonics = 4;
    private const int FewestInYear = 5;
    private const int FewestEvents = 20;
    private const int FewestOfLevel = 20;

    // A part of the year in which nothing was seen is not one in which nothing can be.
    private const double Least = 0.002;

    /// <summary>Seasonal factor of each period of a series, mean 1; null where it shows no season, or none better than a rival.</summary>
    /// <param name="counts">Events a period; NaN = missing.</param>
    /// <param name="periodsPerYear">52 weeks or 12 months.</param>
    /// <param name="rival">Season of what lies above, which the series' own must foretell its years better than; null = none.</param>
    /// <remarks>
    /// A season is what each year repeats: estimated from the other years, it must describe two thirds of the years, and all of them together, better
    /// than a steady level. A jump or an episode does not pass: the other years do not foretell it.
    /// Source of the leaving out: M. Stone, Cross-validatory choice and assessment of statistical predictions, JRSS B 36 (1974), pp. 111-147.
    /// </remarks>
    public static double[]? Of(double[] counts, int periodsPerYear, double[]? rival = null)
    {
        double[] level = OneLevel(counts, periodsPerYear);
        if (
            SeasonalityTest.Test(level, periodsPerYear, FewestEvents, out GlmFit? one, out GlmFit? two).Value is not { } test
            || Math.Min(test.PValueOne, test.PValueTwo) > LargestP
        )
            return null;
        GlmFit?[] fits = [one, two, .. Enumerable.Range(3, MostHarmonics - 2).Select(h => Model(level, periodsPerYear, h, null))];
        int harmonics = Harmonics(level, fits);
        return Repeats(level, periodsPerYear, harmonics, rival)
            ? Season(fits[harmonics - 1], level.Length, periodsPerYear, harmonics)
            : null;
    }

    /// <summary>How much better (negative: worse) a season describes the counts than a steady level: twice the gain in log-likelihood over their
    /// dispersion.</summary>
    public static double Gain(double[] counts, double[] season)
    {
        return Gain(counts, season, 0, counts.Length) / ChangePoints.LocalDispersion(counts);
    }

    // A lasting jump would be taken for a season of the years it joins: levels of a year and more are brought to their common mean first. A level of
    // next to nothing tells no season.
    private static double[] OneLevel(double[] counts, int periodsPerYear)
    {
        if (
            counts.Length < 2 * periodsPerYear
            || ChangePoints.Find(counts, shortest: periodsPerYear).Value is not { Changes.Count: > 0 } cut
        )
            return counts;
        double mean = counts.Where(n => !double.IsNaN(n)).Average();
        var level = new double[counts.Length];
        for (int i = 0, segment = 0; i < level.Length; i++)
        {
            if (segment < cut.Changes.Count && i >= cut.Changes[segment])
                segment++;
            level[i] = cut.Rates[segment] * periodsPerYear >= FewestOfLevel ? counts[i] / cut.Rates[segment] * mean : double.NaN;
        }

        return level;
    }

    // As many as lower the deviance, over the dispersion of the largest fit, by more than the logarithm of the periods each coefficient (Schwarz).
    private static int Harmonics(double[] counts, GlmFit?[] fits)
    {
        if (fits[^1] is not { } largest)
            return 1;
        double price = 2 * Math.Log(counts.Count(n => !double.IsNaN(n))) * Math.Max(1, largest.Dispersion);
        return 1 + Enumerable.Range(0, MostHarmonics).MinBy(h => fits[h] is { } fit ? fit.Deviance + (price * (h + 1)) : double.MaxValue);
    }

    private static bool Repeats(double[] counts, int periodsPerYear, int harmonics, double[]? rival)
    {
        // The rest of the last year joins it; a year of next to nothing tells nothing.
        (int First, int End)[] years =
        [
            .. Enumerable
                .Range(0, counts.Length / periodsPerYear)
                .Select(y => y * periodsPerYear)
                .Select(first => (first, first + (2 * periodsPerYear) > counts.Length ? counts.Length : first + periodsPerYear))
                .Where(y => counts[y.Item1..y.Item2].Where(n => !double.IsNaN(n)).Sum() >= FewestInYear),
        ];
        if (years.Length < 2)
            return false;
        int missed = 0;
        double all = 0,
            others = 0;
        foreach ((int first, int end) in years)
        {
            if (Fit(counts, periodsPerYear, harmonics, (first, end)) is not { } season)
                return false;
            double gain = Gain(counts, season, first, end);
            all += gain;
            others += rival is null ? 0 : Gain(counts, rival, first, end);
            missed += gain > 0 ? 0 : 1;

            // Two thirds must be foretold.
            if (3 * (years.Length - missed) < 2 * years.Length)
                return false;
        }

        return all > Math.Max(0, others);
    }

    private static double Gain(double[] counts, double[] season, int first, int end)
    {
        double events = 0,
            seasons = 0,
            present = 0;
        for (int i = first; i < end; i++)
        {
            if (!double.IsNaN(counts[i]))
                (events, seasons, present) = (events + counts[i], seasons + season[i], present + 1);
        }

        double gain = 0;
        for (int i = first; i < end; i++)
        {
            if (counts[i] > 0)
                gain += 2 * counts[i] * Math.Log(season[i] / seasons * present);
        }

        return gain;
    }

    // Season from the periods outside a span, for all periods.
    private static double[]? Fit(double[] counts, int periodsPerYear, int harmonics, (int First, int End) without) =>
        Season(Model(counts, periodsPerYear, harmonics, without), counts.Length, periodsPerYear, harmonics);

    private static double[]? Season(GlmFit? fit, int periods, int periodsPerYear, int harmonics)
    {
        if (fit is null)
            return null;
        double[] index = [.. Enumerable.Range(1, periods).Select(n => Math.Exp(Season(fit.Coefficients, n, harmonics, periodsPerYear)))];
        double mean = index.Average();
        return double.IsFinite(mean) && mean > 0 ? [.. index.Select(v => Math.Max(Least, v / mean))] : null;
    }

    private static GlmFit? Model(double[] counts, int periodsPerYear, int harmonics, (int First, int End)? without)
    {
        double[] used = counts;
        if (without is { } span)
        {
            used = [.. counts];
            Array.Fill(used, double.NaN, span.First, span.End - span.First);
        }

        (int[] numbers, double[] present) = HarmonicDesign.Present(used);
        double[] times = [.. numbers.Select(n => (n - counts.Length) / (double)periodsPerYear)];
        return present.Length <= 2 + (2 * harmonics)
            ? null
            : GeneralizedLinearModel.Fit(HarmonicDesign.Columns(numbers, periodsPerYear, harmonics, times), present, GlmFamily.Poisson);
    }

    private static double Season(IReadOnlyList<double> coefficients, int period, int harmonics, int periodsPerYear)
    {
        double sum = 0;
        for (int h = 0; h < harmonics; h++)
        {
            double angle = 2 * Math.PI * (h + 1) * period / periodsPerYear;
            sum += (coefficients[2 + (2 * h)] * Math.Cos(angle)) + (coefficients[3 + (2 * h)] * Math.Sin(angle));
        }

        return sum;
    }
}
