using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Screening;

/// <summary>Arabic names that nothing announces: a given name with another, with bin or with a family's name behind it.</summary>
internal sealed partial class ArabicNameFinder
{
    private const int LongestName = 8;
    private readonly Dictionary<string, NameSign>.AlternateLookup<ReadOnlySpan<char>> _words;

    private readonly ArabicStems _stems;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _before;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _beforeGiven;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _roles;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _heads;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _authors;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _honours;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _brands;

    public ArabicNameFinder(ScreeningLists lists)
    {
        _stems = new ArabicStems(lists);
        _before = Context(lists, "arabic_before");
        _roles = lists
            .Words(ScreeningLists.TriggerList, "arabic_role")
            .Concat(lists.Words(ScreeningLists.NameContextList, "arabic_role"))
            .SelectMany(static w => w.Split('|'))
            .Select(NameLexicon.Fold)
            .ToHashSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _beforeGiven = Context(lists, "arabic_before_given");
        _heads = Context(lists, "arabic_head");
        _authors = Context(lists, "arabic_author");
        _honours = Context(lists, "arabic_honour");
        _brands = NameLexicon
            .Words(lists, ScreeningLists.BrandList)
            .Concat(NameLexicon.Words(lists, ScreeningLists.NameContextList).Where(static w => w.Use == "phrase"))
            .Where(static b => b.Word[0] >= '\u0600')
            .Select(static b => NameLexicon.Fold(b.Word))
            .ToHashSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        var all = new Dictionary<string, NameSign>(StringComparer.Ordinal);
        foreach ((string word, string language, string use) in NameLexicon.Words(lists, ScreeningLists.PersonNameList))
        {
            if (language == "ar" && word[0] >= '\u0600')
                Add(all, word, use == "given" ? NameSign.Given : NameSign.Surname);
        }

        foreach ((string word, _, _) in NameLexicon.Words(lists, ScreeningLists.GivenNameList))
        {
            if (word[0] >= '\u0600')
                Add(all, word, NameSign.Given);
        }

        foreach ((string word, string language, _) in NameLexicon.Words(lists, ScreeningLists.CommonWordList))
        {
            if (language == "ar")
                Add(all, word, NameSign.Never);
        }

        foreach ((string phrase, string language, _) in NameLexicon.Words(lists, ScreeningLists.PlaceNameList))
        {
            if (language == "ar" && !phrase.Contains(' ', StringComparison.Ordinal))
                Add(all, phrase, NameSign.Place);
        }

        foreach (string word in lists.Words(ScreeningLists.NameContextList, "never").SelectMany(static w => w.Split('|')))
        {
            if (word[0] >= '\u0600')
                all[NameLexicon.Fold(word)] = NameSign.Place;
        }

        foreach (string link in lists.Words(ScreeningLists.NameContextList, "arabic_link").SelectMany(static w => w.Split('|')))
            all[NameLexicon.Fold(link)] = NameSign.Particle;
        AddSpellings(all);
        _words = all.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Context(ScreeningLists lists, string use) =>
        lists
            .Words(ScreeningLists.NameContextList, use)
            .SelectMany(static w => w.Split('|'))
            .Select(NameLexicon.Fold)
            .ToHashSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public void Find(string text, List<Word> words, List<MaskedSpan> found)
    {
        int before = found.Count;
        FindCells(text, words, found);
        FindRuns(text, words, found);
        for (int k = 0; k < found.Count; k++)
        {
            if (found[k].Kind is NominalKind.PersonName or NominalKind.Officer)
                found[k] = Grown(text, words, found[k], isAnnounced: k < before);
        }
    }

    private void FindRuns(string text, List<Word> words, List<MaskedSpan> found)
    {
        int before = found.Count;
        Span<char> buffer = stackalloc char[64];
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i].Shape != WordShape.Arabic || words[i].Length > 40)
                continue;
            int skipped = 0;
            NameSign first = Sign(text, words[i], buffer, ref skipped);
            bool isExpected = IsExpected(text, words, i, first);
            bool isUnknown = (first & ~NameSign.Surname) == 0;
            bool isAsked = isExpected && (first & NameSign.AnyName) != 0;
            if (
                !StartsName(first)
                && !isAsked
                && !(isUnknown && (OpensUnknown(text, words, i) || (isExpected && OpensPair(text, words, i))))
            )
                continue;
            int last = i;
            int names = (first & NameSign.Particle) != 0 ? 0 : 1;
            int links = 0;
            double sum =
                first == 0 ? (isExpected ? 1.5 : 0.9)
                : isExpected ? Math.Max(1.5, Weight(first))
                : Weight(first);
            bool pending = names == 0;
            bool served = IsServant(text, words[i]);
            for (int k = i + 1; k < words.Count && k - i < LongestName; k++)
            {
                if (
                    words[k].Shape != WordShape.Arabic
                    || words[k].Length > 40
                    || text.AsSpan(words[k - 1].End, words[k].Start - words[k - 1].End) is not " "
                )
                    break;
                NameSign next = Sign(text, words[k]);
                if ((next & NameSign.Particle) != 0 || IsLa(text, words, k))
                {
                    links++;
                    pending = true;
                    continue;
                }

                double weight = pending ? Math.Max(names == 0 && served ? 2.2 : 1.5, Weight(next)) : Weight(next);
                ReadOnlySpan<char> span = text.AsSpan(words[k].Start, words[k].Length);
                if (
                    weight <= 0
                    && (
                        span.StartsWith("ابو", StringComparison.Ordinal)
                        || span.StartsWith("أبو", StringComparison.Ordinal)
                        || span.StartsWith("عبدال", StringComparison.Ordinal)
                    )
                    && span.Length > 5
                )
                    weight = 2;
                if (
                    weight < 0
                    && names == 1
                    && (served || (first & (NameSign.Never | NameSign.Given)) == NameSign.Given)
                    && span.Length > 3
                    && span.StartsWith("ال", StringComparison.Ordinal)
                )
                    weight = 0.7;

                // "رغيد الغريب", "فواز حب رمان": behind a word that asks for a person, what stands behind a given name belongs to it.
                if (weight < 0 && names <= 2 && isExpected && MayEndExpected(next, span))
                    weight = 0.5;
                if (weight < 0)
                    break;
                if (weight == 0)
                {
                    // A family's name is often the place or craft it comes from: المصري, الحداد, القرجولي.
                    if (span.Length > 4 && span.StartsWith("ال", StringComparison.Ordinal))
                        weight =
                            span[^1] is 'ي' ? 2
                            : isExpected ? 1
                            : IsAdjective(span) || IsCommonForm(span) ? 0.5
                            : 1.5;
                    else if (
                        names <= 2
                        && (isExpected || (first != 0 && (first & NameSign.Never) == 0) || names == 2)
                        && (MayEndName(span, names) || (isExpected && names == 1 && span.Length > 3 && span[^1] is 'ي'))
                    )
                        weight = 0.9;
                    else
                        break;
                }

                names++;
                pending = false;
                sum += weight;
                last = k;
                if (names >= 5)
                    break;
            }

            if (names >= 2 && sum >= 2.4)
            {
                int start = words[i].Start + skipped;
                int end = words[last].End;
                if (!IsThing(text, words, i, start, end) && !found[..before].Exists(f => f.Start < end && start < f.Start + f.Length))
                    found.Add(new MaskedSpan(NominalKind.PersonName, start, end - start));
                i = last;
            }
        }
    }

    private static bool MayEndExpected(NameSign sign, ReadOnlySpan<char> word) =>
        word.Length > 4 && word.StartsWith("ال", StringComparison.Ordinal) && word[^1] is not ('ة' or 'ت') && (sign & NameSign.Place) == 0;

    // A word that no list has, with a family's name behind it.
    private bool OpensUnknown(string text, List<Word> words, int i)
    {
        ReadOnlySpan<char> span = text.AsSpan(words[i].Start, words[i].Length);
        if (
            span.Length < 3
            || span.StartsWith("ال", StringComparison.Ordinal)
            || i + 1 >= words.Count
            || words[i + 1].Shape != WordShape.Arabic
        )
            return false;
        NameSign next = Sign(text, words[i + 1]);
        bool isFamily = (next & (NameSign.Surname | NameSign.Never | NameSign.Place)) == NameSign.Surname;
        if (text.AsSpan(words[i].End, words[i + 1].Start - words[i].End) is not " " || (!isFamily && IsCommonForm(span)))
            return false;
        if (span.Length > 3 && span[^1] is 'ة' or 'ي' && (next & NameSign.Particle) == 0)
            return false;
        if (
            (next & NameSign.Given) != 0
            && i + 2 < words.Count
            && words[i + 2].Shape == WordShape.Arabic
            && (Sign(text, words[i + 2]) & (NameSign.Given | NameSign.Surname | NameSign.Particle)) != 0
        )
            return false;
        ReadOnlySpan<char> after = text.AsSpan(words[i + 1].Start, words[i + 1].Length);
        return (next & (NameSign.Never | NameSign.Place)) == 0
            && (
                next != 0
                || (after.Length > 4 && after.StartsWith("ال", StringComparison.Ordinal) && !IsAdjective(after) && !IsCommonForm(after))
            );
    }

    // Behind a word that asks for a person, two words that no list has are one: "في منزل فلان الفلاني".
    private bool OpensPair(string text, List<Word> words, int i)
    {
        if (i + 1 >= words.Count || words[i].Length < 3 || words[i + 1].Length < 3 || words[i + 1].Shape != WordShape.Arabic)
            return false;
        ReadOnlySpan<char> word = text.AsSpan(words[i].Start, words[i].Length);
        ReadOnlySpan<char> next = text.AsSpan(words[i + 1].Start, words[i + 1].Length);
        NameSign sign = Sign(text, words[i + 1]);
        if (
            text.AsSpan(words[i].End, words[i + 1].Start - words[i].End) is not " "
            || word.StartsWith("ال", StringComparison.Ordinal)
            || (sign & (NameSign.Never | NameSign.Place)) != 0
        )
            return false;
        return (sign & (NameSign.AnyName | NameSign.Particle)) != 0 || IsNisba(next) || (!IsCommonForm(word) && !IsCommonForm(next));
    }

    // الشطناوي: a family named for a place or a tribe.
    private static bool IsNisba(ReadOnlySpan<char> word) =>
        word.Length > 5 && word[^1] is 'ي' && word.StartsWith("ال", StringComparison.Ordinal);

    // "من", "ضبط" stand before goods and places as well: there the name must be a known one.
    private bool IsExpected(string text, List<Word> words, int i, NameSign first)
    {
        if (i == 0 || words[i - 1].Shape != WordShape.Arabic || words[i - 1].Length > 40)
            return false;
        if (text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End) is not (" " or ": " or " : "))
            return false;
        Span<char> buffer = stackalloc char[64];
        ReadOnlySpan<char> folded = Plain(text.AsSpan(words[i - 1].Start, words[i - 1].Length), buffer);
        if (_roles.Contains(folded) || (folded.Length > 4 && folded[0] is 'و' or 'ف' or 'ل' or 'ب' && _roles.Contains(folded[1..])))
            return true;

        // "ربان السفينة فلان": the vehicle, shop or land of a role stands between.
        if (
            i > 1
            && folded.StartsWith("ال", StringComparison.Ordinal)
            && IsPlainArabic(words, i - 2)
            && text.AsSpan(words[i - 2].End, words[i - 1].Start - words[i - 2].End) is " "
        )
        {
            Span<char> other = stackalloc char[64];
            ReadOnlySpan<char> role = Plain(text.AsSpan(words[i - 2].Start, words[i - 2].Length), other);
            if (_roles.Contains(role) && !role.StartsWith("ال", StringComparison.Ordinal))
                return true;
        }

        if ((first & (NameSign.Given | NameSign.Never | NameSign.Place)) == NameSign.Given && _beforeGiven.Contains(folded))
            return true;
        return _before.Contains(folded) || (folded.Length > 3 && folded[0] is 'و' or 'ف' or 'ل' or 'ب' && _before.Contains(folded[1..]));
    }

    // نابلسي is a family from Nablus as well as "my ...": the ending ي speaks against no name behind a given one.
    private bool MayEndName(ReadOnlySpan<char> word, int names)
    {
        if (word.Length < 3)
            return false;
        if (word.Length > 4 && word[^1] is 'ي' or 'ى')
            return true;
        return !IsCommonForm(word) || (names == 1 && word.Length > 4 && word[^1] is 'ة' or 'ه' && !IsCommonForm(word[..^1]));
    }

    // Prefixes and endings hide a common word: بالمطار, تسلمها.
    private bool IsCommonForm(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[64];
        ReadOnlySpan<char> folded = Plain(word, buffer);
        Span<Range> stems = stackalloc Range[ArabicStems.Most];
        foreach (Range stem in stems[.._stems.Cut(folded, stems)])
        {
            if (
                _words.TryGetValue(folded[stem], out NameSign sign)
                && (sign & (NameSign.Never | NameSign.Place)) != 0
                && (sign & NameSign.AnyName) == 0
            )
                return true;
        }

        return false;
    }

    // الجهات المختصة: a common word's ending, which families named for a place or craft do not have.
    private static bool IsAdjective(ReadOnlySpan<char> word) =>
        word[^1] is 'ة'
        || word.EndsWith("ات", StringComparison.Ordinal)
        || word.EndsWith("ين", StringComparison.Ordinal)
        || word.EndsWith("ون", StringComparison.Ordinal);

    private static bool IsServant(string text, Word word) => text.AsSpan(word.Start, word.Length) is "عبد" or "وعبد" or "لعبد" or "بعبد";

    private static bool StartsName(NameSign sign) => (sign & (NameSign.Given | NameSign.Particle)) != 0;

    private static double Weight(NameSign sign)
    {
        if ((sign & NameSign.Given) != 0)
            return (sign & (NameSign.Place | NameSign.Never)) != 0 ? 1.2 : 2;
        if ((sign & NameSign.Surname) != 0)
            return (sign & (NameSign.Place | NameSign.Never)) != 0 ? 1 : 2;
        if ((sign & (NameSign.Never | NameSign.Place)) != 0)
            return -1;
        return 0;
    }

    private NameSign Sign(string text, Word word, Span<char> buffer, ref int skipped)
    {
        if (text.AsSpan(word.Start, word.Length) is "على" or "الى" or "إلى")
            return NameSign.Never;
        ReadOnlySpan<char> folded = Plain(text.AsSpan(word.Start, word.Length), buffer);
        if (_words.TryGetValue(folded, out NameSign sign))
            return sign;
        // "and", "for", "by" are one letter before the word.
        if (
            folded.Length > 3
            && folded[0] is 'و' or 'ل' or 'ب' or 'ف' or 'ك'
            && _words.TryGetValue(folded[1..], out sign)
            && (sign & NameSign.Given) != 0
        )
        {
            skipped = 1;
            return sign;
        }

        return 0;
    }

    private NameSign Sign(string text, Word word)
    {
        Span<char> buffer = stackalloc char[64];
        return _words.TryGetValue(Plain(text.AsSpan(word.Start, word.Length), buffer), out NameSign sign) ? sign : 0;
    }

    // Folded, without vowel signs and the stroke that stretches a word.
    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> word, Span<char> buffer)
    {
        int n = 0;
        foreach (char letter in word)
        {
            if (letter is not ('\u0640' or (>= '\u064b' and <= '\u0652')))
                buffer[n++] = Letters.Fold(letter);
        }

        return buffer[..n];
    }

    // فاطمه for فاطمة, and the other way round.
    private static void AddSpellings(Dictionary<string, NameSign> all)
    {
        foreach ((string word, NameSign sign) in all.ToList())
        {
            if ((sign & NameSign.AnyName) != 0 && word.Length > 3 && word[^1] is 'ة' or 'ه')
                all.TryAdd(word[..^1] + (word[^1] == 'ة' ? 'ه' : 'ة'), sign);
        }
    }

    private static void Add(Dictionary<string, NameSign> all, string word, NameSign sign)
    {
        string folded = NameLexicon.Fold(word);
        all[folded] = all.GetValueOrDefault(folded) | sign;
    }
}
