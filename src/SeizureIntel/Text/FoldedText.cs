using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace SeizureIntel.Text;

/// <summary>Text as search, code lists and lexicons compare it: compatibility forms, letter case and diacritics folded away.</summary>
public static class FoldedText
{
    private const char Tatweel = 'ـ';
    private const char IotaBelow = '\u0345';
    private const int MostOnStack = 128;
    private const string OldCyrillic = "вдосттъѣꙋ";

    /// <summary>NFKC, full case folding, combining marks and tatweel removed, NFC; the same in every culture.</summary>
    /// <param name="text">Any text in any script.</param>
    /// <returns>The folded text; may be empty, and may be longer than the text where a letter folds to two.</returns>
    /// <remarks>.NET has no full case folding; what its small letters do not give (ß, final sigma, the iota below, Cherokee, old Cyrillic forms) is
    /// folded here by hand. Source: Unicode Standard Annex 15 (normalisation forms) and CaseFolding.txt.</remarks>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        string decomposed = text.Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length + 4);
        for (int at = 0; at < decomposed.Length; at++)
        {
            char letter = decomposed[at];
            if (char.IsAscii(letter))
                folded.Append(char.ToLowerInvariant(letter));
            // The iota below is a mark, but folds to a letter of its own.
            else if (letter == IotaBelow)
                folded.Append('ι');
            else if (letter is 'ß' or 'ẞ')
                folded.Append("ss");
            else if (Rune.TryGetRuneAt(decomposed, at, out Rune pair) && !pair.IsBmp)
            {
                at++;
                if (Rune.GetUnicodeCategory(pair) != UnicodeCategory.NonSpacingMark)
                    folded.Append(Rune.ToLowerInvariant(pair).ToString());
            }
            else if (letter != Tatweel && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(FoldCase(letter));
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The folded text as a key: its runs of letters and digits joined by single spaces.</summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostOnStack || !Ascii.IsValid(text))
            return string.Join(' ', Tokens(text));
        Span<char> key = stackalloc char[MostOnStack];
        key = key[..WriteKey(text, key)];
        return key.SequenceEqual(text) ? text : new string(key);
    }

    /// <summary>Writes the key of a text of ASCII: what <see cref="Key"/> gives, without a string.</summary>
    /// <param name="text">A text.</param>
    /// <param name="key">Takes the key; at least as long as the text.</param>
    /// <param name="length">Characters written.</param>
    /// <returns>False where the text holds anything beyond ASCII, or the room is too small.</returns>
    public static bool TryKey(ReadOnlySpan<char> text, Span<char> key, out int length)
    {
        length = 0;
        if (text.Length > key.Length || !Ascii.IsValid(text))
            return false;
        length = WriteKey(text, key);
        return true;
    }

    /// <summary>Whether a text has a key: what comparing with <see cref="Key"/> gives, without a string for a text of ASCII.</summary>
    /// <param name="utf8">The text as UTF-8.</param>
    /// <param name="key">A key.</param>
    public static bool HasKey(ReadOnlySpan<byte> utf8, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        int at = 0;
        bool isParted = false;
        foreach (byte b in utf8)
        {
            if (!Ascii.IsValid(b))
                return Key(Encoding.UTF8.GetString(utf8)) == key;
            if (!char.IsAsciiLetterOrDigit((char)b))
            {
                isParted = at > 0;
                continue;
            }

            // A letter that differs is no other's, whatever marks follow: the rest need not be read.
            if (isParted && (at == key.Length || key[at++] != ' '))
                return false;
            if (at == key.Length || key[at++] != char.ToLowerInvariant((char)b))
                return false;
            isParted = false;
        }

        return at == key.Length;
    }

    /// <summary>The runs of letters (category L) and digits (category N) of the folded text, in order.</summary>
    public static IReadOnlyList<string> Tokens(string text)
    {
        string folded = Fold(text);
        var tokens = new List<string>();
        foreach (Range word in Words(folded))
            tokens.Add(folded[word]);
        return tokens;
    }

    /// <summary>Where the runs of letters and digits stand in a text that is folded already, in order.</summary>
    public static IReadOnlyList<Range> Words(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var words = new List<Range>();
        int start = -1;
        for (int i = 0; i <= folded.Length; i++)
        {
            bool inside = i < folded.Length && (char.IsLetter(folded[i]) || char.IsNumber(folded[i]) || IsLetterPair(folded, i));
            if (inside && start < 0)
                start = i;
            if (!inside && start >= 0)
            {
                words.Add(start..i);
                start = -1;
            }
        }

        return words;
    }

    private static char FoldCase(char letter) =>
        letter switch
        {
            'ς' => 'σ',
            >= '\u1C80' and <= '\u1C88' => OldCyrillic[letter - '\u1C80'],

            // Cherokee folds to its capitals, which are the older letters.
            >= '\u13A0' and <= '\u13F5' => letter,
            >= '\u13F8' and <= '\u13FD' => (char)(letter - 8),
            >= '\uAB70' and <= '\uABBF' => (char)(letter - '\uAB70' + '\u13A0'),
            _ => char.ToLowerInvariant(letter),
        };

    // Letters and digits of ASCII, small, what stands between them as one space; nothing before the first and behind the last.
    private static int WriteKey(ReadOnlySpan<char> text, Span<char> key)
    {
        int length = 0;
        bool isParted = false;
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                isParted = length > 0;
                continue;
            }

            if (isParted)
                key[length++] = ' ';
            isParted = false;
            key[length++] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        }

        return length;
    }

    // Letters beyond the basic plane come as two chars; each half belongs to the token of its pair.
    private static bool IsLetterPair(string text, int at)
    {
        if (!char.IsSurrogate(text[at]))
            return false;
        int first = char.IsLowSurrogate(text[at]) ? at - 1 : at;
        return first >= 0
            && first + 1 < text.Length
            && char.IsSurrogatePair(text, first)
            && (char.IsLetter(text, first) || char.IsNumber(text, first));
    }
}
