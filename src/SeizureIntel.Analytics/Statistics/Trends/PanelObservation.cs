namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>Events of one reporter in one period.</summary>
/// <param name="Reporter">The reporter.</param>
/// <param name="Period">The period's number.</param>
/// <param name="Count">Events of the tested commodity.</param>
/// <param name="Other">Events of all other commodities that the reporter sent: the exposure.</param>
public sealed record PanelObservation(string Reporter, int Period, double Count, double Other);
