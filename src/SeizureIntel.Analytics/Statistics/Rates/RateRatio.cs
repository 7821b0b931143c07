namespace SeizureIntel.Analytics.Statistics.Rates;

/// <summary>Ratio of a rate now to a rate before, shrunk by what siblings show.</summary>
/// <param name="Median">Median of the ratio.</param>
/// <param name="Low">Lower end of the interval (a ratio).</param>
/// <param name="High">Upper end of the interval (a ratio).</param>
/// <param name="Level">Coverage of the interval, a share such as .9.</param>
public sealed record RateRatio(double Median, double Low, double High, double Level);
