namespace SeizureIntel.Analytics.Statistics.Classification;

/// <summary>A class that a text may belong to.</summary>
/// <param name="Class">The class, such as a heading.</param>
/// <param name="Confidence">Probability (0 to 1) learned on texts that were held out.</param>
public sealed record Proposal(string Class, double Confidence);
