using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Fields;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.SmallArms;

/// <summary>The four rows by which ISACS 05.60, clause 8.5, measures a border assessment, over the twelve months that end with the scope.</summary>
internal static class AssessmentReport
{
    private const string Kind = "isacs_8_5";

    /// <summary>One finding a row, the table with what is missing, and the interceptions by what is asked of each.</summary>
    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<FigureTable> Tables) Of(Arms arms)
    {
        DateOnly to = arms.Scoped.To,
            from = to.AddDays(1).AddYears(-1);
        var period = new Period(from, to);
        int[] rows = [.. arms.Scoped.Frame.Rows(from, to).Where(r => arms.Scoped.Frame["heading"].FirstCode(r) == Arms.Heading)];
        (string Row, string Label, string Field, string[] Codes, string[] Needed)[] asked =
        [
            (
                "a",
                "Interceptions of weapons, parts and ammunition",
                "heading",
                [Arms.Heading],
                ["reporting_service", "selection_basis", "detection_technique", "quantity"]
            ),
            (
                "b",
                "Seizures inland whose origin was traced or established",
                "trace_status",
                ["TRACED", "ORIGIN_ESTABLISHED_OTHERWISE"],
                ["border_context", "trace_status", "country_of_manufacture"]
            ),
            ("c", "Interceptions that led to a prosecution", "prosecution", ["OPENED", "ADMIN_SETTLED"], ["prosecution"]),
            ("d", "Interceptions that led to a conviction", "conviction", ["CONVICTED"], ["conviction"]),
        ];
        var findings = new List<Finding>();
        var table = new List<TableRow>();
        foreach ((string row, string label, string field, string[] codes, string[] needed) in asked)
        {
            bool isInland = row == "b";
            IReadOnlyList<int> found = arms.With(isInland ? arms.With(rows, "border_context", "INLAND") : rows, field, codes);
            Evidence evidence = isInland
                ? arms.Evidence(found.Count, period, ("border_context", ["INLAND"]), (field, codes))
                : arms.Evidence(found.Count, period, (field, codes));
            int cases = arms.Cases(found),
                of = arms.Cases(rows),
                known = arms.Cases(rows.Where(r => needed.All(n => IsKnown(arms.Scoped.Frame, n, r))));
            var missing = Phrase.Join("; ", [.. needed.Select(Missing)]);
            table.Add(new TableRow([row, label, cases, "cases", known, of, missing], evidence));
            var subject = new Dictionary<string, IReadOnlyList<string>> { ["heading"] = [Arms.Heading] };
            if (isInland)
                subject["border_context"] = ["INLAND"];
            if (field != "heading")
                subject[field] = codes;
            findings.Add(
                arms.Finding(
                    Kind,
                    subject,
                    period,
                    new Figure(cases, "cases"),
                    cases,
                    new Known(known, of),
                    found,
                    "isacs-05.60-8.5-" + row,
                    null,
                    [label, missing],
                    evidence
                )
            );
        }

        return (findings, [Summary(), InterceptionTable.Of(arms, rows, period)]);

        Phrase Missing(string field) =>
            $"{new NamedCode("field", field, SeizureFields.Find(field)!.Label)} missing in "
            + $"{rows.Count(r => !IsKnown(arms.Scoped.Frame, field, r))} of {rows.Length}";

        FigureTable Summary() =>
            new()
            {
                Id = "isacs_8_5",
                Title = "Border assessment, ISACS 05.60 clause 8.5",
                Columns =
                [
                    new("row", "Row"),
                    new("label", "What is counted"),
                    new("value", "Value", "cases"),
                    new("unit", "Unit"),
                    new("n", "Cases with the fields known", "cases"),
                    new("of", "Cases", "cases"),
                    new("missing", "What is missing"),
                ],
                Rows = table,
                Known = new Known(rows.Count(arms.Scoped.Frame["selection_basis"].HasKnown), rows.Length),
                Notes =
                [
                    $"Rolling twelve months, {from:yyyy-MM-dd} to {to:yyyy-MM-dd}. A field that nobody fills makes a nil, not a none.",
                ],
            };
    }

    private static bool IsKnown(SeizureFrame frame, string field, int row) =>
        field == "quantity" ? !double.IsNaN(frame.Numbers(field)[row]) : frame[field].HasKnown(row);
}
