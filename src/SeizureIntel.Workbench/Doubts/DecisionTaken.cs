using SeizureIntel.Decisions;

namespace SeizureIntel.Workbench.Doubts;

/// <summary>What became of a decision.</summary>
/// <param name="Subject">What it is about, by which it is undone.</param>
/// <param name="Kind">What it looked like.</param>
/// <param name="Choice">What was decided; null where a decision was undone.</param>
/// <param name="IsSearchable">Whether the index has followed; it follows by itself where not.</param>
public sealed record DecisionTaken(string Subject, DoubtKind Kind, Choice? Choice, bool IsSearchable);
