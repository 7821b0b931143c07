using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>Lets numbers that were found reach over the letters and digits that belong to them: LO-CC-93392, TK1588/107, KZ 856766, 0486 IN.</summary>
internal sealed class NumberGrowth(PhraseBook book)
{
    private const int LongestJoined = 7;
    private const int LongestBefore = 5;
    private const int LongestOfTown = 8;
    private const int ShortestTelephone = 7;
    private const int LongestNational = 11;

    // ITU-T E.164, 6.1.
    private const int LongestInternational = 15;
    private static readonly ulong Nation = PhraseBook.Bit(Introduction.Nation);

    /// <summary>Grows the numbers of a text where they stand.</summary>
    public void Apply(string text, List<MaskedSpan> found)
    {
        bool? isShouted = null;
        for (int i = 0; i < found.Count; i++)
        {
            MaskedSpan span = found[i];
            if (!IsNumber(span.Kind))
                continue;
            int start = span.Start;
            int end = start + span.Length;
            while (start > 1 && text[start - 1] is '-' or '/' && RunBefore(text, start - 1) is > 0 and var length)
                start -= length + 1;
            while (end + 1 < text.Length && text[end] is '-' or '/' && RunBehind(text, end + 1) is > 0 and var length)
                end += length + 1;
            if (start > 1 && text[start - 1] == ' ' && CapitalsBefore(text, start - 1) is > 0 and var before)
            {
                isShouted ??= Letters.Count(text).AreCapitals;
                if (!isShouted.Value)
                    start -= before + 1;
            }

            if (end - start <= LongestOfTown && start > 2 && text[start - 1] == ' ' && TownBefore(text, start - 1) is > 0 and var town)
                start -= town + 1;
            while (GroupBehind(text, start, end) is > 0 and var group)
                end += group;
            if (end + 2 < text.Length && text[end] == ' ' && IsPostal(text, end + 1, span.Kind))
                end += 3;
            if (end - start != span.Length)
                found[i] = span with { Start = start, Length = end - start };
        }
    }

    // "079 389 39 35 Bescheid", "0(232) 288 04 35 KOLİ": the next group of a number that begins with a zero, a plus or a bracket counts no goods.
    private int GroupBehind(string text, int start, int end)
    {
        if (end - start < ShortestTelephone || end + 1 >= text.Length || text[end] is not (' ' or '\u00a0' or '-'))
            return 0;
        if (text[start] is not ('0' or '+' or '('))
            return 0;
        int digits = 0;
        int groups = 1;
        for (int i = start; i < end; i++)
        {
            digits += char.IsDigit(text[i]) ? 1 : 0;
            groups += text[i] is ' ' or '\u00a0' or '-' ? 1 : 0;
            if (char.IsLetter(text[i]))
                return 0;
        }

        int to = end + 1;
        while (to < text.Length && char.IsDigit(text[to]))
            to++;
        int length = to - end - 1;
        bool isWhole =
            to == text.Length
            || !(char.IsLetter(text[to]) || (text[to] is '.' or ',' && to + 1 < text.Length && char.IsDigit(text[to + 1])));
        int most = text[start] == '+' ? LongestInternational : LongestNational;
        return isWhole && groups > 1 && length is >= 1 and <= 4 && digits + length <= most && !IsMeasured(text, to) ? length + 1 : 0;
    }

    // "0712 345 678 5 kg": what a unit follows is an amount.
    private bool IsMeasured(string text, int at)
    {
        if (at >= text.Length || text[at] is not (' ' or '\u00a0'))
            return false;
        int end = at + 1;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return end - at is > 1 and <= LongestOfTown && book.Is(PhraseTokens.Fold(text[(at + 1)..end]), Introduction.Unit);
    }

    private static bool IsNumber(NominalKind kind) =>
        kind
            is NominalKind.Passport
                or NominalKind.NationalId
                or NominalKind.PlateOrVin
                or NominalKind.TrackingNumber
                or NominalKind.Phone
                or NominalKind.Unexplained;

    // The length of the capitals and digits that end here; 0 where small letters or too many do.
    private static int RunBefore(string text, int end)
    {
        int start = end;
        while (start > 0 && (char.IsUpper(text[start - 1]) || char.IsAsciiDigit(text[start - 1])))
            start--;
        bool isWhole = start == 0 || !(char.IsLetterOrDigit(text[start - 1]) && !TextSigns.IsHan(text[start - 1]));
        return isWhole && end - start <= LongestJoined ? end - start : 0;
    }

    private static int RunBehind(string text, int start)
    {
        int end = start;
        while (end < text.Length && (char.IsUpper(text[end]) || char.IsAsciiDigit(text[end])))
            end++;
        bool isWhole = end == text.Length || !(char.IsLetterOrDigit(text[end]) && !TextSigns.IsHan(text[end]));
        return isWhole && end - start <= LongestJoined ? end - start : 0;
    }

    // Few capitals before the number that are no word for one: "MUM 968349".
    private int CapitalsBefore(string text, int end)
    {
        int start = end;
        while (start > 0 && char.IsUpper(text[start - 1]))
            start--;
        bool isWhole = start == 0 || !char.IsLetterOrDigit(text[start - 1]);
        return isWhole && end - start is > 0 and <= LongestBefore && (book.Uses(PhraseTokens.Fold(text[start..end])) & ~Nation) == 0
            ? end - start
            : 0;
    }

    // "Dubai R 60202": few letters and digits behind the town of their register.
    private int TownBefore(string text, int end)
    {
        int start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return end - start > 2 && book.Is(PhraseTokens.Fold(text[start..end]), Introduction.PlateTown) ? end - start : 0;
    }

    // The two letters of a land behind a parcel's number.
    private bool IsPostal(string text, int start, NominalKind kind)
    {
        bool isWhole = start + 2 >= text.Length || !char.IsLetterOrDigit(text[start + 2]);
        return isWhole
            && kind is NominalKind.TrackingNumber or NominalKind.Unexplained or NominalKind.NationalId
            && char.IsAsciiLetterUpper(text[start])
            && char.IsAsciiLetterUpper(text[start + 1])
            && !book.Is(PhraseTokens.Fold(text[start..(start + 2)]), Introduction.Unit);
    }
}
