using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Workbench.Scorecards;

/// <summary>What the contributors of a scope sent, and what they get back for it.</summary>
public sealed record ScorecardsQuery : FilterText;
