using System.Collections.Generic;
using SeizureIntel.Text;

namespace SeizureIntel.Etl.Screening;

/// <summary>Cuts a text for <see cref="PhraseBook"/>: punctuation is lost, so that "reg. no." and "reg no" are the same.</summary>
internal static class PhraseTokens
{
    private const char FirstHan = '\u3400';
    private static readonly string?[] HanTokens = new string?['\u9fff' - FirstHan + 1];

    private enum Sort
    {
        Other,
        Letter,
        Digit,
        Han,
    }

    public static void Cut(string text, List<PhraseToken> tokens)
    {
        tokens.Clear();
        int i = 0;
        while (i < text.Length)
        {
            Sort sort = SortOf(text[i]);
            int start = i++;
            if (sort == Sort.Other)
                continue;
            while (sort != Sort.Han && i < text.Length && (SortOf(text[i]) == sort || IsMark(text[i])))
                i++;
            string folded = sort == Sort.Han ? FoldHan(text[start]) : Fold(text[start..i]);
            if (folded.Length > 0)
                tokens.Add(new PhraseToken(start, i, folded));
        }
    }

    /// <summary>Folds as search does, and the letters that have no accent to lose: ł is l, ı is i.</summary>
    public static string Fold(string text)
    {
        string folded = FoldedText.Fold(text);
        foreach (char c in folded)
        {
            if (c is 'ł' or 'ı' or 'ø' or 'đ')
                return folded.Replace('ł', 'l').Replace('ı', 'i').Replace('ø', 'o').Replace('đ', 'd');
        }

        return folded;
    }

    // A text has hundreds of these signs and a language few thousand: each is folded once.
    private static string FoldHan(char sign)
    {
        if (sign < FirstHan)
            return Fold(sign.ToString());
        return HanTokens[sign - FirstHan] ??= Fold(sign.ToString());
    }

    private static Sort SortOf(char c)
    {
        if (char.IsAsciiLetter(c))
            return Sort.Letter;
        if (char.IsDigit(c))
            return Sort.Digit;
        if (c < 0x80)
            return Sort.Other;
        return TextSigns.IsHan(c) ? Sort.Han
            : char.IsLetter(c) ? Sort.Letter
            : Sort.Other;
    }

    // Combining accents, and the vowel signs of Arabic.
    private static bool IsMark(char c) => c is >= '\u0300' and <= '\u036f' or >= '\u064b' and <= '\u0652';
}
