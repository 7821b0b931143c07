namespace SeizureIntel.Analytics.Findings.Stories;

/// <summary>What a kind of finding is to a story.</summary>
/// <param name="Family">What it speaks of.</param>
/// <param name="Statement">How well it says a cause: 0 says most.</param>
/// <param name="Novelty">How new what it says is: 0 to 1.</param>
internal readonly record struct StoryKind(StoryFamily Family, int Statement, double Novelty);
