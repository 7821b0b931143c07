using System.Collections.Generic;

namespace SeizureIntel.Queries;

/// <summary>A seizure as a search shows it.</summary>
/// <param name="Id">Id of the seizure.</param>
/// <param name="CaseId">Id of its case.</param>
/// <param name="Values">Codes, numbers and dates (ISO 8601) as text by template field; missing fields are left out.</param>
public sealed record SeizureHit(string Id, string CaseId, IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    /// <summary>Where the words asked for stand in it, one passage a field; empty where no words were asked for, or where the reader may not read the
    /// text they stand in.</summary>
    public IReadOnlyList<Highlight> Highlights { get; init; } = [];
}
