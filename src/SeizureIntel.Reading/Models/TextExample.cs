namespace SeizureIntel.Reading.Models;

/// <summary>A text with the code that it is known to mean.</summary>
/// <param name="Text">The text; screened.</param>
/// <param name="Code">Its code.</param>
/// <param name="Group">Where it comes from: texts of one group are never on both sides of an evaluation.</param>
/// <param name="Language">Its language (ISO 639-1), or <c>und</c>.</param>
public sealed record TextExample(string Text, string Code, string Group, string Language);
