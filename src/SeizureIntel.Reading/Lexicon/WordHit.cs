namespace SeizureIntel.Reading.Lexicon;

/// <summary>A word of a lexicon at a place of a text.</summary>
/// <param name="Word">Number of the lexicon's word.</param>
/// <param name="Tokens">How many tokens of the text it takes, 1 or more.</param>
/// <param name="IsExact">Whether no letter had to be overlooked.</param>
/// <param name="Added">Letters of the text that a star of the lexicon stands for.</param>
internal readonly record struct WordHit(int Word, int Tokens, bool IsExact, int Added = 0);
