namespace SeizureIntel.Reading.Lexicon;

/// <summary>A code found in a text.</summary>
/// <param name="Code">The code.</param>
/// <param name="Phrase">The phrase that was found, as the lexicon has it.</param>
/// <param name="Start">First character of the words that say so, from 0.</param>
/// <param name="Length">Characters from there to the end of the last of those words.</param>
/// <param name="IsExact">Whether no letter had to be overlooked.</param>
public sealed record LexiconMatch(string Code, string Phrase, int Start, int Length, bool IsExact);
