using System;
using System.Globalization;

namespace SeizureIntel.Etl.Intake;

/// <summary>Values of cells as text: dates as ISO 8601, numbers invariant with the 15 digits a spreadsheet shows.</summary>
internal static class SheetValue
{
    // A time alone is one of the day from which spreadsheets count.
    private static readonly DateOnly[] Epoch = [new(1899, 12, 30), new(1899, 12, 31)];

    /// <summary>A number without an exponent, where one can be done without.</summary>
    public static string Plain(double number)
    {
        string text = number.ToString("G15", CultureInfo.InvariantCulture);
        if (!text.Contains('E', StringComparison.Ordinal))
            return text;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) && exact != 0
            ? exact.ToString(CultureInfo.InvariantCulture)
            : text;
    }

    /// <summary>A number that stands as text in XML; what is none stays as it is.</summary>
    public static string Plain(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? Plain(number) : value;

    /// <summary>A day, as precise as its cell shows it.</summary>
    public static string Moment(DateTime moment, CellStyle style)
    {
        string format = style switch
        {
            CellStyle.Time => "HH:mm:ss",
            CellStyle.Month => "yyyy-MM",
            CellStyle.Year => "yyyy",
            _ => moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss",
        };
        return moment.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A day in ISO 8601, as precise as its cell shows it; on the day from which spreadsheets count a time alone. What is none stays as
    /// it is.</summary>
    public static string Moment(string value, CellStyle style)
    {
        // Parts of a second come with up to nine digits.
        bool isMoment = DateTime.TryParseExact(
            value.Split('.')[0],
            ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateTime moment
        );
        return isMoment ? Moment(moment, Epoch.Contains(DateOnly.FromDateTime(moment)) ? CellStyle.Time : style) : value;
    }
}
