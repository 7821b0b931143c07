namespace SeizureIntel.Reading.Models;

/// <summary>Predictions of nearly the same probability.</summary>
/// <param name="From">The lowest probability of the class.</param>
/// <param name="Texts">How many predictions.</param>
/// <param name="Stated">Their mean probability.</param>
/// <param name="Realised">The share of them that is right.</param>
public sealed record ReliabilityBin(double From, int Texts, double Stated, double Realised);
