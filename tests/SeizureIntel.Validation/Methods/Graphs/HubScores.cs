using System.Collections.Generic;

namespace SeizureIntel.Validation.Methods.Graphs;

/// <summary>Places that point to much-reached places, and places that such places point to.</summary>
/// <param name="Hubs">Shares from 0 to 1 that sum to 1, one a place.</param>
/// <param name="Authorities">Shares from 0 to 1 that sum to 1, one a place.</param>
public sealed record HubScores(IReadOnlyList<double> Hubs, IReadOnlyList<double> Authorities);
