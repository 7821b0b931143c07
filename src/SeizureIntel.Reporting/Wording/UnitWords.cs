using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace SeizureIntel.Reporting.Wording;

/// <summary>Short words for units.</summary>
public static class UnitWords
{
    // Symbols of UNECE Recommendation 20 for the units that bulletins show most, and the project's own count units.
    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>
    {
        ["KGM"] = "kg",
        ["GRM"] = "g",
        ["MGM"] = "mg",
        ["TNE"] = "t",
        ["LTR"] = "L",
        ["MLT"] = "mL",
        ["HLT"] = "hL",
        ["LPA"] = "L of alcohol",
        ["MTQ"] = "m³",
        ["MTK"] = "m²",
        ["MTR"] = "m",
        ["CMT"] = "cm",
        ["H87"] = "pieces",
        ["NPR"] = "pairs",
        ["MIL"] = "thousand",
        ["ROUND"] = "rounds",
        ["STICK"] = "sticks",
        ["DOSE"] = "doses",
        ["BQL"] = "Bq",
        ["GBQ"] = "GBq",
        ["CTM"] = "ct",
        ["PLANT"] = "plants",
        ["share"] = "",
        ["H87 per case"] = "pieces a case",
        ["cases_per_week"] = "cases a week",
        ["cases_per_month"] = "cases a month",
        ["seizures_per_week"] = "seizures a week",
        ["seizures_per_month"] = "seizures a month",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The short word for a unit's code; the code's own words where there is none.</summary>
    public static string Of(string unit) => Symbols.TryGetValue(unit, out string? symbol) ? symbol : unit.Replace('_', ' ');

    /// <summary>A value with its unit, such as <c>12.5 kg</c> or <c>34 %</c>.</summary>
    public static string With(double value, string unit)
    {
        if (unit == "share")
            return NumberWords.Share(value);
        string word = Of(unit);
        if (value == 1 && word is "cases" or "seizures" or "pieces" or "rounds" or "days" or "weapons" or "reporters")
            word = word[..^1];
        return NumberWords.Quantity(value) + (word.Length == 0 ? "" : "\u00a0" + word);
    }

    /// <summary>The short word for a unit's code in a language.</summary>
    public static string Of(string unit, Phrases phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        return phrases.IsEnglish ? Of(unit) : phrases.Find("unit." + unit) ?? phrases.Say(Of(unit));
    }

    /// <summary>A value with its unit in a language.</summary>
    public static string With(double value, string unit, Phrases phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        if (phrases.IsEnglish)
            return With(value, unit);
        if (unit == "share")
            return NumberWords.Share(value, phrases.Signs);
        string word = (value == 1 ? phrases.Find($"unit.{unit}.one") : null) ?? Of(unit, phrases);
        return NumberWords.Quantity(value, phrases.Signs) + (word.Length == 0 ? "" : "\u00a0" + word);
    }
}
