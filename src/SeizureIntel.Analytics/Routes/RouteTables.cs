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
        return [.. scoped.Inside.GroupBy(heading.FirstCode).OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(g => HeadingTables(scoped, tally, g.Key, [.. g]))];
    }

    private static IEnumerable<FigureTable> HeadingTables(ScopedFrame scoped, QuantityTally tally, string heading, int[] rows)
    {
        FrameColumn path = scoped.Frame["path"], leg = scoped.Frame["leg"];
        int[] known = [.. rows.Where(path.HasKnown)];
        yield return new FigureTable
        {
            Id = "routes/" + heading,
            Title = "Routes",
            Columns =
            [
                new("path", "Route"), new("departure_country", "From", CodeField: "departure_country"), new("transit_countries", "Through"),
                new("destination_country", "To", CodeField: "destination_country"), new("seizures", "Seizures", "seizures"), new("cases", "Cases", "cases"),
                new("quantity", "Quantity", "unit"), new("unit", "Unit", CodeField: "unit"),
            ],
            Rows =
            [
                .. known.GroupBy(path.FirstCode).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostRoutes).Select(g =>
                {
                    int[] of = [.. g];
                    string[] stations = g.Key.Split('>');
                    (string? unit, double sum, _, _) = tally.Leading(of);
                    return new TableRow(
                        [
                            g.Key, stations[0], string.Join(", ", stations[1..^1]), stations[^1], of.Length, of.Select(r => scoped.Frame.Cases[r]).Distinct().Count(),
                            unit is null ? null : sum, unit,
                        ],
                        scoped.Evidence(of.Length, scoped.From, scoped.To, ("heading", heading), ("path", g.Key)));
                }),
            ],
            Known = new Known(known.Length, rows.Length),
            Notes = ["A route is known where at least two of its stations are; the country of discovery counts as a station. Unknown stations are left out, never guessed."],
        };
        yield return new FigureTable
        {
            Id = "legs/" + heading,
            Title = "Legs",
            Columns =
            [
                new("leg", "Leg"), new("from", "From", CodeField: "departure_country"), new("to", "To", CodeField: "destination_country"),
                new("seizures", "Seizures", "seizures"), new("quantity", "Quantity", "unit"), new("unit", "Unit", CodeField: "unit"),
            ],
            Rows =
            [
                .. ByLeg(leg, known).OrderByDescending(e => e.Value.Count).ThenBy(e => e.Key, StringComparer.Ordinal).Take(MostLegs).Select(e =>
                {
                    string[] ends = e.Key.Split('>');
                    (string? unit, double sum, _, _) = tally.Leading(e.Value);
                    return new TableRow(
                        [e.Key, ends[0], ends[1], e.Value.Count, unit is null ? null : sum, unit],
                        scoped.Evidence(e.Value.Count, scoped.From, scoped.To, ("heading", heading), ("leg", e.Key)));
                }),
            ],
            Known = new Known(known.Length, rows.Length),
        };
    }

    private static Dictionary<string, List<int>> ByLeg(FrameColumn leg, int[] rows)
    {
        var legs = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (int row in rows)
        {
            foreach (int number in Distinct(leg.Of(row)))
            {
                if (!leg.IsKnown(number)) continue;
                if (!legs.TryGetValue(leg.Values[number], out List<int>? of)) legs[leg.Values[number]] = of = [];
                of.Add(row);
            }
        }

        return legs;
    }

    private static int[] Distinct(ReadOnlySpan<int> numbers) => numbers.Length == 1 ? [numbers[0]] : [.. numbers.ToArray().Distinct()];
}
