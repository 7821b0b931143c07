using System;
using System.Collections.Generic;
using System.Globalization;
using SeizureIntel.CodeLists;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Date cells.</summary>
internal static class Dates
{
    private const int SerialDigits = 5;

    // 1 January 2000 and 2050, counted from 30 December 1899 as spreadsheets do.
    private const int FirstSerial = 36526;
    private const int LastSerial = 54789;

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
        if (Serial(text) is { } day)
            return new Reading { Date = new SeizureDate(day, DatePrecision.Day) };
        return Lists.Missing(nonValues, text) is not null ? Reading.Blank : Reading.Problem(IssueCode.BadDate, text);
    }

    /// <summary>The day of a spreadsheet's serial number, which stands where cells lost their format; null where it is none of 2000 to 2049.</summary>
    public static DateOnly? Serial(string text) =>
        text.Length == SerialDigits
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int serial)
        && serial is >= FirstSerial and < LastSerial
            ? DateOnly.FromDateTime(DateTime.FromOADate(serial))
            : null;
}
