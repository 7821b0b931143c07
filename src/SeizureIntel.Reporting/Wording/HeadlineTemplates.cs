using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SeizureIntel.Reporting.Wording;

/// <summary>The sentences that headlines are made of, by key and language.</summary>
public sealed partial class HeadlineTemplates
{
    /// <summary>English.</summary>
    public static HeadlineTemplates English { get; } = new("en");

    private readonly FrozenDictionary<string, string> _templates;

    /// <summary>The templates of a language: the file <c>headlines.xx.json</c>, and the English ones for what it lacks.</summary>
    /// <param name="language">ISO 639-1; a language without a file is told in English.</param>
    public HeadlineTemplates(string language)
    {
        Dictionary<string, string> templates = Read("en")
            ?? throw new InvalidOperationException("headlines.en.json is not in the assembly.");
        foreach ((string key, string template) in Read(language) ?? [])
            templates[key] = template;
        _templates = templates.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Keys that have a template.</summary>
    public IEnumerable<string> Keys => _templates.Keys;

    /// <summary>True where a key has a template of its own.</summary>
    public bool Has(string key) => _templates.ContainsKey(key);

    /// <summary>A template with its named arguments put in.</summary>
    /// <exception cref="ArgumentException">The key is unknown, or an argument is missing.</exception>
    public string Fill(string key, IReadOnlyDictionary<string, string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (!_templates.TryGetValue(key, out string? template))
            throw new ArgumentException($"There is no headline '{key}'.", nameof(key));
        return Argument()
            .Replace(template, m =>
                arguments.TryGetValue(m.Groups[1].Value, out string? value)
                    ? value
                    : throw new ArgumentException($"The headline '{key}' lacks its argument {m.Value}.", nameof(arguments))
            );
    }

    private static Dictionary<string, string>? Read(string language)
    {
        using Stream? stream = typeof(HeadlineTemplates).Assembly.GetManifestResourceStream($"headlines.{language}.json");
        return stream is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(stream);
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Argument();
}
