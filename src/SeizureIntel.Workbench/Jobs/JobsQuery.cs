namespace SeizureIntel.Workbench.Jobs;

/// <summary>Which studies run or wait, or ended within the last two minutes.</summary>
public sealed record JobsQuery;
