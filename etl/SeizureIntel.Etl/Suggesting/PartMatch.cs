using System;
using System.Collections.Generic;
using SeizureIntel.CodeLists;
using SeizureIntel.Text;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Finds the code that some of a value's words mean.</summary>
internal static class PartMatch
{
    private const int MostWords = 6;
    private const int LongestPart = 4;
    private const int ShortestPart = 4;

    /// <summary>The code of the longest run of words that the list knows; null where none is long enough to say what the value is.</summary>
    public static Code? Find(CodeList list, string value)
    {
        IReadOnlyList<string> words = FoldedText.Tokens(value);
        if (words.Count is 0 or > MostWords)
            return null;
        for (int length = Math.Min(LongestPart, words.Count); length > 0; length--)
        {
            for (int start = 0; start + length <= words.Count; start++)
            {
                string part = string.Join(' ', Slice(words, start, length));
                if (part.Length >= ShortestPart && list.Find(part) is { } code && part.Length * 3 >= value.Length)
                    return code;
            }
        }

        return null;
    }

    /// <summary>How much of a value its known part is, 0 to 1: how surely the part says what the whole is.</summary>
    public static double Share(CodeList list, string value)
    {
        IReadOnlyList<string> words = FoldedText.Tokens(value);
        int letters = 0,
            known = 0;
        foreach (string word in words)
            letters += word.Length;
        for (int length = Math.Min(LongestPart, words.Count); length > 0 && known == 0; length--)
        {
            for (int start = 0; start + length <= words.Count && known == 0; start++)
            {
                string part = string.Join(' ', Slice(words, start, length));
                if (part.Length >= ShortestPart && list.Find(part) is not null)
                    known = part.Length - length + 1;
            }
        }

        return letters == 0 ? 0 : Math.Min(0.95, 0.4 + (0.6 * known / letters));
    }

    private static IEnumerable<string> Slice(IReadOnlyList<string> words, int start, int length)
    {
        for (int i = start; i < start + length; i++)
            yield return words[i];
    }
}
