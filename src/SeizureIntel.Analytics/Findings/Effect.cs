namespace SeizureIntel.Analytics.Findings;

/// <summary>The size of what was found, with its interval.</summary>
/// <param name="Name">rate_ratio, odds_ratio, lift, share_change, percent_per_year, …</param>
/// <param name="Value">The size.</param>
/// <param name="Low">Lower bound; null where no interval is defined.</param>
/// <param name="High">Upper bound; null where no interval is defined.</param>
/// <param name="Level">Coverage of the bounds; null where there are none.</param>
public sealed record Effect(string Name, double Value, double? Low, double? High, double? Level);
