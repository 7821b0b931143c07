using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>A text whose personal parts are replaced by their class in brackets.</summary>
/// <param name="Text">The masked text; the original itself when nothing was found.</param>
/// <param name="Spans">Where the masked parts stood in the original, in order and without overlaps.</param>
public sealed record MaskedText(string Text, IReadOnlyList<MaskedSpan> Spans);
