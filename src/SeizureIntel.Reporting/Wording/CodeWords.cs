using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Text;
using SeizureIntel.Values;

namespace SeizureIntel.Reporting.Wording;

/// <summary>Names for fields and their codes.</summary>
/// <param name="codes">The code lists.</param>
/// <param name="phrases">The language; what a list does not name in it is named in English.</param>
public sealed class CodeWords(CodeListSet codes, Phrases phrases)
{
    /// <summary>English names.</summary>
    public CodeWords(CodeListSet codes)
        : this(codes, Phrases.English) { }

    /// <summary>The language.</summary>
    public Phrases Phrases => phrases;

    /// <summary>The English name of a field, such as <c>Mode of transport</c>.</summary>
    public static string Field(string field) => SeizureFields.Find(field)?.Label ?? Sentence(field);

    /// <summary>The name of a field.</summary>
    public string FieldName(string field) => phrases.Find("field." + field) ?? Field(field);

    /// <summary>The name of a code of a field; a route such as <c>CO&gt;ES</c> becomes <c>Colombia → Spain</c>. The code itself where no list knows
    /// it.</summary>
    public string Of(string field, string code)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(code);
        if (NonValue.Is(code))
            return Unsaid(code);
        if (field is SeizureFields.Leg or "path")
            return string.Join(" → ", code.Split('>').Select(Country));
        if (field is "from" or "to")
            return Country(code);
        if (field is "field")
            return FieldName(code);
        if (field is "heading" or "headings" or "case_headings")
            return Listed("heading", code);
        string label = Listed(field, code);
        if (label != code)
            return label;
        string words = code.Contains('_', StringComparison.Ordinal) ? Sentence(code) : code;
        // Text of a seizure is never translated; a code without a list is.
        return SeizureFields.Find(field)?.Kind is FieldKind.Code or FieldKind.Codes ? phrases.FindSaid(words) ?? words : words;
    }

    /// <summary>What a study says, in the language, with the names of its codes.</summary>
    public string Say(Phrase phrase) => phrases.Say(phrase, code => Of(code.Field, code.Code));

    /// <summary>The name of a country.</summary>
    public string Country(string code) => NonValue.Is(code) ? Unsaid(code) : Listed("reporting_country", code);

    /// <summary>Names of several codes, joined by commas.</summary>
    public string Of(string field, IReadOnlyList<string> values) => string.Join(", ", values.Select(v => Of(field, v)));

    private string Listed(string field, string code) =>
        SeizureFields.Find(field) is { } known && codes.Of(known) is { } list ? list.Label(code, phrases.Language) : code;

    private string Unsaid(string code) => phrases.Find("value." + code) ?? Sentence(code);

    private static string Sentence(string code)
    {
        string words = code.Replace('_', ' ').Replace('-', ' ');
        if (words.All(c => !char.IsLower(c)))
            words = words.ToLowerInvariant();
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
