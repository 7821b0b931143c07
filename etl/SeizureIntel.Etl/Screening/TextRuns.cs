using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>Cuts a text into runs of letters and runs of digits; Chinese characters stand between.</summary>
internal static class TextRuns
{
    // Shorter runs of Chinese numerals are years and amounts.
    private const int FewestHanDigits = 7;

    /// <summary>Whether a sign is a digit of an identifier in Chinese characters.</summary>
    public static bool IsHanDigit(char c) => c is '〇' or '零' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九';

    /// <summary>Whether Chinese numerals stand in a row as the digits of a number do.</summary>
    public static bool HaveHanNumber(string text)
    {
        int run = 0;
        foreach (char c in text)
        {
            run = IsHanDigit(c) ? run + 1 : 0;
            if (run == FewestHanDigits)
                return true;
        }

        return false;
    }

    public static void Cut(string text, List<TextRun> runs)
    {
        runs.Clear();
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            int start = i;
            if (char.IsAsciiDigit(c) || (c >= 0x80 && char.IsDigit(c)))
            {
                while (i < text.Length && char.IsDigit(text[i]))
                    i++;
                runs.Add(new TextRun(start, i, RunSort.Digits));
            }
            else if (IsLetter(c))
            {
                bool isCapitals = true;
                while (i < text.Length && IsLetter(text[i]))
                {
                    isCapitals &= !char.IsLower(text[i]);
                    i++;
                }

                bool hasCase = char.IsUpper(text[start]);
                runs.Add(new TextRun(start, i, isCapitals && (hasCase || i - start == 1) ? RunSort.Capitals : RunSort.Word));
            }
            else if (IsHanDigit(c))
            {
                while (i < text.Length && IsHanDigit(text[i]))
                    i++;
                if (i - start >= FewestHanDigits)
                    runs.Add(new TextRun(start, i, RunSort.Digits));
            }
            else
            {
                i++;
            }
        }
    }

    // The raised o of "n.º" is no letter here.
    private static bool IsLetter(char c) =>
        char.IsAsciiLetter(c)
        || (
            c >= 0x80
            && c is not ('º' or 'ª')
            && !TextSigns.IsHan(c)
            && (char.IsLetter(c) || c is >= '\u0300' and <= '\u036f' or >= '\u064b' and <= '\u0652')
        );
}
