namespace SeizureIntel.Dashboards.Desk;

/// <summary>What a page is asked for, as written in its address.</summary>
/// <param name="From">First day, month or year; null for no bound.</param>
/// <param name="To">Last day, month or year; null for no bound.</param>
/// <param name="Region">Region by name, RILO code or list of ISO codes; null for all.</param>
/// <param name="Heading">Heading by code or name; null for all.</param>
public sealed record PageFilter(string? From, string? To, string? Region, string? Heading);
