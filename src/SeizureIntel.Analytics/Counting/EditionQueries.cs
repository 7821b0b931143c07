using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;

namespace SeizureIntel.Analytics.Counting;

/// <summary>Writes into queries what their reader could see: whoever opens the edition later and may see more finds the records that were counted.</summary>
public static class EditionQueries
{
    /// <summary>The query with conditions on marking and reporting country; the same query for the owner.</summary>
    public static SeizureQuery Of(Reader reader, SeizureQuery query)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(query);
        query = Restriction.Narrowed(reader, query);
        if (reader.Ceiling < Marking.Red)
            query = Narrowed(query, "marking", Markings.UpTo(reader.Ceiling));
        if (reader.Countries is { } countries)
            query = Narrowed(query, "reporting_country", [.. countries.Order(StringComparer.Ordinal)]);
        return query;
    }

    /// <summary>The result with every query behind a figure so written.</summary>
    internal static StudyResult Apply(StudyResult result)
    {
        Reader reader = result.Scope.Reader;
        return reader.Equals(Reader.Owner)
            ? result
            : result with
            {
                Findings = [.. result.Findings.Select(f => f with { Evidence = Of(reader, f.Evidence) })],
                Tables = [.. result.Tables.Select(t => t with { Rows = [.. t.Rows.Select(r => Of(reader, r))] })],
            };
    }

    private static TableRow Of(Reader reader, TableRow row) =>
        row.Evidence is { } evidence ? row with { Evidence = Of(reader, evidence) } : row;

    private static Evidence Of(Reader reader, Evidence evidence) => evidence with { Query = Of(reader, evidence.Query) };

    // One of several countries that may be seen is narrow enough.
    private static SeizureQuery Narrowed(SeizureQuery query, string field, IReadOnlyList<string> seen) =>
        query.Where.TryGetValue(field, out IReadOnlyList<string>? asked) && asked.All(seen.Contains) ? query : query.With(field, seen);
}
