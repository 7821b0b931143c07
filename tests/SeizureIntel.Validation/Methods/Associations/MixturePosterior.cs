namespace SeizureIntel.Validation.Methods.Associations;

/// <summary>What a mixture of two gamma laws says about a cell's ratio of observed to expected.</summary>
/// <param name="FirstShare">Probability (0 to 1) that the cell belongs to the first law.</param>
/// <param name="GeometricMean">Geometric mean of the ratio (EBGM).</param>
/// <param name="Low">5 % quantile of the ratio (EB05).</param>
/// <param name="High">95 % quantile of the ratio (EB95).</param>
public sealed record MixturePosterior(double FirstShare, double GeometricMean, double Low, double High);
