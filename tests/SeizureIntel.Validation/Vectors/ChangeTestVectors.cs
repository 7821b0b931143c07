using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Routes;

namespace SeizureIntel.Validation.Vectors;

/// <summary>change_test: rises and falls of pairs of codes, from the counts of the windows to q.</summary>
internal static class ChangeTestVectors
{
    public static void Check(VectorFiles files)
    {
        var counts = files.Table("change_test/cells.csv");
        var sent = files.Table("change_test/sent.csv");
        var reference = files.Table("change_test/expected.csv");
        var rows = new List<string[]>();
        var cells = counts.Groups("case").ToDictionary(g => g.Key, g => g.Value);
        foreach (var (name, reporters) in sent.Groups("case"))
        {
            rows.AddRange(OfCase(name, counts, cells[name], sent, reporters));
        }

        files.CompareSets(
            new CsvTable(reference.Name, reference.Columns, rows),
            reference,
            ["case", "first", "second", "window", "direction"],
            new("before", Tolerance.Exact),
            new("now", Tolerance.Exact),
            new("reporter", Tolerance.Exact),
            new("expected", Tolerance.Iter),
            new("p", Tolerance.IterP),
            new("q", Tolerance.IterP),
            new("ratio", Tolerance.Iter),
            new("median", Tolerance.Iter),
            new("low", Tolerance.Iter),
            new("high", Tolerance.Iter)
        );
    }

    private static IEnumerable<string[]> OfCase(string name, CsvTable counts, List<int> seizures, CsvTable sent, List<int> reporters)
    {
        var windows = reporters.Max(r => sent.Integer(r, "window"));
        var numbers = reporters.Select(r => sent.Integer(r, "reporter")).Distinct().Order().ToList();
        var totals = numbers.Select(_ => new int[windows]).ToArray();
        var isDated = new bool[numbers.Count];
        var (tested, newest) = (new SortedSet<int>(), new HashSet<int>());
        foreach (var row in reporters)
        {
            var (reporter, window) = (numbers.IndexOf(sent.Integer(row, "reporter")), sent.Integer(row, "window") - 1);
            totals[reporter][window] = sent.Integer(row, "count");
            isDated[reporter] = sent.Integer(row, "dated") == 1;
            if (sent.Integer(row, "tested") == 1)
            {
                tested.Add(window);
            }

            if (sent.Integer(row, "newest") == 1)
            {
                newest.Add(window);
            }
        }

        var cells = new CellCounts(windows);
        foreach (var row in seizures)
        {
            for (var n = 0; n < counts.Integer(row, "count"); n++)
            {
                cells.Add(
                    [counts.Integer(row, "first")],
                    [counts.Integer(row, "second")],
                    numbers.IndexOf(counts.Integer(row, "reporter")),
                    counts.Integer(row, "window") - 1
                );
            }
        }

        var test = new ChangeTest([.. tested], newest.Contains, ReporterCounts.Of(totals, isDated));
        test.Add(cells);
        foreach (var (_, change) in test.Judge())
        {
            var interval = change.Interval();
            string[] row =
            [
                name,
                CsvTable.Format(cells[change.Cell].First),
                CsvTable.Format(cells[change.Cell].Second),
                CsvTable.Format(change.Window + 1),
                change.IsRise ? "rise" : "fall",
                CsvTable.Format(change.Before),
                CsvTable.Format(change.Now),
                CsvTable.Format(change.Reporter < 0 ? 0 : numbers[change.Reporter]),
                CsvTable.Format(change.Law.Mean),
                CsvTable.Format(change.P),
                CsvTable.Format(change.Q),
                CsvTable.Format(change.Ratio),
                CsvTable.Format(interval.Median),
                CsvTable.Format(interval.Low),
                CsvTable.Format(interval.High),
            ];
            yield return row;
        }
    }
}
