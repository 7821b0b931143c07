using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using SeizureIntel.Text;

namespace SeizureIntel.Search.Words;

/// <summary>Text as the index holds it and as it is asked for: folded words; scripts without spaces as pairs of characters.</summary>
internal static class SearchTokens
{
    // No query holds it, so that a phrase never reaches from one text into the next.
    private const char Border = '¦';
    private const int ShortText = 512;

    /// <summary>The tokens of a text in their order.</summary>
    public static List<string> Of(string text)
    {
        var tokens = new List<string>();
        var parts = new List<Range>();
        foreach (string word in FoldedText.Tokens(text))
        {
            AddParts(parts, word, isLast: false);
            foreach (Range part in parts)
                tokens.Add(word[part]);
            parts.Clear();
        }

        return tokens;
    }

    /// <summary>The tokens of a text in their order, each with the place of its letters in the text as it was written.</summary>
    /// <remarks>Letters are folded one text element at a time, so that each folded letter knows where it came from.</remarks>
    public static List<PlacedToken> Placed(string text)
    {
        var folded = new StringBuilder(text.Length);
        var origins = new List<(int Start, int End)>(text.Length);
        int end;
        for (int start = 0; start < text.Length; start = end)
        {
            end = start + StringInfo.GetNextTextElementLength(text, start);
            string letters = FoldedText.Fold(text[start..end]);
            folded.Append(letters);
            for (int i = 0; i < letters.Length; i++)
                origins.Add((start, end));
        }

        string all = folded.ToString();
        var tokens = new List<PlacedToken>();
        var parts = new List<Range>();
        foreach (Range range in FoldedText.Words(all))
        {
            string word = all[range];
            int at = range.Start.Value;
            AddParts(parts, word, isLast: false);
            foreach (Range part in parts)
                tokens.Add(new PlacedToken(word[part], origins[at + part.Start.Value].Start, origins[at + part.End.Value - 1].End));
            parts.Clear();
        }

        return tokens;
    }

    /// <summary>Adds a text to those of one seizure, as tokens between spaces.</summary>
    public static void Append(StringBuilder all, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        Span<char> key = stackalloc char[ShortText];
        if (FoldedText.TryKey(text, key, out int length))
        {
            // Most texts are short and of ASCII alone: their key is their tokens.
            if (length == 0)
                return;
            if (all.Length > 0)
                all.Append(' ').Append(Border).Append(' ');
            all.Append(key[..length]);
            return;
        }

        List<string> tokens = Of(text);
        if (tokens.Count == 0)
            return;
        if (all.Length > 0)
            all.Append(' ').Append(Border).Append(' ');
        all.AppendJoin(' ', tokens);
    }

    /// <summary>The conditions of a free text: each word must occur, and what stands between quotes as a phrase.</summary>
    public static IReadOnlyList<SearchWord> Query(string? text)
    {
        var words = new List<SearchWord>();
        if (string.IsNullOrWhiteSpace(text))
            return words;
        string[] parts = text.Split('"', '“', '”', '„', '«', '»');
        for (int i = 0; i < parts.Length; i++)
        {
            IReadOnlyList<string> tokens = FoldedText.Tokens(parts[i]);
            if (tokens.Count == 0)
                continue;
            bool isPhrase = i % 2 == 1 && i < parts.Length - 1;
            if (isPhrase)
                words.Add(Word(tokens));
            else
                foreach (string token in tokens)
                    words.Add(Word([token]));
        }

        return words;
    }

    /// <summary>Whether a token is of a script that is written without spaces.</summary>
    public static bool IsUnspaced(string token) => IsUnspaced(token, 0);

    private static SearchWord Word(IReadOnlyList<string> texts)
    {
        var tokens = new List<string>();
        var parts = new List<Range>();
        bool isPrefix = false;
        for (int i = 0; i < texts.Count; i++)
        {
            isPrefix = AddParts(parts, texts[i], isLast: i == texts.Count - 1);
            foreach (Range part in parts)
                tokens.Add(texts[i][part]);
            parts.Clear();
        }

        return new SearchWord(tokens, isPrefix);
    }

    // A run of n characters gives its n-1 pairs and its last character alone; so a pair finds it anywhere, and a single character by prefix.
    // The last run of a query leaves its single character out, because in the text the run may go on.
    private static bool AddParts(List<Range> parts, string word, bool isLast)
    {
        if (!IsAnyUnspaced(word))
        {
            parts.Add(new Range(0, word.Length));
            return false;
        }

        int start = 0;
        while (start < word.Length)
        {
            bool isRun = IsUnspaced(word, start);
            int end = start;
            var places = new List<int>();
            while (end < word.Length && IsUnspaced(word, end) == isRun)
            {
                places.Add(end);
                end += char.IsSurrogatePair(word, end) ? 2 : 1;
            }

            if (!isRun)
            {
                parts.Add(start..end);
            }
            else
            {
                places.Add(end);
                for (int i = 0; i + 2 < places.Count; i++)
                    parts.Add(places[i]..places[i + 2]);
                bool isOpen = isLast && end == word.Length;
                if (!isOpen || places.Count == 2)
                    parts.Add(places[^2]..end);
                if (isOpen)
                    return places.Count == 2;
            }

            start = end;
        }

        return false;
    }

    private static bool IsAnyUnspaced(string word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            // The first of them is Thai.
            if (word[i] >= 0x0E00 && IsUnspaced(word, i))
                return true;
        }

        return false;
    }

    // Scripts written without spaces: Thai, Lao, Myanmar, Khmer, kana, Han with its extensions, and Hangul, whose words carry endings.
    private static bool IsUnspaced(string text, int at)
    {
        int c = char.IsSurrogatePair(text, at) ? char.ConvertToUtf32(text, at) : text[at];
        return c
            is (>= 0x0E00 and <= 0x0EFF)
                or (>= 0x1000 and <= 0x109F)
                or (>= 0x1780 and <= 0x17FF)
                or (>= 0x3005 and <= 0x3007)
                or (>= 0x3040 and <= 0x30FF)
                or (>= 0x31F0 and <= 0x31FF)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xAC00 and <= 0xD7A3)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x3FFFF);
    }
}
