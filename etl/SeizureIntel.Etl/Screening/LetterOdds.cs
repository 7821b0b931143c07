using System;

namespace SeizureIntel.Etl.Screening;

/// <summary>How much more often the letters of a word stand together in names than in other words; counted from the lists themselves.</summary>
internal sealed class LetterOdds
{
    private const double Smoothing = 0.5;
    private const double Seen = 5000 * Smoothing;
    private const int OwnWeight = 10;
    private readonly float[] _odds = new float[LetterCounts.Runs];

    /// <param name="names">Names of all languages.</param>
    /// <param name="own">Names of the text's language; each counts as ten, for most names are of other languages.</param>
    /// <param name="words">Places and brands.</param>
    /// <param name="common">Common words of the text's language.</param>
    public LetterOdds(LetterCounts names, LetterCounts own, LetterCounts words, LetterCounts common)
    {
        int[] ofNames = new int[LetterCounts.Runs];
        int[] ofWords = new int[LetterCounts.Runs];
        names.AddTo(ofNames, 1);
        own.AddTo(ofNames, OwnWeight);
        words.AddTo(ofWords, 1);
        common.AddTo(ofWords, 1);
        double nameTotal = names.Total + (own.Total * OwnWeight);
        double wordTotal = words.Total + common.Total;
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
        int run = 0;
        for (int i = 0; i <= folded.Length; i++)
        {
            run = LetterCounts.Next(run, folded, i);
            if (i > 0)
                sum += _odds[run];
        }

        return sum / folded.Length;
    }
}
