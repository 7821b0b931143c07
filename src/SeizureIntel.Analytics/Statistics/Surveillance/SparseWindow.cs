namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>One recent window of a sparse series.</summary>
/// <param name="Weeks">Length of the window in weeks.</param>
/// <param name="Count">Events in it.</param>
/// <param name="Expected">Expected events.</param>
/// <param name="MidP">Mid-p value (a probability) of as many events or more.</param>
public sealed record SparseWindow(int Weeks, double Count, double Expected, double MidP);
