using System;
using System.Collections.Generic;
using SeizureIntel.Values;

namespace SeizureIntel.Queries;

/// <summary>The one query object: search page, API, exports, studies and evidence all use it.</summary>
/// <remarks>Repeated values of a field are OR, different fields AND. A hierarchical code includes its children. The value <c>*</c> means any known value; a word such as NOT_STATED finds what is missing.</remarks>
public sealed record SeizureQuery
{
    /// <summary>Everything.</summary>
    public static SeizureQuery All { get; } = new();

    /// <summary>Words that must all occur in the texts of a seizure (narrative, names, labels), diacritics and letter case folded; <c>"…"</c> is a phrase. Null or blank for no condition.</summary>
    public string? Text { get; init; }

    /// <summary>Codes by field; the fields are those of <c>SeizureFields</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Where { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Codes that must not occur, by field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Not { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>First day of the period, seizure date; null for no bound.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the period, seizure date; null for no bound.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Highest marking the reader may see; null for the owner's full clearance.</summary>
    public Marking? Ceiling { get; init; }

    /// <summary>The same query with one more condition; an existing condition on the field is replaced by what both allow.</summary>
    public SeizureQuery With(string field, params IReadOnlyList<string> values)
    {
        var where = new Dictionary<string, IReadOnlyList<string>>(Where);
        where[field] = where.TryGetValue(field, out IReadOnlyList<string>? now) ? Both(now, values) : values;
        return this with { Where = where };
    }

    /// <summary>The same query within a period; the narrower bound of both holds.</summary>
    public SeizureQuery Within(DateOnly? from, DateOnly? to) => this with
    {
        From = From is { } f && (from is null || f > from) ? f : from,
        To = To is { } t && (to is null || t < to) ? t : to,
    };

    // An empty list of values matches nothing: two conditions that exclude each other must not become none.
    private static List<string> Both(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var common = new List<string>();
        foreach (string value in a)
        {
            foreach (string other in b)
            {
                if (value == other || other == "*") { common.Add(value); break; }
                if (value == "*") common.Add(other);
            }
        }

        return common;
    }
}
