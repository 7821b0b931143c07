using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Fields;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Quality;

/// <summary>Brings the rows of one case together field by field.</summary>
internal static class CaseFields
{
    private static readonly string[] OfTheItem =
    [
        "heading",
        "product",
        "quantity",
        "unit",
        "quantity_2",
        "unit_2",
        "value",
        "currency",
        "hs_code",
        "brand",
        "species",
        "authenticity",
        "firearm_type",
        "firearm_make",
        "firearm_model",
        "calibre",
        "serial_numbers",
        "country_of_manufacture",
        "import_marks",
        "marking_status",
    ];

    // Several rows may each add to these; none contradicts another.
    private static readonly string[] Gathered = ["detection_technique", "risk_indicators", "handling", "nationalities"];

    // Concealments are paired on three axes and gathered as pairs elsewhere.
    private static readonly string[] Paired = ["concealment", "concealment_how", "concealment_level"];

    private static readonly string[] Accounts = ["narrative", "cover_goods"];

    private static readonly int[] CaseSlots =
    [
        .. SeizureFields
            .Template.Select((f, i) => (f.Name, i))
            .Where(p => !OfTheItem.Contains(p.Name) && !Paired.Contains(p.Name))
            .Select(p => p.i),
    ];

    /// <summary>The fields of the case: the first row that states a field gives it; a later row that states it otherwise raises an issue.</summary>
    public static Reading?[] Merge(IReadOnlyList<AcceptedRow> rows, List<Issue> issues)
    {
        Reading?[] first = rows[0].Draft.Items[0].Fields;
        if (rows.Count == 1)
            return first;
        var merged = (Reading?[])first.Clone();
        for (int r = 1; r < rows.Count; r++)
        {
            Reading?[] other = rows[r].Draft.Items[0].Fields;
            foreach (int slot in CaseSlots)
            {
                if (other[slot] is not { IsBlank: false } theirs)
                    continue;
                if (merged[slot] is not { IsBlank: false } ours)
                    merged[slot] = theirs;
                else if (!AreSame(ours, theirs))
                    merged[slot] = Resolve(slot, ours, theirs, rows[r].Draft.Row, issues);
            }
        }

        return merged;
    }

    private static Reading Resolve(int slot, Reading ours, Reading theirs, int row, List<Issue> issues)
    {
        string name = Slots.Field(slot).Name;
        if (Gathered.Contains(name))
            return new Reading { Many = [.. ours.Many.Concat(theirs.Many).DistinctBy(s => s.Code)] };
        if (Accounts.Contains(name))
            return ours.Words!.Contains(theirs.Words!, StringComparison.Ordinal)
                ? ours
                : new Reading { Words = ours.Words + "\n" + theirs.Words };
        issues.Add(new Issue(row, name, IssueCode.CaseConflict, null));
        // Of two markings the stricter holds for the case.
        if (slot == Slots.Marking && Markings.Find(theirs.One.Code) > Markings.Find(ours.One.Code))
            return theirs;
        // A value understood outlives one that was not.
        return !ours.One.IsKnown && theirs.One.IsKnown ? theirs : ours;
    }

    private static bool AreSame(Reading a, Reading b) =>
        ReferenceEquals(a, b)
        || (
            a.One.Code == b.One.Code
            && a.Date == b.Date
            && a.Number == b.Number
            && string.Equals(a.Words, b.Words, StringComparison.OrdinalIgnoreCase)
            && (a.One.Code != NonValue.Unmapped || string.Equals(a.One.Text, b.One.Text, StringComparison.OrdinalIgnoreCase))
            && a.Many.Select(s => s.Code).SequenceEqual(b.Many.Select(s => s.Code))
        );
}
