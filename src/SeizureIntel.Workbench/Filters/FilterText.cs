using System.Collections.Generic;
using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Filters;

/// <summary>The shared filters as written on a command line or in an address.</summary>
public record FilterText
{
    /// <summary>Words; null for no condition.</summary>
    [Asked(
        "Words that must all occur, in any language; \"…\" is a phrase, -word must not occur, field:value is a condition and "
            + "-field:value its contrary"
    )]
    public string? Text { get; init; }

    /// <summary>Conditions <c>FIELD=VALUE</c>.</summary>
    [Asked(
        "Condition on a field by code or name; the same field again is OR, another field AND; =NOT_STATED finds what is missing, "
            + "==CODE a code without those below it",
        Shown = "FIELD=VALUE"
    )]
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>Conditions <c>FIELD=VALUE</c> that must not hold.</summary>
    [Asked("Condition that must not hold", Shown = "FIELD=VALUE")]
    public IReadOnlyList<string> Not { get; init; } = [];

    /// <summary>First day, month or year; null for no bound.</summary>
    [Asked("First day, month or year", Shown = "YYYY-MM-DD")]
    public string? From { get; init; }

    /// <summary>Last day, month or year; null for no bound.</summary>
    [Asked("Last day, month or year", Shown = "YYYY-MM-DD")]
    public string? To { get; init; }

    /// <summary>Region by name, RILO code or list of ISO codes; null for all.</summary>
    [Asked("Reporting countries: a UN M49 name, a RILO code, or ISO codes such as NL,BE", Shown = "region")]
    public string? Region { get; init; }

    /// <summary>Headings by code or name; empty for all.</summary>
    [Asked("Heading by code or name, such as H01 or drugs", Shown = "heading")]
    public IReadOnlyList<string> Heading { get; init; } = [];

    /// <summary>A query as JSON; null for none.</summary>
    [Asked("A query as JSON, such as a finding's evidence.query, or @FILE", Shown = "JSON|@FILE")]
    public string? Query { get; init; }
}
