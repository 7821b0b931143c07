namespace SeizureIntel.Queries;

/// <summary>A word near one that finds nothing, as a mistyped word does.</summary>
/// <param name="Word">The word that finds nothing, folded as search compares it.</param>
/// <param name="Instead">The word near it, folded likewise.</param>
/// <param name="Seizures">How many seizures the reader who asked finds with it; at least one.</param>
public sealed record WordSuggestion(string Word, string Instead, int Seizures);
