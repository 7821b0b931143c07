using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Analytics.Routes;

/// <summary>Routes and their legs laid out for table and flow map.</summary>
internal static class RouteTables
{
    /// <summary>Fields a frame must hold.</summary>
    public static readonly string[] Fields = [.. QuantityTally.Fields, "heading", "path", "leg"];

    private const int MostRoutes = 25;
    private const int MostLegs = 60;

    /// <summary>For each heading with a known route, one table of routes and one of legs.</summary>
    public static IReadOnlyList<FigureTable> Of(ScopedFrame scoped)
    {
        var tally = new QuantityTally(scoped.Frame);
        FrameColumn heading = scoped.Frame["heading"];
        return
        [
            .. scoped
                .Inside.GroupBy(heading.FirstCode)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .SelectMany(g => HeadingTables(scoped, tally, g.Key, [.. g])),
        ];
    }

    private static IEnumerable<FigureTable> HeadingTables(ScopedFrame scoped, QuantityTally tally, string heading, int[] rows)
    {
        FrameColumn path = scoped.Frame["path"],
            leg = scoped.Frame["leg"];
        int[] known = [.. rows.Where(path.HasKnown)];
        yield return new FigureTable
        {
            Id = "routes/" + heading,
            Title = "Routes",
            Columns =
            [
                new("path", "Route"),
                new("departure_country", "From", CodeField: "departure_country"),
                new("transit_countries", "Through"),
                new("destination_country", "To", CodeField: "destination_country"),
                new("seizures", "Seizures", "seizures"),
                new("cases", "Cases", "cases"),
                new("quantity", "Quantity", "unit"),
                new("unit", "Unit", CodeField: "unit"),
            ],
            Rows =
            [
                .. known
                    .GroupBy(path.First)
                    .OrderByDescending(g => g.Count())
                    .ThenBy(g => path.Values[g.Key], StringComparer.Ordinal)
                    .Take(MostRoutes)
                    .Select(g =>
                    {
                        int[] of = [.. g];
                        string route = path.Values[g.Key];
                        string[] stations = route.Split('>');
                        (string? unit, double sum, _, _) = tally.Leading(of);
                        return new TableRow(
                            [
                                route,
                                stations[0],
                                string.Join(", ", stations[1..^1]),
                                stations[^1],
                                of.Length,
                                of.Select(r => scoped.Frame.Cases[r]).Distinct().Count(),
                                unit is null ? null : sum,
                                unit,
                            ],
                            scoped.Evidence(of.Length, scoped.From, scoped.To, ("heading", heading), ("path", route))
                        );
                    }),
            ],
            Known = new Known(known.Length, rows.Length),
            Notes =
            [
                "A route is known where at least two of its stations are; the country of discovery counts as a station. Unknown "
                    + "stations are left out, never guessed.",
            ],
        };
        yield return new FigureTable
        {
            Id = "legs/" + heading,
            Title = "Legs",
            Columns =
            [
                new("leg", "Leg"),
                new("from", "From", CodeField: "departure_country"),
                new("to", "To", CodeField: "destination_country"),
                new("seizures", "Seizures", "seizures"),
                new("quantity", "Quantity", "unit"),
                new("unit", "Unit", CodeField: "unit"),
            ],
            Rows =
            [
                .. ByLeg(leg, known)
                    .OrderByDescending(e => e.Value.Count)
                    .ThenBy(e => leg.Values[e.Key], StringComparer.Ordinal)
                    .Take(MostLegs)
                    .Select(e =>
                    {
                        string key = leg.Values[e.Key];
                        string[] ends = key.Split('>');
                        (string? unit, double sum, _, _) = tally.Leading(e.Value);
                        return new TableRow(
                            [key, ends[0], ends[1], e.Value.Count, unit is null ? null : sum, unit],
                            scoped.Evidence(e.Value.Count, scoped.From, scoped.To, ("heading", heading), ("leg", key))
                        );
                    }),
            ],
            Known = new Known(known.Length, rows.Length),
        };
    }

    private static Dictionary<int, List<int>> ByLeg(FrameColumn leg, int[] rows)
    {
        var legs = new Dictionary<int, List<int>>();
        foreach (int row in rows)
        {
            foreach (int number in leg.Of(row))
            {
                if (!leg.IsKnown(number))
                    continue;
                if (!legs.TryGetValue(number, out List<int>? of))
                    legs[number] = of = [];

                // A leg that is taken twice counts once.
                if (of.Count == 0 || of[^1] != row)
                    of.Add(row);
            }
        }

        return legs;
    }
}
