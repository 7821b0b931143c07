namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>A rank test of a single shift.</summary>
/// <param name="Statistic">Largest absolute rank statistic (a number of ranks).</param>
/// <param name="At">Number of periods before the shift, from 1.</param>
/// <param name="PValue">Approximate p-value (a probability).</param>
public sealed record PettittShift(double Statistic, int At, double PValue);
