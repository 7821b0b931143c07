using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
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
        return
        [
            .. scoped
                .Inside.GroupBy(heading.FirstCode)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Grid(scoped, g.Key, [.. g])),
        ];
    }

    private static FigureTable Grid(ScopedFrame scoped, string heading, int[] rows)
    {
        FrameColumn where = scoped.Frame["concealment"],
            mode = scoped.Frame["mode_of_transport"];
        string?[] families = [.. where.Values.Select((v, i) => where.IsKnown(i) ? v.Split('.')[0] : null)];
        string[] modes = [.. mode.Values.Select(v => v[..1])];
        var cells = new Dictionary<(string Where, string Mode), int>();
        var stated = new List<string>();
        int known = 0;
        foreach (int row in rows)
        {
            if (!where.HasKnown(row) || !mode.HasKnown(row))
                continue;
            known++;
            stated.Clear();
            foreach (int number in where.Of(row))
            {
                // The grid shows the top level (1 person, 3 road vehicle …): deeper levels belong to the findings.
                if (families[number] is { } family && !stated.Contains(family))
                    stated.Add(family);
            }

            foreach (string family in stated)
                CollectionsMarshal.GetValueRefOrAddDefault(cells, (family, modes[mode.First(row)]), out _)++;
        }

        return new FigureTable
        {
            Id = "grid/" + heading,
            Title = "Concealment by means of transport",
            Columns =
            [
                new("concealment", "Where hidden", CodeField: "concealment"),
                new("mode_of_transport", "Means of transport", CodeField: "mode_of_transport"),
                new("seizures", "Seizures", "seizures"),
            ],
            Rows =
            [
                .. cells
                    .OrderBy(c => c.Key.Where, StringComparer.Ordinal)
                    .ThenBy(c => c.Key.Mode, StringComparer.Ordinal)
                    .Select(c => new TableRow(
                        [c.Key.Where, c.Key.Mode, c.Value],
                        scoped.Evidence(
                            c.Value,
                            scoped.From,
                            scoped.To,
                            ("heading", heading),
                            ("concealment", c.Key.Where),
                            ("mode_of_transport", c.Key.Mode)
                        )
                    )),
            ],
            Known = new Known(known, rows.Length),
        };
    }
}
