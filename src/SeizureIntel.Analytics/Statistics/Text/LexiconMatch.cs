namespace SeizureIntel.Analytics.Statistics.Text;

/// <summary>A code found in a text.</summary>
/// <param name="Code">The code.</param>
/// <param name="Phrase">The phrase that was found, as the lexicon has it.</param>
/// <param name="Position">Number of the first word of the match in the text, from 0.</param>
/// <param name="IsExact">Whether no letter had to be overlooked.</param>
public sealed record LexiconMatch(string Code, string Phrase, int Position, bool IsExact);
