using System;
using System.Collections.Generic;
using SeizureIntel.Fields;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Countries named after a place, as in <c>Addis Ababa, Ethiopia</c>.</summary>
internal static class Countries
{
    private static readonly char[] Commas = [',', '，', '\n'];

    /// <summary>The country of each value: the last part of it that names a country, or a place that the source's description puts in one.</summary>
    public static Reading AfterPlace(string text, FieldKind kind, CodeReader codes, string[] separators)
    {
        // A line's end parts a place from its country here, so only the other separators part values.
        string[] values = text.Split(
            Array.FindAll(separators, s => s != "\n"),
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        var found = new List<Stated>();
        var issues = new List<(IssueCode, string?)>();
        foreach (string value in values)
        {
            string? country = codes.Find(value);
            string[] parts = value.Split(Commas, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            for (int i = parts.Length - 1; i >= 0 && country is null; i--)
                country = codes.Find(parts[i]);
            if (country is null)
                issues.Add((IssueCode.UnknownCode, value));
            var stated = new Stated(country ?? NonValue.Unmapped, country == value ? null : value);
            if (found.Count == 0 || country is null || found[^1].Code != country)
                found.Add(stated);
        }

        if (kind == FieldKind.Codes)
            return new Reading { Many = found, Issues = issues };
        if (found.Count == 0)
            return Reading.Blank;
        // One field cannot hold two destinations; two places of one country are one.
        return found.Count == 1
            ? new Reading { One = new Stated(found[0].Code, found[0].Code == text ? null : text), Issues = issues }
            : new Reading { One = new Stated(NonValue.Unmapped, text), Issues = [(IssueCode.UnknownCode, text)] };
    }
}
