using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Queries;

namespace SeizureIntel.Workbench.Studies;

/// <summary>What a study returns, in the one shape of findings.</summary>
public sealed record StudyAnswer
{
    /// <summary>Name of the study.</summary>
    public required string Study { get; init; }

    /// <summary>The scope's last day, or the last seizure date; null without data.</summary>
    public required DateOnly? AsOf { get; init; }

    /// <summary>When the last submission was received, UTC; null without data.</summary>
    public required DateTimeOffset? DataCutOff { get; init; }

    /// <summary>What was asked.</summary>
    public required ScopeAnswer Scope { get; init; }

    /// <summary>Who reported within the scope.</summary>
    public required ScopeCoverage Coverage { get; init; }

    /// <summary>Findings: tested before untested, by q, then rank downwards, then id.</summary>
    public required IReadOnlyList<FindingAnswer> Findings { get; init; }

    /// <summary>The findings told as stories, each in one; what an office would act on first.</summary>
    public required IReadOnlyList<StoryAnswer> Stories { get; init; }

    /// <summary>The figures behind them.</summary>
    public required IReadOnlyList<FigureTable> Tables { get; init; }

    /// <summary>What could not be tested, and why.</summary>
    public required IReadOnlyList<string> NotTestable { get; init; }
}

/// <summary>What a study was asked.</summary>
/// <param name="From">First day; null for no bound.</param>
/// <param name="To">Last day; null for no bound.</param>
/// <param name="Region">The region as named; null for all.</param>
/// <param name="Where">Conditions by field.</param>
/// <param name="Query">All of it as one query.</param>
public sealed record ScopeAnswer(
    DateOnly? From,
    DateOnly? To,
    string? Region,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Where,
    SeizureQuery Query
);
