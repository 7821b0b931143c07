using System;
using SeizureIntel.Workbench.Steps;

namespace SeizureIntel.Workbench.Jobs;

/// <summary>A study, or a bulletin, that runs, waits or has ended.</summary>
/// <param name="Id">Id of the job.</param>
/// <param name="Name">Name of the study, or <c>bulletin</c>.</param>
/// <param name="State">What it does.</param>
/// <param name="Before">Jobs that have their turn before it; 0 unless it waits.</param>
/// <param name="Step">How far it has come; null where it cannot tell.</param>
/// <param name="AskedAt">When it was first asked for, UTC.</param>
/// <param name="Seconds">Seconds since then, until its end.</param>
/// <param name="Bulletin">Id of the bulletin that it made; null for a study, and before.</param>
/// <param name="Problem">Why it failed; null where it did not.</param>
public sealed record JobAnswer(
    string Id,
    string Name,
    JobState State,
    int Before,
    Step? Step,
    DateTimeOffset AskedAt,
    double Seconds,
    string? Bulletin,
    string? Problem
);
