using System;
using SeizureIntel.Values;

namespace SeizureIntel.Bulletins;

/// <summary>A bulletin as kept: what it covers and the document it was rendered from.</summary>
/// <param name="Id">Derived from its scope and the data it was made from.</param>
/// <param name="Region">The region as asked for; null for all reporters.</param>
/// <param name="From">First day covered.</param>
/// <param name="To">Last day covered.</param>
/// <param name="Marking">Its ceiling.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="DocumentJson">The whole document as JSON.</param>
/// <param name="Html">The rendered page, self-contained.</param>
/// <param name="ReleasedAt">When it was released to whoever its marking allows; null while it is its makers' alone.</param>
public sealed record BulletinRecord(
    string Id,
    string? Region,
    DateOnly From,
    DateOnly To,
    Marking Marking,
    DateTimeOffset CreatedAt,
    string DocumentJson,
    string Html,
    DateTimeOffset? ReleasedAt = null
);
