using System;
using System.Collections.Concurrent;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Trends;

namespace SeizureIntel.Analytics.Trends;

/// <summary>The yearly course of goods over all reporters of a scope, where the data show one.</summary>
internal sealed class SeasonalIndices(SeriesCatalogue catalogue, int periods, int periodsPerYear)
{
    private const double LargestP = 0.01;

    private readonly ConcurrentDictionary<string, double[]> _byGoods = new(StringComparer.Ordinal);

    /// <summary>Seasonal factor of each period, mean 1; the heading's where the product shows no season of its own, and 1 throughout where neither
    /// does.</summary>
    public double[] Of(CountSeries series) =>
        _byGoods.GetOrAdd(series.Base, _ =>
            (series.Product is null ? null : Fit($"heading={series.Heading}|product={series.Product}"))
            ?? Fit($"heading={series.Heading}")
            ?? [.. Enumerable.Repeat(1.0, periods)]
        );

    private double[]? Fit(string id)
    {
        return catalogue.Find(id) is { } series ? Of([.. series.Counts.Select(n => (double)n)], periodsPerYear) : null;
    }

    /// <summary>Seasonal factor of each period of a series, mean 1; null where it shows no season.</summary>
    public static double[]? Of(double[] counts, int periodsPerYear)
    {
        int periods = counts.Length;
        double[] level = OneLevel(counts, periodsPerYear);
        if (SeasonalityTest.Test(level, periodsPerYear).Value is not { } test || Math.Min(test.PValueOne, test.PValueTwo) > LargestP)
            return null;
        int harmonics = test.PValueTwo <= test.PValueOne ? 2 : 1;
        (int[] numbers, double[] present) = HarmonicDesign.Present(level);
        double[] times = [.. numbers.Select(n => (n - periods) / (double)periodsPerYear)];
        if (
            GeneralizedLinearModel.Fit(HarmonicDesign.Columns(numbers, periodsPerYear, harmonics, times), present, GlmFamily.Poisson)
            is not { } fit
        )
            return null;
        double[] index = [.. Enumerable.Range(1, periods).Select(n => Math.Exp(Season(fit.Coefficients, n, harmonics, periodsPerYear)))];
        double mean = index.Average();
        return [.. index.Select(v => v / mean)];
    }

    // A lasting jump would be taken for a season of the years it joins: levels of a year and more are brought to their common mean first. A level of
    // nothing tells no season.
    private static double[] OneLevel(double[] counts, int periodsPerYear)
    {
        if (
            counts.Length < 2 * periodsPerYear
            || ChangePoints.Find(counts, shortest: periodsPerYear).Value is not { Changes.Count: > 0 } cut
        )
            return counts;
        double mean = counts.Average();
        var level = new double[counts.Length];
        for (int i = 0, segment = 0; i < level.Length; i++)
        {
            if (segment < cut.Changes.Count && i >= cut.Changes[segment])
                segment++;
            level[i] = cut.Rates[segment] > 0 ? counts[i] / cut.Rates[segment] * mean : double.NaN;
        }

        return level;
    }

    private static double Season(double[] coefficients, int period, int harmonics, int periodsPerYear)
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
