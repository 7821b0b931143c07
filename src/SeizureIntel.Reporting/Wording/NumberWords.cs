using System;
using System.Globalization;

namespace SeizureIntel.Reporting.Wording;

/// <summary>Writes numbers and dates as bulletins print them: the same in every culture, unless the signs of a language are given.</summary>
public static class NumberWords
{
    private const string Space = "\u00a0";
    private const string Minus = "\u2212";

    /// <summary>A count, such as <c>12,345</c>.</summary>
    public static string Count(double value, NumberFormatInfo? signs = null) => Signed(value, "#,0", signs);

    /// <summary>A quantity with three significant digits below 1 000 and whole numbers above, such as <c>0.0425</c>, <c>12.5</c>, <c>12,345</c>.</summary>
    public static string Quantity(double value, NumberFormatInfo? signs = null)
    {
        double size = Math.Abs(value);
        if (size >= 1000 || value == Math.Round(value))
            return Count(value, signs);
        if (size < 0.000001)
            return Signed(value, "0.##E+0", signs);
        int digits = Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 8);
        return Signed(value, digits == 0 ? "0" : "0." + new string('#', digits), signs);
    }

    /// <summary>A share as a percentage: whole from 10 %, else one decimal; what rounds to nothing but is not is written <c>&lt;0.1 %</c>.</summary>
    public static string Share(double share, NumberFormatInfo? signs = null) =>
        share is > 0 and < 0.0005
            ? "<" + Signed(0.1, "0.0", signs) + Space + "%"
            : Signed(share * 100, Math.Abs(share) >= 0.0995 || share == 0 ? "#,0" : "0.#", signs) + Space + "%";

    /// <summary>A relative change with its sign, such as <c>+12 %</c>.</summary>
    public static string Change(double share, NumberFormatInfo? signs = null) => (share > 0 ? "+" : "") + Share(share, signs);

    /// <summary>A p or q value: <c>0.031</c>, and <c>&lt; 0.001</c> below that.</summary>
    public static string Probability(double value, NumberFormatInfo? signs = null) =>
        value < 0.001 ? "<" + Space + Signed(0.001, "0.000", signs) : Signed(value, "0.###", signs);

    /// <summary>A day, such as <c>31 Dec 2013</c>.</summary>
    public static string Day(DateOnly day) =>
        day.ToString("d MMM yyyy", CultureInfo.InvariantCulture).Replace(" ", Space, StringComparison.Ordinal);

    /// <summary>A day whose year is said elsewhere, such as <c>31 Dec</c>.</summary>
    public static string DayOfYear(DateOnly day) =>
        day.ToString("d MMM", CultureInfo.InvariantCulture).Replace(" ", Space, StringComparison.Ordinal);

    /// <summary>A month written <c>2013-09</c> as <c>Sep 2013</c>; other texts as they are.</summary>
    public static string Month(string month) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly first)
            ? first.ToString("MMM yyyy", CultureInfo.InvariantCulture)
            : month;

    /// <summary>A quarter written <c>2013-Q1</c> as <c>Q1 2013</c>; other texts as they are.</summary>
    public static string Quarter(string quarter) => quarter is [_, _, _, _, '-', 'Q', _] ? quarter[5..] + " " + quarter[..4] : quarter;

    private static string Signed(double value, string format, NumberFormatInfo? signs)
    {
        string text = Math.Abs(value).ToString(format, signs ?? NumberFormatInfo.InvariantInfo);
        return value < 0 && text != "0" ? Minus + text : text;
    }
}
