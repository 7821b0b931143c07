using System.Collections.Generic;
using SeizureIntel.CodeLists;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Date cells.</summary>
internal static class Dates
{
    public static Reading Read(
        string text,
        IReadOnlyList<string> formats,
        DateOrder order,
        CodeList? nonValues,
        CodeList? months,
        int? fiscalYearStart
    )
    {
        if (fiscalYearStart is { } start && FiscalDate.Read(text, start, months) is { } month)
            return new Reading { Date = month };
        if (DateText.Read(text, formats, order, months, out bool isAmbiguous) is { } date)
            return new Reading { Date = date, Issues = isAmbiguous ? [(IssueCode.AmbiguousDate, text)] : [] };
        return Lists.Missing(nonValues, text) is not null ? Reading.Blank : Reading.Problem(IssueCode.BadDate, text);
    }
}
