namespace SeizureIntel.Reading.Lexicon;

/// <summary>Words that stand for a code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Language">Language of the phrase (ISO 639-1).</param>
/// <param name="Phrase">Words in any order; a star stands for any beginning or ending of a word. A leading "! " marks words that mean the code only
/// after a negation, a leading "> " words in this order.</param>
public sealed record LexiconPhrase(string Code, string Language, string Phrase);
