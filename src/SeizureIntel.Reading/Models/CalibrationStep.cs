namespace SeizureIntel.Reading.Models;

/// <summary>What a model's probabilities are worth.</summary>
/// <param name="UpTo">The largest probability of the model that the step is of, 0 to 1.</param>
/// <param name="Realised">The share right of those, 0 to 1; no smaller than that of the step below.</param>
public sealed record CalibrationStep(double UpTo, double Realised);
