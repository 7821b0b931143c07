namespace SeizureIntel.Dashboards.Desk;

/// <summary>What a person needs to set up one-time codes.</summary>
/// <param name="Key">The shared key in groups of four, to be typed where nothing can be scanned.</param>
/// <param name="Picture">The same as a QR code: SVG.</param>
public sealed record CodeOffer(string Key, string Picture);
