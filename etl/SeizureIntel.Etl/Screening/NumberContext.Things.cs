using System;

namespace SeizureIntel.Etl.Screening;

/// <content>Words for things whose numbers are nobody's, whatever form they have: seals, permits of species, substances.</content>
internal sealed partial class NumberContext
{
    private const int MostBeforeThing = 3;
    private const int LongestSeries = 4;

    /// <summary>Whether a word for a seal or the like stands right before a number; a sign or a word for numbers and the letters of its series may
    /// stand between.</summary>
    public bool IsBehindThing(string text, int start)
    {
        int at = start;
        bool hasSeries = false;
        for (int hop = 0; hop <= MostBeforeThing; hop++)
        {
            int to = at;
            while (to > 0 && at - to < 4 && text[to - 1] is ' ' or '.' or ':' or '#' or '№' or '°' or 'º' or '(' or '-' or '\u00a0' or '：')
                to--;
            if (to > 0 && TextSigns.IsHan(text[to - 1]))
                return IsHanThing(text, to);
            int from = to;
            while (from > 0 && char.IsLetter(text[from - 1]) && !TextSigns.IsHan(text[from - 1]))
                from--;
            if (from == to || (from > 0 && char.IsDigit(text[from - 1])))
                return false;
            ReadOnlySpan<char> word = text.AsSpan(from, to - from);
            bool isNumber = book.Is(PhraseTokens.Fold(word.ToString()), Introduction.Number);
            // "Seal cut. DNI 30123456": a new sentence, and no letters of a series.
            if (!isNumber && text.AsSpan(to, at - to).Contains(". ", StringComparison.Ordinal))
                return false;
            if (words.Is(word, Explanation.Thing))
                return true;
            bool isSeries =
                !hasSeries && word.Length <= LongestSeries && char.IsUpper(word[0]) && char.IsUpper(word[^1]) && !IsHolder(word);
            if (!isSeries && !isNumber)
                return false;
            hasSeries |= isSeries;
            at = from;
        }

        return false;
    }

    /// <summary>Whether a word for a person, a role or a document stands anywhere in a part of a text.</summary>
    public bool TellsOfHolder(ReadOnlySpan<char> part)
    {
        for (int i = 0; i < part.Length; i++)
        {
            int end = i;
            while (end < part.Length && char.IsLetter(part[end]))
                end++;
            if (end > i && IsHolder(part[i..end]))
                return true;
            i = end;
        }

        return false;
    }

    private bool IsHanThing(string text, int end)
    {
        if (text[end - 1] is '号' or '號' && end > 1)
            end--;
        for (int length = Math.Min(LongestHan, end); length > 1; length--)
        {
            if (words.Is(text.AsSpan(end - length, length), Explanation.Thing))
                return true;
        }

        return false;
    }
}
