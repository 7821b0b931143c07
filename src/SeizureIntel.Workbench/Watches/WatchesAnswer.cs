using System;
using System.Collections.Generic;
using SeizureIntel.Queries;
using SeizureIntel.Watches;

namespace SeizureIntel.Workbench.Watches;

/// <summary>The saved searches of an office, and its inbox.</summary>
/// <param name="Searches">Saved searches by name.</param>
/// <param name="Inbox">What watches told, newest first; at most 200.</param>
public sealed record WatchesAnswer(IReadOnlyList<SavedSearchAnswer> Searches, IReadOnlyList<NoticeAnswer> Inbox);

/// <summary>A saved search.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Query">What it looks for.</param>
/// <param name="SavedBy">Who saved it.</param>
/// <param name="SavedAt">When.</param>
/// <param name="Watch">How it tells; null where it does not.</param>
public sealed record SavedSearchAnswer(
    string Id,
    string Name,
    SeizureQuery Query,
    string SavedBy,
    DateTimeOffset SavedAt,
    WatchState? Watch
);

/// <summary>How a saved search tells of new matches.</summary>
/// <param name="Digest">How often.</param>
/// <param name="CooldownHours">Hours of silence after it has told.</param>
/// <param name="MutedUntil">Until when it is muted; null where it is not.</param>
/// <param name="LastToldAt">When it told last; null for never.</param>
/// <param name="NextAt">When it would tell of what arrived now.</param>
public sealed record WatchState(
    Digest Digest,
    int CooldownHours,
    DateTimeOffset? MutedUntil,
    DateTimeOffset? LastToldAt,
    DateTimeOffset NextAt
);

/// <summary>What a watch told.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SearchId">The saved search.</param>
/// <param name="Name">What it was called then.</param>
/// <param name="At">When it told.</param>
/// <param name="Seizures">New matches then.</param>
/// <param name="Cases">Cases that they belong to.</param>
/// <param name="Query">Gives their records; null where the saved search is gone.</param>
/// <param name="SeenBy">Who acknowledged it; null while nobody has.</param>
/// <param name="SeenAt">When.</param>
public sealed record NoticeAnswer(
    string Id,
    string SearchId,
    string Name,
    DateTimeOffset At,
    int Seizures,
    int Cases,
    SeizureQuery? Query,
    string? SeenBy,
    DateTimeOffset? SeenAt
);
