using System.Collections.Generic;

namespace SeizureIntel.Workbench.Filters;

/// <summary>The shared filters as written on a command line or in an address.</summary>
internal sealed record FilterText
{
    /// <summary>Words; null for no condition.</summary>
    public string? Text { get; init; }

    /// <summary>Conditions <c>FIELD=VALUE</c>.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>Conditions <c>FIELD=VALUE</c> that must not hold.</summary>
    public IReadOnlyList<string> Not { get; init; } = [];

    /// <summary>First day, month or year; null for no bound.</summary>
    public string? From { get; init; }

    /// <summary>Last day, month or year; null for no bound.</summary>
    public string? To { get; init; }

    /// <summary>Region by name, RILO code or list of ISO codes; null for all.</summary>
    public string? Region { get; init; }

    /// <summary>Headings by code or name; empty for all.</summary>
    public IReadOnlyList<string> Heading { get; init; } = [];

    /// <summary>A query as JSON; null for none.</summary>
    public string? Query { get; init; }
}
