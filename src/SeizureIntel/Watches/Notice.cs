using System;
using System.Collections.Generic;
using SeizureIntel.Values;

namespace SeizureIntel.Watches;

/// <summary>What a watch told its office.</summary>
/// <param name="Id">Made of the watch and the submission up to which it told: the same matches are never told twice.</param>
/// <param name="SearchId">The saved search.</param>
/// <param name="SearchName">What it was called then.</param>
/// <param name="OfficeId">The office that is told; empty for the command line.</param>
/// <param name="Ceiling">Marking up to which was looked: who may see less is not told.</param>
/// <param name="At">When it told.</param>
/// <param name="Submissions">Ids of the submissions that brought the matches, oldest first.</param>
/// <param name="Seizures">New matches.</param>
/// <param name="Cases">Cases that they belong to.</param>
/// <param name="SeenBy">Account that acknowledged it; null while nobody has.</param>
/// <param name="SeenAt">When.</param>
public sealed record Notice(
    string Id,
    string SearchId,
    string SearchName,
    string OfficeId,
    Marking Ceiling,
    DateTimeOffset At,
    IReadOnlyList<string> Submissions,
    int Seizures,
    int Cases,
    string? SeenBy,
    DateTimeOffset? SeenAt
);
