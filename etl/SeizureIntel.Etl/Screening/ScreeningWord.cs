namespace SeizureIntel.Etl.Screening;

/// <summary>One row of a screening list.</summary>
/// <param name="Text">The word or phrase as written in the list.</param>
/// <param name="Language">Its language by ISO 639, or <c>mul</c> for several.</param>
/// <param name="Use">What the word is used for within its list; empty where the list has one use.</param>
/// <param name="Kind">The kind of data that the word announces; null where the use has none.</param>
/// <param name="IsAdded">Whether it is an office's own: from a further file of its list.</param>
internal sealed record ScreeningWord(string Text, string Language, string Use, NominalKind? Kind, bool IsAdded = false);
