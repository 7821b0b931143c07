using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Analytics.Counting;

/// <summary>Holds back in every table what one table holds back: the total of a heading or a reporter is told nowhere, or everywhere.</summary>
public static class LinkedDisclosure
{
    private static readonly string[] Totals = ["heading", "reporting_country"];

    /// <summary>The studies of one document, with what any of them holds back held back in all; the same studies where nothing is suppressed.</summary>
    public static IReadOnlyList<StudyResult> Apply(IReadOnlyList<StudyResult> studies)
    {
        ArgumentNullException.ThrowIfNull(studies);
        if (!studies.Any(s => s.Scope.SuppressBelow > 1))
            return studies;
        var hidden = new Dictionary<(string, string), (double Most, double Sum)>();
        foreach (KeyValuePair<(string, string), (double Most, double Sum)> held in studies.SelectMany(HiddenCodes))
            hidden[held.Key] = held.Value;
        return [.. studies.Select(s => Withhold(s, hidden))];
    }

    /// <summary>Headings and reporters whose seizures a table of totals holds back: the most that may be told of them without narrowing down a small
    /// count, and what all that are held back sum to.</summary>
    internal static Dictionary<(string Field, string Code), (double Most, double Sum)> HiddenCodes(StudyResult result)
    {
        var hidden = new Dictionary<(string, string), (double, double)>();
        int below = result.Scope.SuppressBelow;
        foreach (FigureTable table in result.Tables.Where(t => t.Id is "headings" or "reporters"))
        {
            int seizures = table.Columns.Select((c, i) => (c, i)).FirstOrDefault(c => c.c.Name == "seizures", (null!, -1)).i;
            if (seizures < 0)
                continue;
            object?[] told = [.. table.Rows.Select(r => r.Cells[seizures])];
            // A reader has this sum from the total; each small count takes at most one less than the bound of it.
            double sum = table.Known.Of - told.Sum(c => TableDisclosure.Number(c) ?? 0),
                most = sum - (below - 1) * told.Count(c => c is string text && text != TableDisclosure.Held);
            foreach (TableRow row in table.Rows)
            {
                if (row.Cells[seizures] is string && row.Cells[0] is string code)
                    hidden[(table.Columns[0].Name, code)] = (most, sum);
            }
        }

        return hidden;
    }

    /// <summary>The result without tables of a hidden heading, with the rows of hidden headings held back, and without findings that tell its total.</summary>
    internal static StudyResult Withhold(StudyResult result, IReadOnlyDictionary<(string, string), (double Most, double Sum)> hidden)
    {
        if (hidden.Count == 0)
            return result;
        List<Finding> findings = [.. result.Findings.Where(f => !Totals.Any(field => Tells(f, field, hidden)))];
        HashSet<string> told = [.. findings.Select(f => f.Id)];
        return result with
        {
            Findings = findings,
            Stories =
            [
                .. result.Stories.Where(s => told.Contains(s.Lead)).Select(s => s with { Members = [.. s.Members.Where(told.Contains)] }),
            ],
            Tables = [.. result.Tables.Where(t => !IsOf(t, hidden)).Select(t => Held(t, hidden))],
        };
    }

    // A finding on a part is no total. That a country is silent, new or late says nothing about how many.
    private static bool Tells(Finding finding, string field, IReadOnlyDictionary<(string, string), (double Most, double Sum)> hidden)
    {
        if (
            finding.Kind.EndsWith("_reporter", StringComparison.Ordinal)
            || !finding.Subject.TryGetValue(field, out IReadOnlyList<string>? codes)
        )
            return false;
        double[] counts = [finding.N, finding.Evidence.Count, finding.Figure.Value, finding.Known.N, finding.Known.Of];
        return codes.Any(c =>
            hidden.TryGetValue((field, c), out (double Most, double Sum) held) && counts.Any(n => n > held.Most && n <= held.Sum)
        );
    }

    // A table of one heading is named for it: monthly/H01.
    private static bool IsOf(FigureTable table, IReadOnlyDictionary<(string, string), (double Most, double Sum)> hidden) =>
        table.Id.IndexOf('/', StringComparison.Ordinal) is > 0 and var at && hidden.ContainsKey(("heading", table.Id[(at + 1)..]));

    private static FigureTable Held(FigureTable table, IReadOnlyDictionary<(string, string), (double Most, double Sum)> hidden)
    {
        if (table.Id is "headings" or "reporters" or "strip" || table.Id.StartsWith("grid/", StringComparison.Ordinal))
            return table;
        if (table.Id == "salw")
            return hidden.ContainsKey(("heading", "H08"))
                ? table with
                {
                    Rows = [.. table.Rows.Select(r => TableDisclosure.HeldRow(table, r))],
                    Known = new Known(0, 0),
                }
                : table;
        int[] at = [.. Enumerable.Range(0, table.Columns.Count).Where(i => Totals.Contains(table.Columns[i].Name, StringComparer.Ordinal))];
        return at.Length == 0
            ? table
            : table with
            {
                Rows =
                [
                    .. table.Rows.Select(r =>
                        at.Any(i => r.Cells[i] is string code && hidden.ContainsKey((table.Columns[i].Name, code)))
                            ? TableDisclosure.HeldRow(table, r)
                            : r
                    ),
                ],
            };
    }
}
