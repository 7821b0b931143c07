using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Concealment;

namespace SeizureIntel.Validation.Vectors;

/// <summary>associations: pairs and triples of items that go together, from the seizures to q.</summary>
internal static class ConcealedAssociationVectors
{
    private static readonly string[] Attributes = ["place", "method", "goods", "mode"];

    public static void Check(VectorFiles files)
    {
        var records = files.Table("associations/records.csv");
        var reference = files.Table("associations/expected.csv");
        var rows = new List<string[]>();
        foreach (var (name, seizures) in records.Groups("case"))
        {
            var patterns = Patterns(records, seizures);
            rows.AddRange(
                new AssociationSearch(patterns)
                    .Run((_, _, _) => false)
                    .Select(a =>
                        (string[])
                            [
                                name,
                                string.Join(' ', a.Attributes.Select((attribute, i) => $"{Attributes[attribute]}:{a.Items[i] + 1}")),
                                CsvTable.Format(a.Count),
                                CsvTable.Format(a.Left),
                                CsvTable.Format(a.RightCount),
                                CsvTable.Format(a.Records),
                                CsvTable.Format(a.Expected),
                                CsvTable.Format(a.Lift),
                                CsvTable.Format(a.P),
                                CsvTable.Format(a.Q),
                            ]
                    )
            );
        }

        files.CompareSets(
            new CsvTable(reference.Name, reference.Columns, rows),
            reference,
            ["case", "items"],
            new("count", Tolerance.Exact),
            new("left", Tolerance.Exact),
            new("right", Tolerance.Exact),
            new("records", Tolerance.Exact),
            new("expected", Tolerance.Tight),
            new("lift", Tolerance.Tight),
            new("p", Tolerance.Plain(1e-9)),
            new("q", Tolerance.Plain(1e-9))
        );
    }

    private static ItemPatterns Patterns(CsvTable records, List<int> seizures)
    {
        var attributes = new List<ItemAttribute>();
        var sets = new int[Attributes.Length][];
        foreach (var column in Attributes)
        {
            var texts = seizures.Select(r => records.Text(r, column)).ToList();
            var different = texts.Distinct(StringComparer.Ordinal).ToList();
            int[][] items =
            [
                .. different.Select(t =>
                    CsvTable.IsAbsent(t) ? [] : t.Split(';').Select(i => int.Parse(i, CultureInfo.InvariantCulture) - 1).ToArray()
                ),
            ];
            sets[attributes.Count] = [.. texts.Select(t => different.IndexOf(t))];
            attributes.Add(ItemAttribute.Of(column, 1 + items.Max(i => i.DefaultIfEmpty(-1).Max()), items));
        }

        var patterns = new List<(int[] Sets, int Reporter, int Weight)>();
        for (var i = 0; i < seizures.Count; i++)
        {
            patterns.Add(([.. sets.Select(s => s[i])], 0, 1));
        }

        return new ItemPatterns(attributes, patterns);
    }
}
