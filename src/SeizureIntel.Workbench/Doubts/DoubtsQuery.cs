using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Workbench.Doubts;

/// <summary>The records of a scope that look wrong or told twice.</summary>
public sealed record DoubtsQuery : FilterText;
