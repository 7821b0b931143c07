using System.Linq;
using System.Text.RegularExpressions;
using SeizureIntel.Text;

namespace SeizureIntel.Workbench.Search;

/// <summary>The text of a search with another word in the place of one.</summary>
internal static partial class CorrectedText
{
    /// <summary>The text as it was typed, quotes and all, with each occurrence of a word replaced.</summary>
    /// <param name="text">The text.</param>
    /// <param name="word">The word, folded.</param>
    /// <param name="instead">What stands in its place.</param>
    public static string Of(string text, string word, string instead)
    {
        string corrected = Words().Replace(text, m => FoldedText.Key(m.Value) == word ? instead : m.Value);

        // A word that only folding makes one, such as ligatures within signs, is not found as it was typed.
        return corrected == text ? string.Join(' ', FoldedText.Tokens(text).Select(t => t == word ? instead : t)) : corrected;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
