namespace SeizureIntel.Workbench.Watches;

/// <summary>What an office saved, and what its watches told.</summary>
public sealed record WatchesQuery;
