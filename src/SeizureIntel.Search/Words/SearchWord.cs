using System.Collections.Generic;

namespace SeizureIntel.Search.Words;

/// <summary>One condition of a free text: tokens that must stand one after the other.</summary>
/// <param name="Tokens">Tokens in their order; at least one.</param>
/// <param name="IsPrefix">True where the last token may go on: a single character of a script without spaces.</param>
internal sealed record SearchWord(IReadOnlyList<string> Tokens, bool IsPrefix)
{
    /// <summary>The condition in the language of FTS5, and as a key.</summary>
    public string Match => "\"" + string.Join(' ', Tokens) + "\"" + (IsPrefix ? " *" : "");
}
