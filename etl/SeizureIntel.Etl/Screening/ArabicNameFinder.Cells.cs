using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <content>Names between signs, and what belongs to a name that stands beside it.</content>
internal sealed partial class ArabicNameFinder
{
    private const int LongestCell = 4;

    // "[بنت سالم] الكثيري", "أبكر [إدريس هارون]": names, small words of names and a family's name right beside a name belong to it.
    private MaskedSpan Grown(string text, List<Word> words, MaskedSpan span, bool isAnnounced)
    {
        int first = Words.CountBefore(words, span.Start - 1);
        while (first < words.Count && words[first].End <= span.Start)
            first++;
        int last = Words.CountUpTo(words, span.Start + span.Length) - 1;
        if (last < first || words[last].Shape != WordShape.Arabic)
            return span;
        int end = last;
        for (int k = last + 1; k < words.Count && k - first < LongestName && IsPlainArabic(words, k); k++)
        {
            if (text.AsSpan(words[k - 1].End, words[k].Start - words[k - 1].End) is not " ")
                break;
            NameSign sign = Sign(text, words[k]);
            if ((sign & NameSign.Particle) != 0 || IsLa(text, words, k))
                continue;
            ReadOnlySpan<char> word = text.AsSpan(words[k].Start, words[k].Length);
            bool isLinked = k > end + 1;
            bool isName = (sign & NameSign.AnyName) != 0 && (sign & (NameSign.Never | NameSign.Place)) == 0;
            if (!isName && !(isLinked && word.Length > 1) && !(sign == 0 && IsNisba(word)))
                break;
            end = k;
        }

        int start = span.Start;
        if (
            isAnnounced
            && first > 0
            && IsPlainArabic(words, first - 1)
            && text.AsSpan(words[first - 1].End, start - words[first - 1].End) is " "
        )
        {
            bool isTitle = Sign(text, words[first - 1]) is var title && (title & NameSign.Particle) != 0;
            int given = isTitle ? first - 2 : first - 1;
            if (
                given >= 0
                && IsPlainArabic(words, given)
                && (Sign(text, words[given]) & (NameSign.Given | NameSign.Never)) == NameSign.Given
            )
                start = words[given].Start;
        }

        return end == last && start == span.Start
            ? span
            : span with
            {
                Start = start,
                Length = Math.Max(words[end].End, span.Start + span.Length) - start,
            };
    }

    // دي لا: "no" is a small word of names behind another.
    private static bool IsLa(string text, List<Word> words, int k) =>
        k > 0
        && text.AsSpan(words[k].Start, words[k].Length) is "لا"
        && text.AsSpan(words[k - 1].Start, words[k - 1].Length) is "دي" or "دو" or "دا";

    private static bool IsPlainArabic(List<Word> words, int k) => words[k].Shape == WordShape.Arabic && words[k].Length <= 40;

    // "؛ راجيش كومار شرما ؛": two to four words between signs, none of which is a common one, a place or begins like one.
    private void FindCells(string text, List<Word> words, List<MaskedSpan> found)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (!IsPlainArabic(words, i) || (i > 0 && text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End) is " "))
                continue;
            int last = i;
            while (
                last + 1 < words.Count
                && IsPlainArabic(words, last + 1)
                && text.AsSpan(words[last].End, words[last + 1].Start - words[last].End) is " "
            )
                last++;
            (int start, int end) = (words[i].Start, words[last].End);
            if (
                last > i
                && last - i < LongestCell
                && IsCell(text, words, i, last)
                && AreNames(text, words, i, last)
                && !IsThing(text, words, i, start, end)
            )
                AddNew(new MaskedSpan(NominalKind.PersonName, start, end - start), found);
            i = last;
        }
    }

    private static bool IsCell(string text, List<Word> words, int first, int last) =>
        (first == 0 || text.AsSpan(words[first - 1].End, words[first].Start - words[first - 1].End).ContainsAny(Words.CellEnds))
        && (
            last + 1 >= words.Count
                ? text.AsSpan(words[last].End).ContainsAny(Words.CellEnds)
                : text.AsSpan(words[last].End, words[last + 1].Start - words[last].End).ContainsAny(Words.CellEnds)
        );

    private bool AreNames(string text, List<Word> words, int first, int last)
    {
        int known = 0;
        for (int k = first; k <= last; k++)
        {
            NameSign sign = Sign(text, words[k]);
            ReadOnlySpan<char> word = text.AsSpan(words[k].Start, words[k].Length);
            if (k < last && (sign & NameSign.Particle) != 0)
                continue;
            if (k > first && (Sign(text, words[k - 1]) & NameSign.Particle) != 0)
                continue;
            if (
                (sign & (NameSign.Never | NameSign.Place)) != 0
                || (word.StartsWith("ال", StringComparison.Ordinal) && (k == first || !IsNisba(word)))
            )
                return false;
            if (
                sign == 0
                && (word.Length < 2 || IsCommonForm(word) || IsAdjective(word) || (k == first && word[0] is 'و' && word.Length > 3))
            )
                return false;
            known += (sign & NameSign.AnyName) != 0 ? 1 : 0;
        }

        return known > 0;
    }

    private static void AddNew(MaskedSpan span, List<MaskedSpan> found)
    {
        if (!found.Exists(f => f.Start < span.Start + span.Length && span.Start < f.Start + f.Length))
            found.Add(span);
    }
}
