using System;
using System.Collections.Generic;
using SeizureIntel.Queries;

namespace SeizureIntel.Workbench.Studies;

/// <summary>What a study was asked.</summary>
/// <param name="From">First day; null for no bound.</param>
/// <param name="To">Last day; null for no bound.</param>
/// <param name="Region">The region as named; null for all.</param>
/// <param name="Where">Conditions by field.</param>
/// <param name="Query">All of it as one query.</param>
public sealed record ScopeReply(
    DateOnly? From,
    DateOnly? To,
    string? Region,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Where,
    SeizureQuery Query
);
