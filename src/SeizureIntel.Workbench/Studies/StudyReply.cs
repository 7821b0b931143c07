using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Workbench.Studies;

/// <summary>What a study returns, in the one shape of findings.</summary>
public sealed record StudyReply
{
    /// <summary>Name of the study.</summary>
    public required string Study { get; init; }

    /// <summary>The scope's last day, or the last seizure date; null without data.</summary>
    public required DateOnly? AsOf { get; init; }

    /// <summary>When the last submission was received, UTC; null without data.</summary>
    public required DateTimeOffset? DataCutOff { get; init; }

    /// <summary>What was asked.</summary>
    public required ScopeReply Scope { get; init; }

    /// <summary>Who reported within the scope.</summary>
    public required ScopeCoverage Coverage { get; init; }

    /// <summary>Findings: tested before untested, by q, then rank downwards, then id.</summary>
    public required IReadOnlyList<FindingReply> Findings { get; init; }

    /// <summary>The findings told as stories, each in one; what an office would act on first.</summary>
    public required IReadOnlyList<StoryReply> Stories { get; init; }

    /// <summary>The figures behind them.</summary>
    public required IReadOnlyList<FigureTable> Tables { get; init; }

    /// <summary>What could not be tested, and why.</summary>
    public required IReadOnlyList<string> NotTestable { get; init; }
}
