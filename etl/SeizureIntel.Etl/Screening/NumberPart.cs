using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>A part of a number that is written without spaces.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Digits">How many digits it has.</param>
/// <param name="Letters">How many letters it has.</param>
/// <param name="LeadingLetters">How many letters it begins with.</param>
/// <param name="LeadingDigits">How many digits it begins with.</param>
/// <param name="EndsWithLetter">Whether its last sign is a letter.</param>
/// <param name="Turns">How often it changes between letters and digits or is parted by a sign.</param>
internal readonly record struct NumberPart(
    int Start,
    int End,
    int Digits,
    int Letters,
    int LeadingLetters,
    int LeadingDigits,
    bool EndsWithLetter,
    int Turns
)
{
    public int Length => End - Start;

    public bool StartsWithLetter => LeadingLetters > 0;

    public static NumberPart Of(List<TextRun> runs, int first, int last)
    {
        int digits = 0;
        int letters = 0;
        for (int i = first; i <= last; i++)
        {
            if (runs[i].Sort == RunSort.Digits)
                digits += runs[i].Length;
            else
                letters += runs[i].Length;
        }

        bool isDigits = runs[first].Sort == RunSort.Digits;
        return new NumberPart(
            runs[first].Start,
            runs[last].End,
            digits,
            letters,
            isDigits ? 0 : runs[first].Length,
            isDigits ? runs[first].Length : 0,
            runs[last].Sort != RunSort.Digits,
            last - first
        );
    }
}
