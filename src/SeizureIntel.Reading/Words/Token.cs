namespace SeizureIntel.Reading.Words;

/// <summary>A word, a number or a Chinese character of a text.</summary>
/// <param name="Text">The word as lexicons compare it: folded, Chinese in simplified characters, digits without grouping marks.</param>
/// <param name="Stem">The word without the endings that number and case add; the word itself where it is short.</param>
/// <param name="Start">Its first character in the text, from 0.</param>
/// <param name="End">The character behind its last.</param>
/// <param name="Kind">What it is made of.</param>
internal readonly record struct Token(string Text, string Stem, int Start, int End, TokenKind Kind);
