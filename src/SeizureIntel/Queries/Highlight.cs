using System.Collections.Generic;

namespace SeizureIntel.Queries;

/// <summary>Where the words of a search stand in what was found: a passage of a text, or the name of a code.</summary>
/// <param name="Field">The field, by its name in the template.</param>
/// <param name="Text">The passage as it was written, cut with … where the text goes on; for a code its English name.</param>
/// <param name="Marks">The words found in it, in their order; at least one, none within another.</param>
public sealed record Highlight(string Field, string Text, IReadOnlyList<TextMark> Marks);

/// <summary>A part of a text.</summary>
/// <param name="Start">Its first UTF-16 code unit, from 0.</param>
/// <param name="Length">Its UTF-16 code units; at least one.</param>
public readonly record struct TextMark(int Start, int Length);
