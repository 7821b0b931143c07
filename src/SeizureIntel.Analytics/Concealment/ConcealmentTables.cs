using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Analytics.Concealment;

/// <summary>Where goods were hidden by means of transport, laid out for a grid.</summary>
internal static class ConcealmentTables
{
    /// <summary>Fields a frame must hold.</summary>
    public static readonly string[] Fields = ["heading", "concealment", "mode_of_transport"];

    /// <summary>For each heading with a known concealment and mode, one grid.</summary>
    public static IReadOnlyList<FigureTable> Of(ScopedFrame scoped)
    {
        FrameColumn heading = scoped.Frame["heading"];
        return [.. scoped.Inside.GroupBy(heading.FirstCode).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Grid(scoped, g.Key, [.. g]))];
    }

    private static FigureTable Grid(ScopedFrame scoped, string heading, int[] rows)
    {
        FrameColumn where = scoped.Frame["concealment"], mode = scoped.Frame["mode_of_transport"];
        int[] known = [.. rows.Where(r => where.HasKnown(r) && mode.HasKnown(r))];
        var cells = new Dictionary<(string Where, string Mode), int>();
        foreach (int row in known)
        {
            foreach (string family in FamiliesOf(where, row))
            {
                var key = (family, mode.FirstCode(row)[..1]);
                cells[key] = cells.GetValueOrDefault(key) + 1;
            }
        }

        return new FigureTable
        {
            Id = "grid/" + heading,
            Title = "Concealment by means of transport",
            Columns = [new("concealment", "Where hidden", CodeField: "concealment"), new("mode_of_transport", "Means of transport", CodeField: "mode_of_transport"), new("seizures", "Seizures", "seizures")],
            Rows =
            [
                .. cells.OrderBy(c => c.Key.Where, StringComparer.Ordinal).ThenBy(c => c.Key.Mode, StringComparer.Ordinal).Select(c => new TableRow(
                    [c.Key.Where, c.Key.Mode, c.Value],
                    scoped.Evidence(c.Value, scoped.From, scoped.To, ("heading", heading), ("concealment", c.Key.Where), ("mode_of_transport", c.Key.Mode)))),
            ],
            Known = new Known(known.Length, rows.Length),
        };
    }

    // The grid shows the top level (1 person, 3 road vehicle …): deeper levels belong to the findings.
    private static IEnumerable<string> FamiliesOf(FrameColumn where, int row)
    {
        var families = new HashSet<string>(StringComparer.Ordinal);
        foreach (int number in where.Of(row))
        {
            if (where.IsKnown(number)) families.Add(where.Values[number].Split('.')[0]);
        }

        return families;
    }
}
