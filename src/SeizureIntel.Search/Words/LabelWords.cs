using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;

namespace SeizureIntel.Search.Words;

/// <summary>The English names of codes as searchable text: a word finds a seizure whose product, heading, country or concealment is so named.</summary>
/// <remarks>Names are matched at the code, not written into the text of every seizure: a million seizures share a few hundred names.</remarks>
internal sealed class LabelWords
{
    /// <summary>The fields whose codes are found by their names.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "reporting_country",
        "country",
        "heading",
        "product",
        "origin_country",
        "departure_country",
        "transit_countries",
        "destination_country",
        "concealment",
        "concealment_how",
    ];

    private readonly (string Field, (string Code, string Text)[] Names)[] _fields;
    private string[]? _all;

    public LabelWords(CodeListSet lists) =>
        _fields = [
            .. Fields
                .Select(name => (Name: name, List: lists.Of(SeizureFields.Find(name)!)))
                .Where(f => f.List is not null)
                .Select(f => (f.Name, f.List!.Codes.Select(c => (c.Value, Padded(SearchTokens.Of(c.Label)))).ToArray())),
        ];

    /// <summary>The distinct words of all names.</summary>
    public IReadOnlyCollection<string> All =>
        _all ??= [.. _fields.SelectMany(f => f.Names).SelectMany(n => n.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    /// <summary>The codes, by field, in whose names a word or phrase occurs; fields without one are left out.</summary>
    public IReadOnlyList<(string Field, IReadOnlyList<string> Codes)> Find(SearchWord word)
    {
        string wanted = Padded(word.Tokens);
        if (word.IsPrefix)
            wanted = wanted[..^1];
        var found = new List<(string, IReadOnlyList<string>)>();
        foreach ((string field, (string Code, string Text)[] names) in _fields)
        {
            string[] codes = [.. names.Where(n => n.Text.Contains(wanted, StringComparison.Ordinal)).Select(n => n.Code)];
            if (codes.Length > 0)
                found.Add((field, codes));
        }

        return found;
    }

    private static string Padded(IReadOnlyList<string> tokens) => " " + string.Join(' ', tokens) + " ";
}
