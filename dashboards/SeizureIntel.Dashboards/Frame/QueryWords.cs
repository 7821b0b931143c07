using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Queries;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>A query in words.</summary>
internal static class QueryWords
{
    // More values of a field than anybody reads.
    private const int MostValues = 4;

    /// <summary>Its conditions with dots between; empty for a query without any.</summary>
    public static string Of(SeizureQuery? query, ScopeLists lists)
    {
        var parts = new List<string>();
        for (; query is not null; query = query.And)
        {
            if (query.Text is { Length: > 0 } text)
                parts.Add(text);
            parts.AddRange(query.Where.Select(c => $"{lists.Field(c.Key)}{lists.Colon}{Words(c.Key, c.Value, lists)}"));
            parts.AddRange(query.Not.Select(c => $"{lists.Field(c.Key)} \u2260 {Words(c.Key, c.Value, lists)}"));
            if (query.From is { } from && query.To is { } to)
                parts.Add(lists.Texts.Span(from, to));
        }

        return string.Join(" \u00b7 ", parts);
    }

    private static string Words(string field, IReadOnlyList<string> values, ScopeLists lists)
    {
        string shown = string.Join(", ", values.Take(MostValues).Select(v => lists.Word(field, v)));
        return values.Count > MostValues ? $"{shown} +{values.Count - MostValues}" : shown;
    }
}
