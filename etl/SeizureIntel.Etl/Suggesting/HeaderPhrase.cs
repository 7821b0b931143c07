namespace SeizureIntel.Etl.Suggesting;

/// <summary>A phrase by which columns are named.</summary>
/// <param name="Field">A template field, or a word with <c>_</c> before it for a column that is known and not taken.</param>
/// <param name="Language">ISO 639-1, or <c>mul</c> for several.</param>
/// <param name="Weight">How surely it names that field, 0 to 1.</param>
/// <param name="Text">As the list has it.</param>
/// <param name="Words">Its words, folded, without those that join.</param>
/// <param name="IsSure">Whether it says its field whatever stands beside it.</param>
internal sealed record HeaderPhrase(string Field, string Language, double Weight, string Text, string[] Words, bool IsSure);
