using System;
using System.Collections.Generic;

namespace SeizureIntel.Analytics.Findings;

/// <summary>What a study returns.</summary>
public sealed record StudyResult
{
    /// <summary>Name of the study: overview, routes, concealment, trends, small-arms or coverage.</summary>
    public required string Study { get; init; }

    /// <summary>The scope's last day, or the last seizure date; never the clock. Null without data.</summary>
    public required DateOnly? AsOf { get; init; }

    /// <summary>What was asked.</summary>
    public required StudyScope Scope { get; init; }

    /// <summary>Who reported within the scope.</summary>
    public required ScopeCoverage Coverage { get; init; }

    /// <summary>Findings: tested before untested, by q, then rank downwards, then id.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The findings told as stories, each finding in one; by score downwards, then by the lead's id.</summary>
    public IReadOnlyList<Story> Stories { get; init; } = [];

    /// <summary>The figures behind them, by id.</summary>
    public IReadOnlyList<FigureTable> Tables { get; init; } = [];

    /// <summary>What could not be tested, and why.</summary>
    public IReadOnlyList<string> NotTestable { get; init; } = [];
}
