using System;
using System.Buffers;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>Numbers that the words beside them give away, in the ten languages.</summary>
internal sealed partial class IntroducedFinder
{
    private const int MostWordsBetween = 7;
    private const int MostSigns = 12;
    private const int LongestSign = 3;

    // A number begins within so many words, and its first digit stands in it.
    private const int Reach = 16;

    private static readonly ulong Between =
        PhraseBook.Bit(Introduction.Connector) | PhraseBook.Bit(Introduction.Filler) | PhraseBook.Bit(Introduction.Nation);

    private static readonly ulong BetweenVehicles =
        PhraseBook.Bit(Introduction.Vehicle) | PhraseBook.Bit(Introduction.PlateModel) | PhraseBook.Bit(Introduction.Plate);

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(";\n!?。；！？");
    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUY");
    private static readonly SearchValues<char> ChainBreaks = SearchValues.Create(".;:\n");
    private static readonly SearchValues<char> ChainSigns = SearchValues.Create("/,&+、،");

    [ThreadStatic]
    private static List<PhraseToken>? _tokens;

    [ThreadStatic]
    private static List<(Introduction Use, int Last)>? _uses;

    private readonly PhraseBook _book;
    private readonly PlateReader _plates;
    private readonly MakeReader _makes;

    public IntroducedFinder(ScreeningLists lists, PhraseBook book)
    {
        _book = book;
        _plates = new PlateReader(lists, book);
        _makes = new MakeReader(_plates, book);
    }

    /// <summary>Finds the numbers of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="isPlace">Whether the text names a place, in which telephones, flights and the like prove nothing.</param>
    /// <param name="found">Takes what is found.</param>
    public void Find(string text, bool isPlace, List<MaskedSpan> found)
    {
        List<PhraseToken> tokens = _tokens ??= [];
        List<(Introduction Use, int Last)> uses = _uses ??= [];
        PhraseTokens.Cut(text, tokens);
        int digitBefore = -1;
        int digitAfter = -1;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsDigits)
            {
                digitBefore = i;
                continue;
            }

            while (digitAfter < tokens.Count && (digitAfter < i || !tokens[digitAfter].IsDigits))
                digitAfter++;
            bool isNearDigit = digitAfter < tokens.Count && digitAfter - i <= 2 * Reach;
            bool isBehindDigit = digitBefore >= 0 && i - digitBefore < Reach;
            if (IsTail(text, tokens, i))
                continue;
            _book.Find(tokens, i, uses);
            foreach ((Introduction use, int last) in uses)
            {
                if (
                    (use >= Introduction.Connector && use != Introduction.PlateModel)
                    || (isPlace && use is Introduction.Vehicle or >= Introduction.Phone)
                )
                    continue;
                if (
                    use != Introduction.PlateBehind
                    && (isNearDigit || use is Introduction.Handle or Introduction.Booking or Introduction.Boarding)
                )
                    Behind(text, tokens, last, use, found);
                if (isBehindDigit)
                    Before(text, tokens, i, use, found);
            }
        }
    }

    // The letters of "34CC" are no word.
    private static bool IsTail(string text, List<PhraseToken> tokens, int i) =>
        i > 0 && tokens[i - 1].IsDigits && tokens[i - 1].End == tokens[i].Start && !TextSigns.IsHan(text[tokens[i].Start]);

    private void Behind(string text, List<PhraseToken> tokens, int last, Introduction use, List<MaskedSpan> found)
    {
        int at = tokens[last].End;
        int next = last + 1;
        int strangers = 0;
        bool isNumber = false;
        bool isAfterNumberWord = true;
        for (int skipped = 0; skipped <= MostWordsBetween; skipped++)
        {
            if (Take(text, at, use, strangers > 0, isNumber, found) is > 0 and var end)
            {
                Chain(text, tokens, end, use, found);
                return;
            }

            // "the VIN of the 4x4 is": the one vehicle that is named by digits.
            if (next + 2 < tokens.Count && tokens[next].Folded == "4" && tokens[next + 1].Folded == "x" && tokens[next + 2].Folded == "4")
            {
                at = tokens[next + 2].End;
                next += 3;
                continue;
            }

            if (next >= tokens.Count || tokens[next].IsDigits)
                return;
            PhraseToken token = tokens[next];
            if (Ends(text, at, token.Start, isAfterNumberWord) && !IsNextKey(text, at, token))
                return;

            // Half a run of letters and digits is no word.
            if (
                next + 1 < tokens.Count
                && tokens[next + 1].IsDigits
                && tokens[next + 1].Start == token.End
                && !TextSigns.IsHan(text[token.Start])
            )
                return;
            ulong uses = _book.Uses(token.Folded);
            bool isNumberWord = (uses & PhraseBook.Bit(Introduction.Number)) != 0;

            // "placa madre modelo GH-4471": what a word for models stands before is none.
            bool isModel = !isNumberWord && (uses & PhraseBook.Bit(Introduction.NotPlate)) != 0 && token.Folded.Length > LongestSign;
            if (isModel && use == Introduction.Plate)
                return;
            isNumber |= isNumberWord;
            isAfterNumberWord = isNumberWord;
            if (!isNumberWord && !MayStandBetween(uses, use) && ++strangers > MostStrangers(use))
                return;
            at = token.End;
            next++;
        }
    }

    // "Document: permit; No.: 13AA97917": the number has a key of its own.
    private bool IsNextKey(string text, int at, PhraseToken token) =>
        text.AsSpan(at, token.Start - at) is "; "
        && text.AsSpan(token.End).TrimStart(". ").StartsWith(':')
        && (_book.Uses(token.Folded) & (PhraseBook.Bit(Introduction.Number) | PhraseBook.Bit(Introduction.Connector))) != 0;

    private static bool MayStandBetween(ulong uses, Introduction use) =>
        (uses & Between) != 0 || ((uses & BetweenVehicles) != 0 && (IsVehicle(use) || use == Introduction.Vin));

    // How many words that mean nothing here may stand before a number whose shape speaks for itself.
    private static int MostStrangers(Introduction use) =>
        use switch
        {
            Introduction.Passport => 4,
            Introduction.Vin => 4,
            Introduction.Plate => 3,
            Introduction.Container => 2,
            Introduction.Booking => 4,
            Introduction.Identity => 3,
            _ => 0,
        };

    private static bool Ends(string text, int from, int to, bool mayBeAbbreviation)
    {
        if (to - from > 6)
            return true;
        ReadOnlySpan<char> gap = text.AsSpan(from, to - from);
        return gap.ContainsAny(SentenceEnds)
            || (!mayBeAbbreviation && gap.StartsWith(". ") && from > 3 && char.IsLetter(text[from - 3]) && char.IsLetter(text[from - 4]));
    }

    // Adds what stands at a place and returns its end; 0 where nothing does.
    private int Take(string text, int at, Introduction use, bool isFar, bool isNumber, List<MaskedSpan> found)
    {
        if (!MayBegin(text, at))
            return 0;
        if (IsVehicle(use))
            return TakePlate(text, at, TrustBehind(use, isFar, isNumber), isNumber, isModel: use == Introduction.PlateModel, found);
        if (IntroducedShapes.Find(text, at, use, isFar) is not { } span)
            return 0;
        if (IntroducedShapes.MayBeQuantity(use) && IsBeforeUnit(text, span))
            return 0;
        if (use is Introduction.Booking or Introduction.Boarding && IsShoutedWord(text, span))
            return 0;
        found.Add(span);
        return span.Start + span.Length;
    }

    // "TICKET BOUGHT CASH": six capitals are a locator only where not all is written in capitals.
    private static bool IsShoutedWord(string text, MaskedSpan span)
    {
        ReadOnlySpan<char> locator = text.AsSpan(span.Start, span.Length);
        if (locator.ContainsAnyInRange('0', '9') || !locator.ContainsAny(Vowels) || text.AsSpan(0, span.Start).EndsWith(": "))
            return false;
        foreach (char c in text)
        {
            if (char.IsLetter(c) && !char.IsUpper(c))
                return false;
        }

        return true;
    }

    // No number begins with a Chinese character, and few signs may stand before one.
    private static bool MayBegin(string text, int at)
    {
        int next = at;
        while (next < text.Length && next - at <= MostSigns && !char.IsLetterOrDigit(text[next]))
            next++;
        return next < text.Length && !TextSigns.IsHan(text[next]);
    }

    private static bool IsVehicle(Introduction use) => use is Introduction.Plate or Introduction.Vehicle or Introduction.PlateModel;

    // "truck no. …" announces as much as "plate …" does; behind a make alone stand models as well.
    private static PlateTrust TrustBehind(Introduction use, bool isFar, bool isNumber) =>
        use switch
        {
            Introduction.PlateModel => PlateTrust.Likely,
            Introduction.Vehicle => isNumber ? PlateTrust.Introduced : PlateTrust.Likely,
            _ => isFar ? PlateTrust.Sure : PlateTrust.Introduced,
        };

    private int TakePlate(string text, int at, PlateTrust trust, bool isNumber, bool isModel, List<MaskedSpan> found)
    {
        int start = at;
        while (start < text.Length && start - at < 6 && !char.IsLetterOrDigit(text[start]))
        {
            if (text[start] is ';' or '\n' or '!' or '?' or '%')
                return 0;
            isNumber |= text[start] is ':' or '：' or '#' or '№' or '°';
            start++;
        }

        if (start >= text.Length || (start == at && at > 0 && char.IsLetterOrDigit(text[at - 1]) && !TextSigns.IsHan(text[at - 1])))
            return 0;
        // 私家車（TX 482）: a bracket right behind the Chinese word holds its registration.
        if (trust == PlateTrust.Likely && start == at + 1 && text[at] == '（')
            trust = PlateTrust.Introduced;
        int end = isModel
            ? _makes.End(text, ref start)
            : _plates.End(text, start, trust, mayBeDigits: isNumber && trust == PlateTrust.Introduced);
        if (end < 0)
            return 0;
        start = WithNumberSign(text, at, start);
        found.Add(new(NominalKind.PlateOrVin, start, end - start));
        return end;
    }

    // "plates: NR 82041": where small letters are written too, NO and NR in capitals may be the registration's own.
    private static int WithNumberSign(string text, int at, int start)
    {
        bool isSign = at > 2 && start == at + 1 && text[at] == ' ' && text[at - 2] == 'N' && text[at - 1] is 'O' or 'R';
        return isSign && !char.IsLetterOrDigit(text[at - 3]) && text.AsSpan().ContainsAnyInRange('a', 'z') ? at - 2 : start;
    }

    // "WX 12345 / WZ 5678P", "passports 123456789 and 987654321".
    private void Chain(string text, List<PhraseToken> tokens, int end, Introduction use, List<MaskedSpan> found)
    {
        for (int times = 0; times < 8; times++)
        {
            int next = tokens.FindIndex(t => t.Start >= end);
            if (next < 0 || tokens[next].Start - end > 4 || text.AsSpan(end, tokens[next].Start - end).ContainsAny(ChainBreaks))
                return;
            bool isJoined = text.AsSpan(end, tokens[next].Start - end).ContainsAny(ChainSigns);
            int at = end;
            if (!tokens[next].IsDigits && _book.Is(tokens[next].Folded, Introduction.Joint))
            {
                isJoined = true;
                at = tokens[next].End;
            }

            if (!isJoined)
                return;
            MaskedSpan first = found[^1];
            int taken = IsVehicle(use)
                ? TakePlate(text, at, PlateTrust.Likely, isNumber: false, isModel: false, found)
                : Take(text, at, use, isFar: false, isNumber: false, found);
            if (taken == 0)
                return;
            if (!IntroducedShapes.AreAlike(text, first, found[^1]) && !IsVehicle(use))
            {
                found.RemoveAt(found.Count - 1);
                return;
            }

            end = taken;
        }
    }

    // "34 ABC 123 plakalı", "U12345678 numaralı pasaport", "AB 1234号货车": what stands before the word.
    private void Before(string text, List<PhraseToken> tokens, int first, Introduction use, List<MaskedSpan> found)
    {
        if (use is not (Introduction.PlateBehind or Introduction.Vehicle or Introduction.Passport or Introduction.Identity) || first == 0)
            return;
        int last = first - 1;
        bool isNumber = _book.Is(tokens[first].Folded, Introduction.Number);
        while (
            last > 0
            && first - last <= 3
            && !tokens[last].IsDigits
            && (_book.Is(tokens[last].Folded, Introduction.Number) || _book.Is(tokens[last].Folded, Introduction.Nation))
        )
        {
            isNumber |= _book.Is(tokens[last].Folded, Introduction.Number);
            last--;
        }

        int end = tokens[last].End;
        if (tokens[last + 1].Start - end > 2 || !text.AsSpan(end, tokens[last + 1].Start - end).Trim(" -\"'”)(（").IsEmpty)
            return;
        ReadOnlySpan<char> gap = text.AsSpan(end, tokens[last + 1].Start - end);
        bool isBracket = gap.ContainsAny('(', '（');
        for (int from = Math.Max(0, last - 4); from <= last; from++)
        {
            int start = tokens[from].Start;
            if (start > 0 && char.IsLetterOrDigit(text[start - 1]) && !TextSigns.IsHan(text[start - 1]))
                continue;
            if (use is Introduction.Passport or Introduction.Identity)
            {
                if (
                    (isNumber || isBracket)
                    && IntroducedShapes.Find(text, start, use, isFar: true) is { } span
                    && span.Start == start
                    && span.Start + span.Length == end
                )
                {
                    found.Add(span);
                    return;
                }

                continue;
            }

            PlateTrust trust =
                use == Introduction.PlateBehind ? PlateTrust.Introduced
                : isNumber || gap.IsEmpty ? PlateTrust.Likely
                : PlateTrust.Sure;
            if (_plates.End(text, start, trust, mayBeDigits: false) != end)
                continue;
            if (trust != PlateTrust.Introduced && !isNumber && !gap.IsEmpty && !_makes.IsNoModel(text.AsSpan(start, end - start)))
                continue;
            found.Add(new(NominalKind.PlateOrVin, start, end - start));
            return;
        }
    }

    private bool IsBeforeUnit(string text, MaskedSpan span)
    {
        if (text.AsSpan(span.Start, span.Length).ContainsAnyInRange('A', 'Z'))
            return false;
        int at = span.Start + span.Length;
        while (at < text.Length && text[at] is ' ' or '\u00a0')
            at++;
        int end = at;
        while (end < text.Length && char.IsLetter(text[end]) && end - at < 12 && !(end > at && TextSigns.IsHan(text[at])))
            end++;
        return end > at && _book.Is(PhraseTokens.Fold(text[at..end]), Introduction.Unit);
    }
}
