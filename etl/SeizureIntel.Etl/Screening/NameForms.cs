using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Screening;

/// <summary>Forms of names that no list holds: bent, joined, transliterated.</summary>
internal sealed class NameForms
{
    private const int Polish = 1 << 5;
    private const int Turkish = 1 << 7;
    private const int GermanBit = 1 << 4;
    private const string Cyrillic = "абвгдежзийклмнопрстуфхцчшщыэюя";

    private static readonly string[] Latin = "a b v g d e j z i y k l m n o p r s t u f h ts ch sh sh i e yu ya".Split(' ');

    private readonly NameLexicon _lexicon;
    private readonly (string Ending, string Base)[] _bends;
    private readonly string[] _slavicSurnames;
    private readonly string[] _plainEndings;
    private readonly string[] _germanEndings;
    private readonly string[] _latinEndings;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _germanNameEndings;

    public NameForms(ScreeningLists lists, NameLexicon lexicon)
    {
        _lexicon = lexicon;
        _bends =
        [
            .. Context("bend")
                .Select(static b => (b[..b.IndexOf('>', StringComparison.Ordinal)], b[(b.IndexOf('>', StringComparison.Ordinal) + 1)..])),
        ];
        _slavicSurnames = Context("slavic_surname");
        _plainEndings = Context("plain_ending");
        _germanEndings = Context("german_ending");
        _latinEndings = Context("latin_ending");
        _germanNameEndings = Context("german_name_ending").ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        string[] Context(string use) =>
            [
                .. NameLexicon
                    .Words(lists, ScreeningLists.NameContextList)
                    .Where(w => w.Use == use)
                    .Select(static w => NameLexicon.Fold(w.Word)),
            ];
    }

    /// <summary>What name a word is a form of; <paramref name="isCommon"/> where a part of it is a common word.</summary>
    public NameSign Find(ReadOnlySpan<char> folded, int languages, out bool isCommon)
    {
        isCommon = false;
        int cut = folded.IndexOf('\'');
        if (cut > 2)
        {
            NameLexicon.Entry entry = _lexicon.Find(folded[..cut]);
            isCommon = entry.IsCommon(languages);
            return (entry.Sign & NameSign.Never) != 0 ? 0 : entry.Sign & NameSign.AnyName;
        }

        cut = folded.IndexOf('-');
        if (cut > 0 && cut + 1 < folded.Length)
        {
            NameLexicon.Entry before = _lexicon.Find(folded[..cut]);
            NameLexicon.Entry behind = _lexicon.Find(folded[(cut + 1)..]);
            isCommon = IsNoName(before, languages) || IsNoName(behind, languages);
            return isCommon ? 0 : (before.Sign | behind.Sign) & NameSign.AnyName;
        }

        NameSign stem = OfStem(folded, languages);
        if (stem != 0)
            return stem;
        if ((languages & Turkish) != 0)
            return OfJoined(folded, NameSign.AnyName);
        return (languages & GermanBit) != 0 ? OfJoined(folded, NameSign.Given) : 0;
    }

    /// <summary>Whether a word ends as no name does: -ción, -ment, -ность.</summary>
    public bool IsPlain(ReadOnlySpan<char> folded)
    {
        foreach (string ending in _plainEndings)
        {
            if (folded.Length > ending.Length + 2 && folded.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word ends like the second word of a species' name.</summary>
    public bool IsLatin(ReadOnlySpan<char> folded)
    {
        foreach (string ending in _latinEndings)
        {
            if (folded.Length > ending.Length + 2 && folded.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Falscher, Kunststoffbeutel: German bends and joins common words; names end in some of them.</summary>
    public bool IsGermanWord(ReadOnlySpan<char> folded)
    {
        foreach (string ending in _germanEndings)
        {
            if (
                folded.Length - ending.Length > 2
                && folded.EndsWith(ending, StringComparison.Ordinal)
                && IsGerman(folded[..^ending.Length])
            )
                return true;
        }

        for (int cut = 3; cut <= folded.Length - 3; cut++)
        {
            ReadOnlySpan<char> end = folded[cut..];
            if (IsGerman(end) && (end.Length > 3 ? !_germanNameEndings.Contains(end) : end is "amt"))
                return true;
        }

        return false;
    }

    /// <summary>Xiaoping, Wei-ming: two syllables of Chinese in Latin letters.</summary>
    public bool IsPinyin(ReadOnlySpan<char> folded)
    {
        if (folded.Length is < 4 or > 11)
            return false;
        for (int cut = 2; cut <= folded.Length - 2 && cut <= 6; cut++)
        {
            ReadOnlySpan<char> rest = folded[cut] == '-' ? folded[(cut + 1)..] : folded[cut..];
            if (rest.Length >= 2 && IsSyllable(folded[..cut]) && IsSyllable(rest))
                return true;
        }

        return false;
    }

    private bool IsSyllable(ReadOnlySpan<char> folded) => (_lexicon.Find(folded).Sign & NameSign.Syllable) != 0;

    private bool IsGerman(ReadOnlySpan<char> folded) => _lexicon.Find(folded).IsCommon(GermanBit);

    private static bool IsNoName(NameLexicon.Entry entry, int languages) =>
        (entry.Sign & NameSign.Never) != 0 || (entry.IsCommon(languages) && (entry.Sign & NameSign.AnyName) == 0);

    // Turkish and German join names: Fatmagül, Tevetoğlu, Hansgeorg.
    private NameSign OfJoined(ReadOnlySpan<char> folded, NameSign second)
    {
        if (folded.Length > 6 && folded.EndsWith("oglu", StringComparison.Ordinal))
            return NameSign.Surname;
        for (int cut = 3; cut <= folded.Length - 3; cut++)
        {
            if ((_lexicon.Find(folded[..cut]).Sign & NameSign.Given) != 0 && (_lexicon.Find(folded[cut..]).Sign & second) != 0)
                return NameSign.Name;
        }

        return 0;
    }

    // Names bend in Polish and Russian: Jana, Kowalskiemu, Иванову.
    private NameSign OfStem(ReadOnlySpan<char> folded, int languages)
    {
        bool isCyrillic = folded[0] is >= '\u0400' and <= '\u04ff';
        if (isCyrillic)
        {
            foreach (string ending in _slavicSurnames)
            {
                if (folded.Length > Math.Max(4, ending.Length + 1) && folded.EndsWith(ending, StringComparison.Ordinal))
                    return NameSign.Surname;
            }
        }

        Span<char> stem = stackalloc char[NameLexicon.LongestWord * 2];
        if (folded.Length >= 4 && (isCyrillic || (languages & Polish) != 0))
        {
            foreach ((string ending, string bare) in _bends)
            {
                int length = folded.Length - ending.Length;
                if (length < 2 || !folded.EndsWith(ending, StringComparison.Ordinal))
                    continue;
                folded[..length].CopyTo(stem);
                bare.CopyTo(stem[length..]);
                NameLexicon.Entry entry = _lexicon.Find(stem[..(length + bare.Length)]);
                if ((entry.Sign & NameSign.AnyName) != 0 && !entry.IsCommon(languages) && (entry.Sign & NameSign.Never) == 0)
                    return entry.Sign & NameSign.AnyName;
            }
        }

        return isCyrillic ? OfLatin(folded, stem) : 0;
    }

    // A foreigner's name in Cyrillic letters: Мехмета, Фаррух.
    private NameSign OfLatin(ReadOnlySpan<char> folded, Span<char> latin)
    {
        int n = 0;
        foreach (char letter in folded)
        {
            int at = Cyrillic.IndexOf(letter, StringComparison.Ordinal);
            if (at < 0)
                continue;
            if (n + 2 > latin.Length)
                break;
            Latin[at].CopyTo(latin[n..]);
            n += Latin[at].Length;
        }

        NameSign sign = _lexicon.Find(latin[..n]).Sign & NameSign.AnyName;
        if (sign == 0 && n > 4 && latin[n - 1] is 'a' or 'u' or 'e')
            sign = _lexicon.Find(latin[..(n - 1)]).Sign & NameSign.AnyName;
        if (sign == 0 && n > 5 && latin[(n - 2)..n] is "om")
            sign = _lexicon.Find(latin[..(n - 2)]).Sign & NameSign.AnyName;
        return sign;
    }
}
