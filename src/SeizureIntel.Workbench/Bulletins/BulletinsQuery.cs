namespace SeizureIntel.Workbench.Bulletins;

/// <summary>The bulletins kept: all that the reader may see.</summary>
public sealed record BulletinsQuery;
