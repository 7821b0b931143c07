using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Values;

namespace SeizureIntel.Readers;

/// <summary>What a reader does not see of the records that they see: fields above their clearance, and the words of one heading.</summary>
public static class Restriction
{
    // Pornography and paedophilia: what was written of it is searched and read by who may see everything, by nobody else.
    private const string ClosedHeading = "H12";
    private const string Narrative = "narrative";
    private const string Headings = "case_headings";

    /// <summary>Whether a reader sees what a field holds.</summary>
    public static bool Sees(this Reader reader, SeizureField field)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(field);
        return field.Least <= reader.Ceiling;
    }

    /// <summary>Whether a reader sees what a field holds in a case.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="field">The field.</param>
    /// <param name="caseHeadings">Headings in the case.</param>
    public static bool SeesIn(this Reader reader, SeizureField field, IEnumerable<string> caseHeadings) =>
        reader.Sees(field) && (field.Name != Narrative || reader.ReadsAllWords() || !IsClosed(caseHeadings));

    /// <summary>Whether a reader may search and read what was written of every heading.</summary>
    public static bool ReadsAllWords(this Reader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.Ceiling == Marking.Red;
    }

    /// <summary>Whether the words of a case are closed to who does not read all words.</summary>
    /// <param name="caseHeadings">Headings in the case.</param>
    public static bool IsClosed(IEnumerable<string> caseHeadings) => caseHeadings.Contains(ClosedHeading, StringComparer.Ordinal);

    /// <summary>Whether the words of a case are closed for one of its headings to who does not read all words.</summary>
    public static bool IsClosed(string heading) => heading == ClosedHeading;

    /// <summary>The query as it is asked for a reader: cases whose words are closed are not found by words, nor left out by them.</summary>
    public static SeizureQuery Narrowed(Reader reader, SeizureQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (reader.ReadsAllWords() || !AsksForWords(query))
            return query;
        var not = new Dictionary<string, IReadOnlyList<string>>(query.Not);
        IReadOnlyList<string> before = not.GetValueOrDefault(Headings) ?? [];
        if (!before.Contains(ClosedHeading))
            not[Headings] = [.. before, ClosedHeading];
        return query with { Not = not };
    }

    /// <summary>The first field of a query's conditions that a reader does not see; null where there is none.</summary>
    public static SeizureField? FieldAbove(Reader reader, SeizureQuery query)
    {
        for (SeizureQuery? part = query; part is not null; part = part.And)
        {
            foreach (string name in part.Where.Keys.Concat(part.Not.Keys))
            {
                if (SeizureFields.Find(name) is { } field && !reader.Sees(field))
                    return field;
            }
        }

        return null;
    }

    private static bool AsksForWords(SeizureQuery query)
    {
        for (SeizureQuery? part = query; part is not null; part = part.And)
        {
            if (
                !string.IsNullOrWhiteSpace(part.Text)
                || !string.IsNullOrWhiteSpace(part.Without)
                || part.Where.ContainsKey(Narrative)
                || part.Not.ContainsKey(Narrative)
            )
                return true;
        }

        return false;
    }
}
