using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Times and flights single somebody out together with that somebody alone: in prose that tells of no person they stay.</summary>
internal sealed partial class MomentRule(ScreeningLists lists, Explanations explanations)
{
    private const string WordOfPerson = "person_near";
    private const string WordOfNumber = "several";

    // "44 места багажа", "zwei herrenlose Koffer": so many words from the number on are counted.
    private const int CountedBehind = 2;
    private const int AnyLanguage = -1;
    private const int MostDigits = 3;

    // The languages of each word, one bit each: Portuguese "dos" is no two.
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _persons = LanguagesOf(lists, WordOfPerson);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers = LanguagesOf(lists, WordOfNumber);

    private readonly string[] _hanPersons =
    [
        .. NameLexicon
            .Words(lists, ScreeningLists.PersonalFactList)
            .Where(static w => w.Use == WordOfPerson && TextSigns.IsHan(w.Word[0]))
            .Select(static w => w.Word),
    ];

    /// <summary>Takes away the times and flights of a text that tells of nobody.</summary>
    public void Apply(string text, bool hasHan, List<MaskedSpan> found)
    {
        if (!found.Exists(s => IsMoment(text, s)) || TellsOfPerson(text, hasHan, found))
            return;
        found.RemoveAll(s => IsMoment(text, s));
    }

    private static bool IsMoment(string text, MaskedSpan span) =>
        span.Kind == NominalKind.QuasiIdentifier && Moments().IsMatch(text.AsSpan(span.Start, span.Length));

    private static Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> LanguagesOf(ScreeningLists lists, string use)
    {
        var languages = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string word, string language, _) in NameLexicon.Words(lists, ScreeningLists.PersonalFactList).Where(w => w.Use == use))
        {
            string folded = NameLexicon.Fold(word);
            int of = Array.IndexOf(NameLexicon.Languages, language);
            languages[folded] = languages.GetValueOrDefault(folded) | (of < 0 ? 0 : 1 << of);
        }

        return languages.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    // Anything personal found, or a word for a traveller, a driver or their luggage; 212 passengers or two suitcases are nobody's in particular.
    private bool TellsOfPerson(string text, bool hasHan, List<MaskedSpan> found)
    {
        if (found.Exists(s => IsPersonal(s.Kind) || (s.Kind == NominalKind.QuasiIdentifier && !IsMoment(text, s))))
            return true;
        Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
        int counted = 0;
        int languages = 0;
        for (int i = 0; i < text.Length; )
        {
            int end = Explanations.EndOfWord(text, i);
            if (end == i)
            {
                if (!char.IsWhiteSpace(text[i]))
                    (counted, languages) = IsSeveral(text, i, found) ? (CountedBehind, AnyLanguage) : (0, 0);
                i++;
                continue;
            }

            ReadOnlySpan<char> word = Letters.Fold(text.AsSpan(i, Math.Min(end - i, NameLexicon.LongestWord)), buffer);
            if (_persons.TryGetValue(word, out int ofPerson) && (counted == 0 || (ofPerson & languages) == 0))
                return true;
            // "On 12 March passenger …" counts nobody.
            counted = explanations.IsAny(word, Explanation.Month) ? 0 : Math.Max(0, counted - 1);
            if (_numbers.TryGetValue(word, out int ofNumber))
                (counted, languages) = (CountedBehind, ofNumber);
            i = end;
        }

        return hasHan && Array.Exists(_hanPersons, p => text.Contains(p, StringComparison.Ordinal));
    }

    // The last digit of a number from two on, which is no flight's and no time.
    private static bool IsSeveral(string text, int last, List<MaskedSpan> found)
    {
        int first = last;
        while (first > 0 && char.IsDigit(text[first - 1]))
            first--;
        return char.IsDigit(text[last])
            && last - first < MostDigits
            && (first < last || text[last] is not ('1' or '١' or '１'))
            && (first == 0 || !(char.IsLetter(text[first - 1]) || text[first - 1] is ':' or '.' or '-'))
            && !found.Exists(s => s.Start <= last && last < s.Start + s.Length);
    }

    private static bool IsPersonal(NominalKind kind) =>
        kind
            is not (
                NominalKind.QuasiIdentifier
                or NominalKind.VesselOrContainer
                or NominalKind.TrackingNumber
                or NominalKind.Company
                or NominalKind.Unexplained
            );

    // 14:35 · 14h35 · 0430 hrs · BA117 · TR-0923
    [GeneratedRegex(@"^\d{1,2}[:.h]\d{2}(?!\d)|^\d{4} ?\p{L}+$|^[A-Z0-9]{2}[A-Z]?[ -]{0,2}\d{2,4}[A-Z]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Moments();
}
