using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using SeizureIntel.Charts;
using SeizureIntel.Text;

namespace SeizureIntel.Reporting.Wording;

/// <summary>The sentences and words that findings are told with, by key: a file <c>phrases.xx.json</c> a language.</summary>
public sealed partial class Phrases
{
    private static readonly string[] Told = ["en", "es", "fr"];

    private static readonly FrozenDictionary<string, Phrases> All = Told.ToFrozenDictionary(
        l => l,
        l => new Phrases(l),
        StringComparer.OrdinalIgnoreCase
    );

    private readonly FrozenDictionary<string, string> _templates;
    private readonly FrozenDictionary<string, string> _said;

    private Phrases(string language)
    {
        Language = language;
        _templates = Read($"phrases.{language}.json");
        _said = language == "en" ? FrozenDictionary<string, string>.Empty : Read($"said.{language}.json");
        Signs = new NumberFormatInfo
        {
            NumberDecimalSeparator = _templates["number.decimal"],
            NumberGroupSeparator = _templates["number.group"],
        };
    }

    /// <summary>The languages that have phrases, ISO 639-1.</summary>
    public static IReadOnlyList<string> Languages => Told;

    /// <summary>English.</summary>
    public static Phrases English => All["en"];

    /// <summary>The language, ISO 639-1.</summary>
    public string Language { get; }

    /// <summary>True for the language that studies themselves speak.</summary>
    public bool IsEnglish => this == English;

    /// <summary>How numbers are written: the decimal sign, and what stands between groups of three digits.</summary>
    public NumberFormatInfo Signs { get; }

    /// <summary>The English words that the language can say, as studies and desks write them.</summary>
    public IEnumerable<string> Said => _said.Keys;

    /// <summary>Keys that have a phrase.</summary>
    public IEnumerable<string> Keys => _templates.Keys;

    /// <summary>The phrases of a language; English where there are none.</summary>
    /// <param name="language">ISO 639-1.</param>
    public static Phrases Of(string language) => All.GetValueOrDefault(language, English);

    /// <summary>True where a key has a phrase of its own.</summary>
    public bool Has(string key) => _templates.ContainsKey(key);

    /// <summary>The phrase of a key as it stands; null where there is none.</summary>
    public string? Find(string key) => _templates.GetValueOrDefault(key);

    /// <summary>A phrase with its named arguments put in.</summary>
    /// <exception cref="ArgumentException">The key is unknown, or an argument is missing.</exception>
    public string Fill(string key, params IReadOnlyList<(string Name, string Value)> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (!_templates.TryGetValue(key, out string? template))
            throw new ArgumentException($"There is no phrase '{key}'.", nameof(key));
        return Argument()
            .Replace(template, m =>
                arguments.FirstOrDefault(a => a.Name == m.Groups[1].Value).Value
                ?? throw new ArgumentException($"The phrase '{key}' lacks its argument {m.Value}.", nameof(arguments))
            );
    }

    /// <summary>The words that every chart has.</summary>
    public ChartWords ChartWords => new(Say("Expected"), Say("Range expected"), Say("Beyond the range"), Say("none"));

    /// <summary>What a study or desk says, in the language; in English where the language has no words for it.</summary>
    /// <param name="phrase">What is said.</param>
    /// <param name="nameOf">Names of codes in the language; null for English ones.</param>
    public string Say(Phrase phrase, Func<NamedCode, string>? nameOf = null)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        if (IsEnglish)
            return phrase.Text;
        string template = phrase.Template;
        // What has no words of its own, as a list of phrases, is the same in every language.
        if (!_said.TryGetValue(template, out string? said))
            said = phrase.Arguments.Count > 0 && !Word().IsMatch(template) ? template : null;
        return said is null ? phrase.Text
            : phrase.Arguments.Count == 0 ? said
            : string.Format(Signs, said, [.. phrase.Arguments.Select(a => InLanguage(a, nameOf))]);
    }

    /// <summary>The words for an English text without places; null where the language has none.</summary>
    public string? FindSaid(string text) => _said.GetValueOrDefault(text);

    /// <summary>A day, such as <c>31 December 2013</c>.</summary>
    public string Day(DateOnly day) => Fill("date.day", ("day", DayNumber(day)), ("month", MonthName(day)), ("year", Written(day.Year)));

    /// <summary>A month, such as <c>December 2013</c>.</summary>
    public string Month(DateOnly day) => Fill("date.month", ("month", MonthName(day)), ("year", Written(day.Year)));

    /// <summary>A day where there is little room, such as <c>31 Dec 2013</c>.</summary>
    public string ShortDay(DateOnly day) =>
        Fill("date.day.short", ("day", DayNumber(day)), ("month", Fill("month.short." + Written(day.Month))), ("year", Written(day.Year)));

    /// <summary>A month where there is little room, such as <c>Dec 2013</c>.</summary>
    public string ShortMonth(DateOnly day) =>
        Fill("date.month.short", ("month", Fill("month.short." + Written(day.Month))), ("year", Written(day.Year)));

    /// <summary>A month written <c>2013-09</c> as <c>Sep 2013</c>; other texts as they are.</summary>
    public string ShortMonth(string month) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly first)
            ? ShortMonth(first)
            : month;

    /// <summary>A quarter written <c>2013-Q1</c> as <c>Q1 2013</c>; other texts as they are.</summary>
    public string Quarter(string quarter)
    {
        ArgumentNullException.ThrowIfNull(quarter);
        return quarter is [_, _, _, _, '-', 'Q', _] ? Fill("date.quarter", ("quarter", quarter[6..]), ("year", quarter[..4])) : quarter;
    }

    private object InLanguage(object argument, Func<NamedCode, string>? nameOf) =>
        argument switch
        {
            DateOnly day => Day(day),
            Phrase phrase => Say(phrase, nameOf),
            NamedCode code => nameOf?.Invoke(code) ?? code.Label,
            string word => FindSaid(word) ?? word,
            _ => argument,
        };

    private static FrozenDictionary<string, string> Read(string file)
    {
        using Stream stream = typeof(Phrases).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not in the assembly.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private string MonthName(DateOnly day) => Fill("month." + Written(day.Month));

    // French counts the days of a month from "1er" on.
    private string DayNumber(DateOnly day) => day.Day == 1 ? Fill("date.first") : Written(day.Day);

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Argument();

    [GeneratedRegex(@"\p{L}(?![^{]*\})")]
    private static partial Regex Word();
}
