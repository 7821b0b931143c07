using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Addresses behind a word that announces one (lives at, wohnhaft, проживает): all that can belong to one goes, street, number and flat, up to
/// the word that cannot.</summary>
internal sealed class AnnouncedAddressFinder(ScreeningLists lists, Explanations explanations)
{
    private const int LongestAddress = 90;
    private const int MostHouseDigits = 4;
    private const int LongestPart = 3;

    private readonly Regex _cue = lists.Pattern(
        ScreeningLists.AddressList,
        @"\G(?i:{announced})(?!\p{L})\.?\s{0,2}[:：]?\s{0,2}(?<between>(?i:{between})(?!\p{L})\s{1,2})*"
    );

    private readonly Regex _han = lists.Pattern(
        ScreeningLists.AddressList,
        @"{announced_han}[:：为為是]?(?<id>[\u4e00-\u9fff]{2,24}?[0-9０-９]{1,5}[0-9A-Za-z\u4e00-\u9fff号號栋棟座单單元室楼樓层層房-]{0,16}?)(?=[，,。；;、)）]|$|\s)"
    );

    // The first words of what announces an address: only behind them the pattern is asked.
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _openers = lists
        .Words(ScreeningLists.AddressList, "announced")
        .Select(static w => NameLexicon.Fold(w[..Explanations.EndOfWord(w, 0)]))
        .ToHashSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _small = Words(lists, "small");
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _beforeTown = Words(lists, "town_before");

    /// <summary>Adds the addresses of a text.</summary>
    public void Find(string text, bool hasHan, List<MaskedSpan> found)
    {
        for (int at = 0; at < text.Length; )
        {
            int to = Explanations.EndOfWord(text, at);
            if (to == at)
            {
                at++;
                continue;
            }

            bool mayAnnounce = (at == 0 || text[at - 1] != '-') && IsIn(_openers, text.AsSpan(at, to - at));
            if (!mayAnnounce || _cue.Match(text, at) is not { Success: true } cue)
            {
                at = to;
                continue;
            }

            at = cue.Index + cue.Length;
            int start = at;
            if (End(text, ref start) is > 0 and var end)
                found.Add(new MaskedSpan(NominalKind.Address, start, end - start));
        }

        if (!hasHan)
            return;
        for (Match match = _han.Match(text); match.Success; match = match.NextMatch())
            found.Add(new MaskedSpan(NominalKind.Address, match.Groups["id"].Index, match.Groups["id"].Length));
    }

    // The end of the address that begins here; 0 where none does. A house number comes first or behind the street's words.
    private int End(string text, ref int start)
    {
        while (start < text.Length && text[start] is ' ' or '"' or '«' or '“')
            start++;
        int at = start;
        int end = 0;
        int capitals = 0;
        bool isNumberFirst = false;
        while (at < text.Length && at - start < LongestAddress)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                if (EndsAddress(text, at, end > 0))
                    break;
                at++;
                continue;
            }

            int to = at;
            while (
                to < text.Length
                && (
                    char.IsLetterOrDigit(text[to])
                    || (text[to] is '\'' or '’' or '-' && to + 1 < text.Length && char.IsLetter(text[to + 1]))
                )
            )
                to++;
            ReadOnlySpan<char> word = text.AsSpan(at, to - at);
            if (char.IsDigit(word[0]))
            {
                if (!IsHouseNumber(text, at, to))
                    break;
                isNumberFirst |= capitals == 0;
                end = capitals > 0 ? to : end;
            }
            else if (char.IsUpper(word[0]) || word[0] is >= '\u0620' and <= '\u06ff')
            {
                capitals++;
                end = isNumberFirst || (end > 0 && word.Length == 1) ? to : end;
            }
            else if (!IsIn(_small, word) || (isNumberFirst && end > 0 && IsIn(_beforeTown, word)))
            {
                break;
            }

            at = to;
        }

        return end > start ? end : 0;
    }

    // "d. 44", "2.º B": a point, a comma and signs for numbers stand inside of addresses; a sentence's end does not, nor a comma before a town.
    private static bool EndsAddress(string text, int at, bool hasNumber)
    {
        if (text[at] is ';' or '\n' or '!' or '?' or '(' or ':' or '"' or '»')
            return true;
        bool isStop = text[at] is '.' or ',' or '،';
        if (!isStop)
            return false;
        int next = at + 1;
        while (next < text.Length && text[next] is ' ')
            next++;
        if (next >= text.Length)
            return true;
        if (text[at] == '.')
            return char.IsUpper(text[next])
                && next > at + 1
                && (hasNumber || (at > LongestPart && char.IsLetter(text[at - LongestPart - 1])));
        return hasNumber && !HasNumberSoon(text, next);
    }

    // Behind a comma goes on what holds a number within two words: ", 2.º B", ", apto 41", ", кв. 12".
    private static bool HasNumberSoon(string text, int at)
    {
        int words = 0;
        for (int i = at; i < text.Length && i - at < 12; i++)
        {
            if (char.IsDigit(text[i]))
                return words < 2;
            if (text[i] is ',' or ';' or '\n')
                return false;
            if (text[i] == ' ')
                words++;
        }

        return false;
    }

    private bool IsHouseNumber(string text, int at, int to)
    {
        int digits = 0;
        int letters = 0;
        for (int i = at; i < to; i++)
        {
            if (char.IsDigit(text[i]))
                digits++;
            else
                letters++;
        }

        ReadOnlySpan<char> word = text.AsSpan(at, to - at);
        return digits is > 0 and <= MostHouseDigits
            && letters <= LongestPart
            && !(letters == 0 && NumberForms.IsYear(word))
            && !(
                to + 3 < text.Length
                && text[to] is ' '
                && char.IsDigit(text[to + 1])
                && char.IsDigit(text[to + 2])
                && char.IsDigit(text[to + 3])
            )
            && !explanations.AreCounted(text, to, isShort: letters > 0)
            && !(to + 1 < text.Length && text[to] is '.' or ':' or ',' && char.IsDigit(text[to + 1]));
    }

    private static bool IsIn(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words, ReadOnlySpan<char> word)
    {
        if (word.Length > NameLexicon.LongestWord)
            return false;
        Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
        return words.Contains(Letters.Fold(word, buffer));
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(ScreeningLists lists, string use) =>
        lists
            .Words(ScreeningLists.AddressList, use)
            .Select(NameLexicon.Fold)
            .ToHashSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
