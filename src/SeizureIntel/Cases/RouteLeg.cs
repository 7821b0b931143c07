using SeizureIntel.Values;

namespace SeizureIntel.Cases;

/// <summary>One station of a route.</summary>
/// <param name="Role">Its part in the movement.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code as stated.</param>
/// <param name="Place">Place as stated: UN/LOCODE where the gazetteer knows it, else the text under UNMAPPED.</param>
public sealed record RouteLeg(LegRole Role, Stated Country, Stated Place);
