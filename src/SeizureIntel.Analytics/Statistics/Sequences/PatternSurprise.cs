namespace SeizureIntel.Analytics.Statistics.Sequences;

/// <summary>A pattern against what single legs let expect.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Expected">Routes with the pattern that a chain of independent legs would give (count).</param>
/// <param name="PValue">Probability (0 to 1) of at least the observed number.</param>
/// <param name="Q">False discovery rate (share, 0 to 1).</param>
public sealed record PatternSurprise(SequencePattern Pattern, double Expected, double PValue, double Q);
