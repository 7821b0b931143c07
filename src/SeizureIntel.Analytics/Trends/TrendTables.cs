using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Surveillance;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Monthly counts of each heading, on all reporters and on the constant panel, beside what the months before led to expect.</summary>
internal static class TrendTables
{
    /// <summary>Coverage of the band around the baseline.</summary>
    public const double Level = 0.99;

    private static readonly FarringtonOptions Monthly = new()
    {
        PeriodsPerYear = 12,
        HalfWindow = 1,
        SeasonalLevels = 4,
        ExcludedPast = 6,
    };

    /// <summary>For each heading within the period, one table.</summary>
    public static IReadOnlyList<FigureTable> Of(ScopedFrame scoped)
    {
        if (scoped.Frame.Span is not { } span)
            return [];
        FrameColumn heading = scoped.Frame["heading"],
            reporter = scoped.Frame["reporting_country"];
        int first = Months.Of(span.First < scoped.From ? span.First : scoped.From),
            last = Months.Of(scoped.To);
        int[] months = Months.OfDays(scoped.Frame.Days);
        var all = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var panel = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var inside = new Dictionary<string, int[]>(StringComparer.Ordinal);
        for (int row = 0; row < scoped.Frame.Count; row++)
        {
            string code = heading.FirstCode(row);
            if (!all.TryGetValue(code, out double[]? counts))
            {
                all[code] = counts = new double[last - first + 1];
                panel[code] = new double[counts.Length];
                inside[code] = new int[counts.Length];
            }

            counts[months[row] - first]++;
            if (scoped.Frame.Days[row] >= scoped.From.DayNumber)
                inside[code][months[row] - first]++;
            if (scoped.Panel.Constant.Contains(reporter.FirstCode(row)))
                panel[code][months[row] - first]++;
        }

        int from = Months.Of(scoped.From) - first;
        return
        [
            .. all.Where(e => e.Value.Skip(from).Any(n => n > 0))
                .OrderBy(e => e.Key, StringComparer.Ordinal)
                .Select(e => Table(scoped, e.Key, e.Value, panel[e.Key], inside[e.Key], first, from)),
        ];
    }

    private static FigureTable Table(
        ScopedFrame scoped,
        string heading,
        double[] all,
        double[] panel,
        int[] inside,
        int firstMonth,
        int from
    )
    {
        var rows = new List<TableRow>();
        for (int at = from; at < all.Length; at++)
        {
            (double Value, double Low, double High)? baseline = Baseline(all, at);
            DateOnly start = Months.Start(firstMonth + at),
                end = Months.End(firstMonth + at);
            int count = inside[at];
            rows.Add(
                new TableRow(
                    [Months.Key(firstMonth + at), count, (int)panel[at], baseline?.Value, baseline?.Low, baseline?.High],
                    scoped.Evidence(count, start, end, ("heading", heading))
                )
            );
        }

        return new FigureTable
        {
            Id = "monthly/" + heading,
            Title = "Seizures a month",
            Columns =
            [
                new("month", "Month"),
                new("all", "All reporters", "seizures"),
                new("panel", "Constant panel", "seizures"),
                new("baseline", "Expected from the months before", "seizures"),
                new("low", "Lower bound", "seizures"),
                new("high", "Upper bound", "seizures"),
            ],
            Rows = rows,
            Known = new Known(scoped.Inside.Count, scoped.Inside.Count),
            Notes =
            [
                "Expected: flexible Farrington baseline of the months before (up to five years, the last six months left out); the "
                    + "band holds 99 % of months in which nothing changed.",
                "Reported seizures reflect enforcement and reporting as much as trafficking.",
            ],
        };
    }

    // Without a year of history there is nothing to expect from.
    private static (double Value, double Low, double High)? Baseline(double[] counts, int at)
    {
        if (PredictiveDetector.Test(counts, at, Monthly).Value is not { } expected)
            return null;
        CountDistribution law = CountDistribution.WithDispersion(expected.Mean, expected.Dispersion);
        return (expected.Mean, law.Quantile((1 - Level) / 2), law.Quantile((1 + Level) / 2));
    }
}
