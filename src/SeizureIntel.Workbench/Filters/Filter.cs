using System.Collections.Generic;
using SeizureIntel.Queries;

namespace SeizureIntel.Workbench.Filters;

/// <summary>The shared filters as understood.</summary>
/// <param name="Query">All of them as one query.</param>
/// <param name="Region">The region as the user named it; null for all.</param>
/// <param name="Warnings">Conditions that cannot find anything, each with the nearest names.</param>
public sealed record Filter(SeizureQuery Query, string? Region, IReadOnlyList<string> Warnings);
