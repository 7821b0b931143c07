using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Bookings and boarding passes that their form gives away, whatever announces them: a flight with seat and sequence, and six letters and
/// digits that nobody could speak (the airlines' record locator).</summary>
internal sealed partial class TravelFinder(ScreeningLists lists, PhraseBook book, NumberContext context)
{
    private const int LocatorLength = 6;
    private const int FewestLetters = 4;
    private const int LongestSpoken = 3;

    /// <summary>Adds what is found.</summary>
    public void Find(string text, List<MaskedSpan> found)
    {
        foreach (ValueMatch match in Passes().EnumerateMatches(text))
            found.Add(new(NominalKind.TrackingNumber, match.Index, match.Length));
        bool? isShouted = null;
        for (int at = 0; at < text.Length; )
        {
            if (!IsSign(text[at]))
            {
                at++;
                continue;
            }

            int end = at;
            while (end < text.Length && IsSign(text[end]))
                end++;
            if (end - at == LocatorLength && IsAlone(text, at, end) && IsLocator(text, at, ref isShouted))
            {
                int behind = Sequence().Match(text, end).Length;
                found.Add(new(NominalKind.TrackingNumber, at, LocatorLength + behind));
            }

            at = end;
        }
    }

    private static bool IsSign(char c) => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c);

    // A hyphen, point or stroke joins it to something longer, but for the sequence behind it.
    private static bool IsAlone(string text, int start, int end)
    {
        bool isJoined = start > 0 && (IsWordSign(text[start - 1]) || text[start - 1] is '-' or '.' or '_' or '#' or '+');
        if (isJoined || (end < text.Length && IsWordSign(text[end])))
            return false;
        return end + 1 >= text.Length
            || text[end] is not ('-' or '.' or '_' or '/' or '+')
            || !IsWordSign(text[end + 1])
            || Sequence().IsMatch(text, end);
    }

    private static bool IsWordSign(char c) => char.IsLetterOrDigit(c) && !TextSigns.IsHan(c);

    private bool IsLocator(string text, int start, ref bool? isShouted)
    {
        ReadOnlySpan<char> signs = text.AsSpan(start, LocatorLength);
        Span<char> letters = stackalloc char[LocatorLength];
        int n = 0;
        int vowels = 0;
        int run = 0;
        int longest = 0;
        foreach (char c in signs)
        {
            if (char.IsAsciiDigit(c))
                continue;
            letters[n++] = c;
            bool isVowel = c is 'A' or 'E' or 'I' or 'O' or 'U';
            vowels += isVowel ? 1 : 0;
            run = isVowel ? 0 : run + 1;
            longest = Math.Max(longest, run);
        }

        if (n < FewestLetters || vowels > 1 || longest < LongestSpoken || context.IsBehindModelled(text, start))
            return false;
        bool isMixed = n < LocatorLength;
        if (!isMixed)
        {
            // "GPSMAP 78s": a model's number stands behind it.
            int next = start + LocatorLength;
            if (next + 1 < text.Length && text[next] == ' ' && char.IsAsciiDigit(text[next + 1]))
                return false;
            isShouted ??= Letters.Count(text).AreCapitals;
            return longest > LongestSpoken && (!isShouted.Value || vowels == 0) && !IsKnown(letters);
        }

        // 20GBPS, MDPV10: digits before a unit, a model's name before digits.
        ReadOnlySpan<char> word = letters[..n];
        bool isInOne = char.IsAsciiDigit(signs[0])
            ? signs[(LocatorLength - n)..].IndexOfAnyInRange('0', '9') < 0
            : signs[..n].IndexOfAnyInRange('0', '9') < 0;
        return !isInOne || !IsKnown(word);
    }

    private bool IsKnown(ReadOnlySpan<char> word) =>
        context.IsWord(word)
        || context.IsDesignation(word)
        || lists.NotNames.Contains(word)
        || book.Uses(PhraseTokens.Fold(word.ToString())) != 0;

    // "LH491 18N SEQ 092", "AT0812 15S 076", "SEQ 101 22X": a flight, a seat, and the number under which a traveller checked in.
    [GeneratedRegex(
        @"(?<![\p{L}-[\u4e00-\u9fff]]|[\p{N}.-])(?:(?:[A-Z]{2}|[A-Z]\d|\d[A-Z]) ?\d{2,4}[ ,/-]{1,3}\d{1,2}[A-Z]"
            + @"(?:[ ,/-]{1,3}(?:SEQ|SÉQ|SEC|seq|sec|Seq|Sec)[.:# ]{0,2}\d{1,4}|[ /-]{1,3}\d{3})|"
            + @"SEQ[.:# ]{0,2}\d{1,4}(?:[ /]\d{1,2}[A-Z])?)(?![\p{N}]|[\p{L}-[\u4e00-\u9fff]]|[.,]\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Passes();

    // "V7RNE9/155", "LM5E8P / SEQ 017"
    [GeneratedRegex(
        @"\G(?: ?[/-] ?| (?=SEQ))(?:(?:SEQ|SEC|seq|sec)[.:# ]{0,2})?\d{3}(?![\p{L}\p{N}]|[.,/-]\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Sequence();
}
