using System;
using System.Collections.Generic;
using SeizureIntel.Queries;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>The bar that says a scope the same way on every page.</summary>
internal sealed class ScopeView
{
    /// <summary>What the address says.</summary>
    public required PageAddress Address { get; init; }

    /// <summary>The period in words; null for all dates, or for one that cannot be read.</summary>
    public string? Period { get; init; }

    /// <summary>The period of the same length before; null without bounds.</summary>
    public string? Earlier { get; init; }

    /// <summary>The period of the same length after; null without bounds.</summary>
    public string? Later { get; init; }

    /// <summary>The conditions beyond period, region and heading.</summary>
    public IReadOnlyList<ScopeChip> Chips { get; init; } = [];

    /// <summary>Reads the bar's content off an address.</summary>
    public static ScopeView Of(PageAddress address, ScopeLists lists)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(lists);
        (DateOnly? from, DateOnly? to) = ScopeLists.Period(address.One("from"), address.One("to"));
        bool isBounded = from is not null && to is not null && from <= to;
        return new ScopeView
        {
            Address = address,
            Period = isBounded ? lists.Texts.Span(from!.Value, to!.Value) : null,
            Earlier = isBounded ? Shifted(address, from!.Value, to!.Value, -1) : null,
            Later = isBounded ? Shifted(address, from!.Value, to!.Value, 1) : null,
            Chips = [.. Chosen(address, lists)],
        };
    }

    private static string? Shifted(PageAddress address, DateOnly from, DateOnly to, int steps)
    {
        if (PeriodShift.Of(from, to, steps) is not { } shifted)
            return null;
        (string first, string last) = PeriodShift.Written(shifted.From, shifted.To);
        return address.With("from", first).With("to", last).ToString();
    }

    private static IEnumerable<ScopeChip> Chosen(PageAddress address, ScopeLists lists)
    {
        foreach (string text in address.Many("text"))
            yield return new ScopeChip(null, text, IsExcluded: false, address.Minus("text", text).ToString());
        foreach (string heading in address.Many("heading"))
        {
            if (address.Many("heading").Count > 1)
                yield return Chip(address, lists, "heading", "heading", heading, heading);
        }

        foreach (string name in new[] { "where", "not" })
        {
            foreach (string condition in address.Many(name))
            {
                int at = condition.IndexOf('=', StringComparison.Ordinal);
                yield return at > 0
                    ? Chip(address, lists, name, condition[..at], condition[(at + 1)..], condition)
                    : new ScopeChip(null, condition, name == "not", address.Minus(name, condition).ToString());
            }
        }

        foreach (string query in address.Many("query"))
            yield return new ScopeChip(null, Records(query, lists), IsExcluded: false, address.Minus("query", query).ToString());
    }

    private static ScopeChip Chip(PageAddress address, ScopeLists lists, string name, string field, string value, string whole) =>
        new(lists.Field(field), lists.Word(field, value), name == "not", address.Minus(name, whole).ToString());

    // A figure's own query, said in words; what cannot be read is answered by the page itself.
    private static string Records(string json, ScopeLists lists)
    {
        try
        {
            return QueryWords.Of(SeizureQueryJson.Read(json), lists) is { Length: > 0 } words ? words : json;
        }
        catch (FormatException)
        {
            return json;
        }
    }
}
