using System.Buffers;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>Cuts a text into words; Chinese characters are left to their own finder.</summary>
internal static class Words
{
    /// <summary>What parts the cells of a text that is written like a table, in any script.</summary>
    public static readonly SearchValues<char> CellEnds = SearchValues.Create(";:/|.,\n\t()-–—؛،");

    public static void Cut(string text, List<Word> words)
    {
        words.Clear();
        int i = 0;
        while (i < text.Length)
        {
            if (!IsPart(text[i]))
            {
                i++;
                continue;
            }

            int start = i;
            int letters = 0;
            int upper = 0;
            bool digits = false;
            bool arabic = false;
            for (; i < text.Length; i++)
            {
                char c = text[i];
                if (!IsPart(c))
                {
                    bool joins =
                        c is '-' or '\'' or '’'
                        && i + 1 < text.Length
                        && char.IsLetter(text[i + 1])
                        && !TextSigns.IsHan(text[i + 1])
                        && letters > 0;
                    if (!joins)
                        break;
                    continue;
                }

                if (char.IsDigit(c))
                    digits = true;
                else
                    letters++;
                if (char.IsUpper(c))
                    upper++;
                if (c is >= '\u0600' and <= '\u06ff')
                    arabic = true;
            }

            words.Add(new Word(start, i - start, Shape(char.IsUpper(text[start]), letters, upper, digits, arabic)));
        }
    }

    /// <summary>How many words of a text begin before a place.</summary>
    public static int CountBefore(List<Word> words, int place)
    {
        (int low, int high) = (0, words.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = words[middle].Start < place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>How many words of a text end at a place or before.</summary>
    public static int CountUpTo(List<Word> words, int place)
    {
        int count = CountBefore(words, place);
        return count > 0 && words[count - 1].End > place ? count - 1 : count;
    }

    private static WordShape Shape(bool startsUpper, int letters, int upper, bool digits, bool arabic)
    {
        if (digits)
            return letters == 0 ? WordShape.Number : WordShape.Mixed;
        if (arabic)
            return WordShape.Arabic;
        if (!startsUpper)
            return WordShape.Lower;
        if (letters == 1)
            return WordShape.Initial;
        return upper == letters ? WordShape.Capitals : WordShape.Capitalised;
    }

    private static bool IsPart(char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
            return true;
        if (c < 0x80 || TextSigns.IsHan(c))
            return false;

        // Vowel signs of Arabic stand inside a word without being letters.
        return char.IsLetterOrDigit(c) || c is >= '\u064b' and <= '\u0652';
    }
}
