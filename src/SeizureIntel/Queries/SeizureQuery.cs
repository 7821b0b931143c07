using System;
using System.Collections.Generic;

namespace SeizureIntel.Queries;

/// <summary>The one query object: search page, API, exports, studies and evidence all use it.</summary>
/// <remarks>Repeated values of a field are OR, different fields AND. A hierarchical code includes its children, <c>=code</c> stands for the code
/// alone. The value <c>*</c> means any known value; a word such as NOT_STATED finds what is missing. A query says what is asked; what may be seen says
/// the <c>Reader</c> beside it.</remarks>
public sealed record SeizureQuery
{
    /// <summary>Everything.</summary>
    public static SeizureQuery All { get; } = new();

    /// <summary>Words that must all occur in the texts of a seizure (narrative, names, labels), diacritics and letter case folded; <c>"…"</c> is a
    /// phrase. Null or blank for no condition.</summary>
    public string? Text { get; init; }

    /// <summary>Words of which none may occur, written as in <see cref="Text"/>; null or blank for no condition.</summary>
    public string? Without { get; init; }

    /// <summary>Codes by field; the fields are those of <c>SeizureFields</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Where { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Codes that must not occur, by field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Not { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>First day of the period, seizure date; null for no bound.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the period, seizure date; null for no bound.</summary>
    public DateOnly? To { get; init; }

    /// <summary>A further query that must hold too; null for none. It carries a second condition on a field that already has one.</summary>
    public SeizureQuery? And { get; init; }

    /// <summary>The same query with one more condition; a seizure must meet it and what the field had to meet before.</summary>
    public SeizureQuery With(string field, params IReadOnlyList<string> values)
    {
        var where = new Dictionary<string, IReadOnlyList<string>>(Where) { [field] = values };
        if (!Where.TryGetValue(field, out IReadOnlyList<string>? now) || Contains(now, values))
            return this with { Where = where };
        var before = new SeizureQuery
        {
            Where = new Dictionary<string, IReadOnlyList<string>> { [field] = now },
            And = And,
        };
        return this with { Where = where, And = before };
    }

    /// <summary>The same query within a period; the narrower bound of both holds.</summary>
    public SeizureQuery Within(DateOnly? from, DateOnly? to) =>
        this with
        {
            From = From is { } f && (from is null || f > from) ? f : from,
            To = To is { } t && (to is null || t < to) ? t : to,
        };

    // A condition that the new one implies need not be kept beside it.
    private static bool Contains(IReadOnlyList<string> values, IReadOnlyList<string> part)
    {
        foreach (string value in part)
        {
            bool isIn = false;
            foreach (string other in values)
                isIn |= other == value;
            if (!isIn)
                return false;
        }

        return true;
    }
}
