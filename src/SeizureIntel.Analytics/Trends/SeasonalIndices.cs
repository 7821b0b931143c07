using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Trends;

/// <summary>The yearly course of every series: its own where its years show one, else that of the series above it.</summary>
internal sealed class SeasonalIndices(SeriesCatalogue catalogue, Func<CountSeries, double[]> countsOf, int periods, int periodsPerYear)
{
    // Fewer cases tell no course of a year; what lies above speaks for them.
    private const int FewestCases = 60;
    private const double MostlyOne = 0.8;

    // A season from above that describes a series so much worse than none does not hold for it (twice the log-likelihood, over the dispersion).
    private const double MostLoss = 4;

    private readonly ConcurrentDictionary<string, double[]?> _own = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, double[]> _taken = new(StringComparer.Ordinal);

    /// <summary>Seasonal factor of each period, mean 1; 1 throughout where neither the series nor what lies above it shows a season.</summary>
    public double[] Of(CountSeries series) =>
        _taken.GetOrAdd(series.Id, _ => Own(series) ?? Above(series) ?? [.. Enumerable.Repeat(1.0, periods)]);

    /// <summary>Whether the course of a year can be had at all: the series or what lies above it has enough cases to show one or to show that there is
    /// none.</summary>
    public bool CanTell(CountSeries series) =>
        series.Total >= FewestCases || IdsAbove(series).Any(id => catalogue.Find(id) is { Total: >= FewestCases });

    /// <summary>Season of the series itself; null where its years show none, or none that foretells them better than what lies above.</summary>
    public double[]? Own(CountSeries series) =>
        series.Total < FewestCases
            ? null
            : _own.GetOrAdd(series.Id, _ => SeasonalIndex.Of(countsOf(series), periodsPerYear, Above(series)));

    // Nearest first: the same goods of the reporter that sends most of them, the goods of all reporters, the heading of that reporter and of all.
    private static IEnumerable<string> IdsAbove(CountSeries series)
    {
        string heading = $"heading={series.Heading}",
            product = $"{heading}|product={series.Product}",
            reporter = series.Dimension is not null && Leading(series) is { } leading ? $"|reporting_country={leading}" : "";
        string[] above = series.Product is null
            ? [heading + reporter, heading]
            : [product + reporter, product, heading + reporter, heading];
        return above.Distinct().Where(id => id != series.Id);
    }

    private double[]? Above(CountSeries series)
    {
        double[]? counts = null;
        foreach (string id in IdsAbove(series))
        {
            if (catalogue.Find(id) is not { } parent || Own(parent) is not { } season)
                continue;
            counts ??= countsOf(series);
            if (SeasonalIndex.Gain(counts, season) > -MostLoss)
                return season;
        }

        return null;
    }

    private static string? Leading(CountSeries series) =>
        series.Reporter
        ?? (
            series.Reporters.Count > 0 && series.Reporters.MaxBy(r => r.Cases) is var most && most.Cases >= MostlyOne * series.Total
                ? most.Reporter
                : null
        );
}
