using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>How much more often the letters of a word stand together in names than in other words; counted from the lists themselves.</summary>
internal sealed class LetterOdds
{
    private const int Signs = 64;
    private const double Smoothing = 0.5;
    private const double Seen = 5000 * Smoothing;
    private const int OwnWeight = 10;
    private readonly float[] _odds = new float[Signs * Signs * Signs];

    /// <param name="names">Names of all languages, folded.</param>
    /// <param name="own">Names of the text's language; each counts as ten, for most names are of other languages.</param>
    /// <param name="words">Places and brands, folded.</param>
    /// <param name="common">Common words of the text's language, folded.</param>
    public LetterOdds(List<string> names, List<string> own, List<string> words, List<string> common)
    {
        int[] ofNames = new int[Signs * Signs * Signs];
        int[] ofWords = new int[Signs * Signs * Signs];
        double nameTotal = Count(names, 1, ofNames) + Count(own, OwnWeight, ofNames);
        double wordTotal = Count(words, 1, ofWords) + Count(common, 1, ofWords);
        for (int i = 0; i < _odds.Length; i++)
        {
            double name = (ofNames[i] + Smoothing) / (nameTotal + Seen);
            double word = (ofWords[i] + Smoothing) / (wordTotal + Seen);
            _odds[i] = (float)Math.Log(name / word);
        }
    }

    /// <summary>The mean log odds of the word's runs of three letters; above zero speaks for a name.</summary>
    public double Of(ReadOnlySpan<char> folded)
    {
        if (folded.Length == 0)
            return 0;
        double sum = 0;
        int a = 0;
        int b = 0;
        for (int i = 0; i <= folded.Length; i++)
        {
            int c = i < folded.Length ? Sign(folded[i]) : 0;
            if (i > 0)
                sum += _odds[(((a * Signs) + b) * Signs) + c];
            a = b;
            b = c;
        }

        return sum / folded.Length;
    }

    private static double Count(List<string> words, int weight, int[] counts)
    {
        double total = 0;
        foreach (string word in words)
        {
            int a = 0;
            int b = 0;
            for (int i = 0; i <= word.Length; i++)
            {
                int c = i < word.Length ? Sign(word[i]) : 0;
                if (i > 0)
                {
                    counts[(((a * Signs) + b) * Signs) + c] += weight;
                    total += weight;
                }

                a = b;
                b = c;
            }
        }

        return total;
    }

    // 0 is the edge of a word, 1 to 26 are Latin letters, 28 to 59 Cyrillic ones, 60 to 63 what is neither.
    private static int Sign(char c) =>
        c switch
        {
            >= 'a' and <= 'z' => c - 'a' + 1,
            >= 'а' and <= 'я' => c - 'а' + 28,
            '\'' or '-' => 27,
            'і' or 'ї' or 'є' or 'ґ' => 60,
            >= '\u0400' and <= '\u04ff' => 61,
            _ => 62,
        };
}
