using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>Names of persons, officers, companies and vessels in scripts that separate words by spaces.</summary>
internal sealed class WordFinder(ScreeningLists lists)
{
    private readonly CompanyFinder _companies = new(lists);

    [ThreadStatic]
    private static List<Word>? _words;

    /// <param name="text">Any cell.</param>
    /// <param name="isFreeText">Whether it is prose, or else may be a name as a whole.</param>
    /// <param name="isNarrative">Whether names that nothing announces are looked for too.</param>
    /// <param name="found">Takes what is found.</param>
    public void Find(string text, bool isFreeText, bool isNarrative, List<MaskedSpan> found)
    {
        List<Word> words = _words ??= [];
        Words.Cut(text, words);
        bool company = text.Contains('.', StringComparison.Ordinal) && CompanyFinder.HasDottedForm(text);
        NameReader? reader = null;
        for (int i = 0; i < words.Count; i++)
        {
            Word word = words[i];
            if (word.Shape == WordShape.Number)
            {
                if (word.Length == 2 && i > 1)
                    (reader ??= new NameReader(lists, text, words, isNarrative)).BeforeAge(i, found);
                continue;
            }

            ReadOnlySpan<char> span = text.AsSpan(word.Start, word.Length);
            if (word.Shape == WordShape.Initial && i > 0)
                (reader ??= new NameReader(lists, text, words, isNarrative)).Initials(i, found);
            if (i > 0 && lists.NameParts.IsPatronymic(span))
                (reader ??= new NameReader(lists, text, words, isNarrative)).Patronymic(i, found);
            if (lists.Triggers.Find(span) is not { } trigger)
            {
                // Arabic writes "and", "for", "by" as one letter before the word.
                if (
                    word.Shape != WordShape.Arabic
                    || word.Length < 4
                    || span[0] is not ('و' or 'ل' or 'ب' or 'ف')
                    || lists.Triggers.Find(span[1..]) is not { } prefixed
                )
                    continue;
                trigger = prefixed;
            }

            reader ??= new NameReader(lists, text, words, isNarrative);
            if (trigger == Trigger.CompanySuffix)
                company = true;
            else
                reader.After(i, trigger, found);
        }

        if (company)
            _companies.Find(text, found);
        if (text.Contains("a.k.a", StringComparison.OrdinalIgnoreCase) || text.Contains("M/", StringComparison.Ordinal))
            (reader ?? new NameReader(lists, text, words, isNarrative)).Abbreviations(found);
        if (!isFreeText && words.Count is >= 2 and <= 5)
            (reader ?? new NameReader(lists, text, words, isNarrative)).WholeCell(found);
        if (isNarrative)
            lists.BareNames.FindSpaced(text, words, found);
    }
}
