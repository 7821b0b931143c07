namespace SeizureIntel.Etl.Suggesting;

/// <summary>What a column's name says it may be.</summary>
/// <param name="Strength">0 to 1; 1 where the whole name is the phrase.</param>
/// <param name="Phrase">The phrase of the list that was found.</param>
internal readonly record struct HeaderSign(double Strength, string Phrase);
