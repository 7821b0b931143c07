using System;
using SeizureIntel.Queries;

namespace SeizureIntel.Watches;

/// <summary>A search that an office keeps; with a <see cref="Watch"/> it tells of new matches.</summary>
/// <param name="Id">A UUID of version 7, 32 hexadecimal digits.</param>
/// <param name="OfficeId">The office that shares it; empty for the command line's.</param>
/// <param name="Name">What it is called; screened.</param>
/// <param name="Query">What is looked for; typed words were screened.</param>
/// <param name="SavedBy">Who saved it, in whose name a watch looks; empty for the command line.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="Watch">How it tells; null for a search that only waits to be opened.</param>
public sealed record SavedSearch(
    string Id,
    string OfficeId,
    string Name,
    SeizureQuery Query,
    string SavedBy,
    DateTimeOffset CreatedAt,
    Watch? Watch
);
