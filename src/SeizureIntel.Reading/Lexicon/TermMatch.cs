namespace SeizureIntel.Reading.Lexicon;

/// <summary>A term at a place of a text.</summary>
/// <param name="Field">The field it belongs to.</param>
/// <param name="Code">Its code.</param>
/// <param name="From">The first token.</param>
/// <param name="To">The token behind the last.</param>
internal readonly record struct TermMatch(string Field, string Code, int From, int To);
