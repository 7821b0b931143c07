using System;
using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Text;
using SeizureIntel.Text;

namespace SeizureIntel.Reading.Words;

/// <summary>Cuts a text into words, numbers and Chinese characters, each with its place.</summary>
internal static class Tokens
{
    private const int ShortestStem = 5;
    private const int GroupLength = 4;
    private const int ShortestSingular = 4;
    private const int MostRemembered = 50_000;

    // Folding a word with accents costs more than all that is looked up of it.
    private static readonly ConcurrentDictionary<string, (string Text, string Stem)> Known = new(StringComparer.Ordinal);

    private static readonly SearchValues<char> Stroked = SearchValues.Create("ıłøđœæىة");

    // The article and the particles that Arabic writes together with the next word.
    private static readonly string[] Particles = ["وبال", "وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ف"];

    // Endings of number and case, longest first.
    private static readonly string[] LatinEndings = ["ami", "ach", "ow", "om", "es", "en", "em", "s", "a", "e", "i", "o", "u", "y"];
    private static readonly string[] CyrillicEndings = ["ами", "ями", "ов", "ом", "ам", "ах", "ой", "а", "я", "у", "ю", "ы", "и", "е"];

    /// <summary>The tokens in the order of the text.</summary>
    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>(text.Length / 5);
        for (int i = 0; i < text.Length; )
        {
            char c = text[i];
            if (HanFolding.IsHan(c))
            {
                string one = HanFolding.Text(c);
                tokens.Add(new Token(one, one, i, ++i, TokenKind.Han));
            }
            else if (char.IsDigit(c))
            {
                int end = NumberEnd(text, i);
                string digits = text[i..end].Normalize(NormalizationForm.FormKC);
                tokens.Add(new Token(digits, digits, i, end, TokenKind.Number));
                i = end;
            }
            else if (IsWordPart(text, i))
            {
                int end = i + 1;
                while (end < text.Length && (IsWordPart(text, end) || (char.IsDigit(text[end]) && !HanFolding.IsHan(text[end]))))
                    end++;
                AddWord(tokens, text, i, end);
                i = end;
            }
            else
            {
                i++;
            }
        }

        return tokens;
    }

    // Grouping marks and decimal marks stand between digits only.
    private static int NumberEnd(string text, int start)
    {
        int end = start + 1;
        while (end < text.Length)
        {
            if (char.IsDigit(text[end]))
                end++;
            else if (
                text[end] is '.' or ',' or '\'' or '’' or '\u00A0' or '\u202F' or '．' or '，'
                && end + 1 < text.Length
                && char.IsDigit(text[end + 1])
            )
                end += 2;
            else if (IsGroup(text, start, end))
                end += GroupLength;
            else
                break;
        }

        return end;
    }

    // A blank groups where three digits and no fourth stand behind it, and no more than three or whole groups before it: 1 200, 1 200 000.
    private static bool IsGroup(string text, int start, int end)
    {
        int before = end - start;
        bool fits = before <= GroupLength - 1 || (before >= GroupLength + 1 && text[end - GroupLength] is ' ' or '\u3000');
        return fits
            && text[end] is ' ' or '\u3000'
            && end + GroupLength <= text.Length
            && (
                text.AsSpan(end + 1, GroupLength - 1).IndexOfAnyExceptInRange('0', '9') < 0
                || text.AsSpan(end + 1, GroupLength - 1).IndexOfAnyExceptInRange('０', '９') < 0
            )
            && (end + GroupLength == text.Length || !char.IsDigit(text[end + GroupLength]));
    }

    private static bool IsWordPart(string text, int at) =>
        !HanFolding.IsHan(text[at])
        && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark);

    private static void AddWord(List<Token> tokens, string text, int start, int end)
    {
        if (
            !Known
                .GetAlternateLookup<ReadOnlySpan<char>>()
                .TryGetValue(text.AsSpan(start, end - start), out (string Text, string Stem) word)
        )
        {
            string written = text[start..end],
                folded = Normal(FoldedText.Fold(written));
            word = (folded, Stem(folded));
            if (Known.Count < MostRemembered)
                Known[written] = word;
        }

        if (word.Text.Length > 0)
            tokens.Add(new Token(word.Text, word.Stem, start, end, TokenKind.Word));
    }

    // Letters that keep their stroke when folded, and Arabic words without article and particles.
    private static string Normal(string word)
    {
        if (word.AsSpan().ContainsAny(Stroked))
        {
            var text = new StringBuilder(word.Length + 2);
            foreach (char c in word)
            {
                _ = c switch
                {
                    'ı' => text.Append('i'),
                    'ł' => text.Append('l'),
                    'ø' => text.Append('o'),
                    'đ' => text.Append('d'),
                    'œ' => text.Append("oe"),
                    'æ' => text.Append("ae"),
                    'ى' => text.Append('ي'),
                    'ة' => text.Append('ه'),
                    _ => text.Append(c),
                };
            }

            word = text.ToString();
        }

        if (word.Length > 4 && word[0] is >= '\u0600' and <= '\u06FF')
        {
            foreach (string particle in Particles)
            {
                if (word.StartsWith(particle, StringComparison.Ordinal) && word.Length - particle.Length >= (particle.Length == 1 ? 4 : 3))
                    return word[particle.Length..];
            }
        }

        return word;
    }

    private static string Stem(string word)
    {
        if (word.Length <= ShortestSingular)
            return word;
        string[] endings =
            word[0] is >= 'a' and <= 'z' ? LatinEndings
            : word[0] is >= '\u0430' and <= '\u044F' ? CyrillicEndings
            : [];
        foreach (string ending in endings)
        {
            int left = word.Length - ending.Length;
            if (left >= (ending == "s" ? ShortestSingular : ShortestStem) && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..left];
        }

        return word;
    }
}
