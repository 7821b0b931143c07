using System;
using System.Globalization;
using SeizureIntel.CodeLists;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Workbench.Labels;

/// <summary>Values of a seizure's fields as people read them, the same on every page.</summary>
public sealed class ValueWords(CodeListSet codes)
{
    private readonly CodeWords _words = new(codes);

    /// <summary>The field without which a value could be misread: the unit of an amount, how precise a date is; null for none.</summary>
    public static string? CompanionOf(string field) =>
        field switch
        {
            "quantity" => "unit",
            "quantity_2" => "unit_2",
            "value" => "currency",
            "seizure_date" => "date_precision",
            _ => null,
        };

    /// <summary>The name of a code of a field.</summary>
    public string Code(string field, string code) => _words.Of(field, code);

    /// <summary>A number, with its unit where it has one.</summary>
    /// <param name="number">The number.</param>
    /// <param name="unit">Code of the unit or currency; null or empty for none.</param>
    /// <param name="phrases">The language; null for English.</param>
    public static string Number(double number, string? unit, Phrases? phrases = null)
    {
        Phrases language = phrases ?? Phrases.English;
        return string.IsNullOrEmpty(unit) ? number.ToString("#,0.######", language.Signs) : UnitWords.With(number, unit, language);
    }

    /// <summary>A number with its unit and every digit that is kept.</summary>
    /// <param name="number">The number.</param>
    /// <param name="unit">Code of the unit or currency; null or empty for none.</param>
    /// <param name="phrases">The language; null for English.</param>
    public static string Exact(double number, string? unit, Phrases? phrases = null)
    {
        Phrases language = phrases ?? Phrases.English;
        string digits = number.ToString("#,0.##########", language.Signs);
        string word = string.IsNullOrEmpty(unit) ? "" : UnitWords.Of(unit, language);
        return word.Length == 0 ? digits : digits + "\u00a0" + word;
    }

    /// <summary>A day as precise as the source was: a month stays a month.</summary>
    /// <param name="day">The first day of what was stated.</param>
    /// <param name="precision">DAY, MONTH, QUARTER or YEAR; null for a day.</param>
    /// <param name="phrases">The language; null for English.</param>
    public static string Day(DateOnly day, string? precision, Phrases? phrases = null)
    {
        Phrases language = phrases ?? Phrases.English;
        return precision switch
        {
            "YEAR" => day.ToString("yyyy", CultureInfo.InvariantCulture),
            "MONTH" => PeriodWords.Span(day, day.AddMonths(1).AddDays(-1), language),
            "QUARTER" => PeriodWords.Span(day, day.AddMonths(3).AddDays(-1), language),
            _ => language.ShortDay(day),
        };
    }
}
