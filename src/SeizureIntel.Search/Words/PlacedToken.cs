namespace SeizureIntel.Search.Words;

/// <summary>A token and where its letters stand in the text as it was written.</summary>
/// <param name="Token">The folded token.</param>
/// <param name="Start">First UTF-16 code unit in the text.</param>
/// <param name="End">Behind the last one.</param>
internal readonly record struct PlacedToken(string Token, int Start, int End);
