using System.Collections.Generic;

namespace SeizureIntel.Validation.Methods.Rates;

/// <summary>Events of a route, pattern or cell before and now.</summary>
/// <param name="Reporter">The reporter that feeds it, for the change of that reporter's activity; empty = no adjustment.</param>
/// <param name="Baseline">Events in equally long periods of the past, oldest first.</param>
/// <param name="Recent">Events in the recent window.</param>
/// <param name="ExposureFactor">Change of exposure (a ratio) where several reporters feed it; null = the reporter's.</param>
public sealed record RouteActivity(string Reporter, IReadOnlyList<double> Baseline, double Recent, double? ExposureFactor = null);
