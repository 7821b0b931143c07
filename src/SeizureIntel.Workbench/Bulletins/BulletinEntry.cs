using System;

namespace SeizureIntel.Workbench.Bulletins;

/// <summary>A bulletin as kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Region">The region as asked for; null for all reporters.</param>
/// <param name="From">First day covered.</param>
/// <param name="To">Last day covered.</param>
/// <param name="Marking">Its ceiling, a TLP label.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
public sealed record BulletinEntry(string Id, string? Region, DateOnly From, DateOnly To, string Marking, DateTimeOffset CreatedAt);
