using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

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

    private Phrases(string language)
    {
        Language = language;
        using Stream stream = typeof(Phrases).Assembly.GetManifestResourceStream($"phrases.{language}.json")
            ?? throw new InvalidOperationException($"phrases.{language}.json is not in the assembly.");
        _templates = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The languages that have phrases, ISO 639-1.</summary>
    public static IReadOnlyList<string> Languages => Told;

    /// <summary>English.</summary>
    public static Phrases English => All["en"];

    /// <summary>The language, ISO 639-1.</summary>
    public string Language { get; }

    /// <summary>True for the language that studies themselves speak.</summary>
    public bool IsEnglish => this == English;

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

    /// <summary>A day, such as <c>31 December 2013</c>.</summary>
    public string Day(DateOnly day) => Fill("date.day", ("day", Written(day.Day)), ("month", MonthName(day)), ("year", Written(day.Year)));

    /// <summary>A month, such as <c>December 2013</c>.</summary>
    public string Month(DateOnly day) => Fill("date.month", ("month", MonthName(day)), ("year", Written(day.Year)));

    private string MonthName(DateOnly day) => Fill("month." + Written(day.Month));

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Argument();
}
