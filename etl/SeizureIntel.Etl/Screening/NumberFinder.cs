using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Numbers that betray themselves by their check digits or their form.</summary>
internal static partial class NumberFinder
{
    public static void Find(string text, List<MaskedSpan> found)
    {
        foreach (ValueMatch match in Runs().EnumerateMatches(text))
            Judge(text, match.Index, match.Length, found);
        foreach (ValueMatch match in Grouped().EnumerateMatches(text))
            JudgeDigits(text, match.Index, match.Length, found);
        foreach (ValueMatch match in Ibans().EnumerateMatches(text))
            JudgeIban(text, match.Index, match.Length, found);
        Span<char> number = stackalloc char[24];
        foreach (ValueMatch match in ContainerShapes().EnumerateMatches(text))
        {
            if (Compact(text.AsSpan(match.Index, match.Length), number) == 11 && CheckDigits.IsContainer(number))
                found.Add(new(NominalKind.VesselOrContainer, match.Index, match.Length));
        }

        if (text.Contains(".FCL.", StringComparison.Ordinal))
        {
            foreach (ValueMatch match in FlightCrewLicences().EnumerateMatches(text))
                found.Add(new(NominalKind.NationalId, match.Index, match.Length));
        }

        foreach (ValueMatch match in TonWallets().EnumerateMatches(text))
            found.Add(new(NominalKind.CryptoAddress, match.Index, match.Length));
        foreach (ValueMatch match in PostalItems().EnumerateMatches(text))
            found.Add(new(NominalKind.TrackingNumber, match.Index, match.Length));
        foreach (ValueMatch match in Waybills().EnumerateMatches(text))
        {
            if (Compact(text.AsSpan(match.Index, match.Length), number) == 11 && CheckDigits.IsWaybill(number[3..11]))
                found.Add(new(NominalKind.TrackingNumber, match.Index, match.Length));
        }
    }

    /// <summary>Registrations that stand alone, and identification numbers that begin with a maker's signs.</summary>
    public static void FindVehicles(string text, PhraseBook book, List<MaskedSpan> found)
    {
        foreach (ValueMatch match in Runs().EnumerateMatches(text))
        {
            ReadOnlySpan<char> run = text.AsSpan(match.Index, match.Length);
            if (run.Length == 17 && IsVinAlphabet(run) && IsVinShape(run) && book.IsMaker(run[..3]))
                found.Add(new(NominalKind.PlateOrVin, match.Index, match.Length));
        }

        foreach (ValueMatch match in SpacedVins().EnumerateMatches(text))
        {
            if (IsSpacedVin(text.AsSpan(match.Index, match.Length), book))
                found.Add(new(NominalKind.PlateOrVin, match.Index, match.Length));
        }

        foreach (ValueMatch match in Plates().EnumerateMatches(text))
        {
            // Letters that follow four digits as units of goods are not the end of a Spanish plate.
            ReadOnlySpan<char> plate = text.AsSpan(match.Index, match.Length);
            if (
                plate.Length > 4
                && char.IsAsciiDigit(plate[3])
                && (char.IsAsciiDigit(plate[0]) || char.IsAsciiDigit(plate[2]))
                && book.Is(PhraseTokens.Fold(plate[^3..].ToString()), Introduction.Unit)
            )
                continue;
            if (char.IsAsciiDigit(plate[0]) && IsGoodsNumber(text, match.Index, book))
                continue;
            if (IsStandard(plate, book))
                continue;
            found.Add(new(NominalKind.PlateOrVin, match.Index, match.Length));
        }
    }

    /// <summary>Registrations of China, which begin with the sign of a province, and documents that offices number with characters.</summary>
    public static void FindHanNumbers(string text, List<MaskedSpan> found)
    {
        if (text.Contains('字', StringComparison.Ordinal))
        {
            for (Match match = HanDocuments().Match(text); match.Success; match = match.NextMatch())
                found.Add(new(NominalKind.NationalId, match.Groups["id"].Index, match.Groups["id"].Length));
        }

        foreach (ValueMatch match in HanPlates().EnumerateMatches(text))
            found.Add(new(NominalKind.PlateOrVin, match.Index, match.Length));
    }

    // "PN-EN 590", "NF-EN 812": both groups of letters name standards.
    private static bool IsStandard(ReadOnlySpan<char> plate, PhraseBook book)
    {
        int hyphen = plate.IndexOf('-');
        int space = plate.IndexOf(' ');
        return hyphen > 1
            && space > hyphen
            && book.Is(PhraseTokens.Fold(plate[..hyphen].ToString()), Introduction.NotPlate)
            && book.Is(PhraseTokens.Fold(plate[(hyphen + 1)..space].ToString()), Introduction.NotPlate);
    }

    // "UN 1075 LPG": the digits belong to the word before them.
    private static bool IsGoodsNumber(string text, int start, PhraseBook book)
    {
        int end = start > 0 && text[start - 1] == ' ' ? start - 1 : start;
        int first = end;
        while (first > 0 && char.IsAsciiLetterUpper(text[first - 1]))
            first--;
        return end - first is 2 or 3 && book.Is(PhraseTokens.Fold(text[first..end]), Introduction.NotPlate);
    }

    // A maker's signs, seventeen signs in all, digits at the end, and no part that could be a word.
    private static bool IsSpacedVin(ReadOnlySpan<char> parts, PhraseBook book)
    {
        Span<char> vin = stackalloc char[24];
        if (!parts.Contains(' ') || Compact(parts, vin) != 17 || !book.IsMaker(vin[..3]))
            return false;
        int digits = 0;
        bool isFirst = true;
        foreach (Range range in parts.Split(' '))
        {
            ReadOnlySpan<char> part = parts[range];
            int here = 0;
            foreach (char c in part)
                here += char.IsAsciiDigit(c) ? 1 : 0;
            if (here == 0 && part.Length > (isFirst ? 6 : 3))
                return false;
            digits += here;
            isFirst = false;
        }

        return digits >= 6;
    }

    /// <summary>Lines of a machine-readable travel document (ICAO Doc 9303): filler signs give them away.</summary>
    public static void FindTravelDocumentLines(string text, List<MaskedSpan> found)
    {
        foreach (ValueMatch match in TravelDocumentLines().EnumerateMatches(text))
        {
            if (text.AsSpan(match.Index, match.Length).Count('<') >= 2)
                found.Add(new(NominalKind.Passport, match.Index, match.Length));
        }
    }

    /// <summary>Copies letters (as capitals) and digits; returns how many.</summary>
    public static int Compact(ReadOnlySpan<char> text, Span<char> into)
    {
        int n = 0;
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                continue;
            if (n == into.Length)
                return n + 1;
            into[n++] = char.ToUpperInvariant(c);
        }

        return n;
    }

    // An unbroken run of letters and digits.
    private static void Judge(string text, int start, int length, List<MaskedSpan> found)
    {
        ReadOnlySpan<char> run = text.AsSpan(start, length);
        int digits = 0;
        foreach (char c in run)
        {
            if (char.IsAsciiDigit(c))
                digits++;
        }

        if (Kind(run, digits) is { } kind)
            found.Add(new(kind, start, length));
    }

    private static NominalKind? Kind(ReadOnlySpan<char> run, int digits)
    {
        if (digits == run.Length)
            return DigitsKind(run);
        if (run.Length == 9 && digits == 8 && char.IsAsciiLetterUpper(run[8]) && CheckDigits.IsSpanish(run))
            return NominalKind.NationalId;
        if (
            run.Length == 9
            && digits == 7
            && run[0] is 'X' or 'Y' or 'Z'
            && char.IsAsciiLetterUpper(run[^1])
            && run.Length == 9
            && !run[1..8].ContainsAnyExceptInRange('0', '9')
            && CheckDigits.IsSpanish(run)
        )
            return NominalKind.NationalId;
        if (run.Length == 18 && digits == 17 && run[17] is 'X' or 'x' && run.Length == 18 && CheckDigits.IsChinese(run))
            return NominalKind.NationalId;
        if (run.Length == 17 && digits is >= 3 and < 17 && IsVinAlphabet(run) && CheckDigits.IsVin(run))
            return NominalKind.PlateOrVin;
        if (
            run.Length == 13
            && digits == 9
            && char.IsAsciiLetterUpper(run[0])
            && char.IsAsciiLetterUpper(run[1])
            && char.IsAsciiLetterUpper(run[12])
            && !run[2..11].ContainsAnyExceptInRange('0', '9')
            && CheckDigits.IsPostal(run[2..11])
        )
            return NominalKind.TrackingNumber;
        if (run.Length == 18 && run.StartsWith("1Z") && digits >= 6)
            return NominalKind.TrackingNumber;
        if (run.Length == 42 && run.StartsWith("0x") && IsHex(run[2..]))
            return NominalKind.CryptoAddress;
        if (run.Length is >= 26 and <= 35 && run[0] is '1' or '3' or 'T' && run.Length is >= 26 and <= 35 && CheckDigits.IsBase58Check(run))
            return NominalKind.CryptoAddress;
        if (run.Length is >= 26 and <= 44 && IsMixedThroughout(run))
            return NominalKind.CryptoAddress;
        if (run.Length is >= 14 and <= 74 && run.StartsWith("bc1") && CheckDigits.IsBech32("bc", run[3..]))
            return NominalKind.CryptoAddress;
        if (run.Length is >= 14 and <= 74 && run.StartsWith("ltc1") && CheckDigits.IsBech32("ltc", run[4..]))
            return NominalKind.CryptoAddress;
        if (run.Length == 95 && run[0] is '4' or '8' && run.Length == 95)
            return NominalKind.CryptoAddress;
        if (run.Length is 16 or 18 && PersonalCode().IsMatch(run))
            return NominalKind.NationalId;
        return null;
    }

    private static NominalKind? DigitsKind(ReadOnlySpan<char> digits) =>
        digits.Length switch
        {
            11 when CheckDigits.IsPesel(digits) || CheckDigits.IsCpf(digits) || CheckDigits.IsTurkish(digits) => NominalKind.NationalId,
            18 when CheckDigits.IsChinese(digits) => NominalKind.NationalId,
            15 when digits[0] is '1' or '2' && digits[3] is '0' or '1' && CheckDigits.IsFrench(digits) => NominalKind.NationalId,
            15 when digits[0] == '3' && digits[1] is '4' or '7' && CheckDigits.IsLuhn(digits) => NominalKind.CardNumber,
            15 when digits[0] is '3' or '8' or '0' && digits[1] is '5' or '6' or '1' && CheckDigits.IsLuhn(digits) =>
                NominalKind.ObjectNumber,
            16 when digits[0] is >= '2' and <= '6' && CheckDigits.IsLuhn(digits) && digits.ContainsAnyExcept(digits[0]) =>
                NominalKind.CardNumber,
            _ => null,
        };

    // Digits in groups: cards, and numbers that are usually written with points, spaces or hyphens.
    private static void JudgeDigits(string text, int start, int length, List<MaskedSpan> found)
    {
        ReadOnlySpan<char> written = text.AsSpan(start, length);
        Span<char> digits = stackalloc char[24];
        int n = Compact(written, digits);
        NominalKind? kind = n switch
        {
            16 when IsGroups(written, 4, 4, 4, 4) && digits[0] is >= '2' and <= '6' && CheckDigits.IsLuhn(digits[..16]) =>
                NominalKind.CardNumber,
            15 when IsGroups(written, 4, 6, 5) && digits[0] == '3' && CheckDigits.IsLuhn(digits[..15]) => NominalKind.CardNumber,
            15 when IsGroups(written, 1, 2, 2, 2, 3, 3, 2) && CheckDigits.IsFrench(digits) => NominalKind.NationalId,
            11 when IsGroups(written, 3, 3, 3, 2) && written[3] == '.' && CheckDigits.IsCpf(digits[..11]) => NominalKind.NationalId,
            11 when IsGroups(written, 3, 3, 3, 2) && written[3] == '-' && CheckDigits.IsSnils(digits) => NominalKind.NationalId,
            9
                when IsGroups(written, 3, 2, 4)
                    && written[3] == '-'
                    && written[6] == '-'
                    && digits[0] != '9'
                    && CheckDigits.Number(digits[..3]) is not (0 or 666) => NominalKind.NationalId,
            _ => null,
        };
        if (kind is { } k)
            found.Add(new(k, start, length));
    }

    private static void JudgeIban(string text, int start, int length, List<MaskedSpan> found)
    {
        // The pattern may have run on into the next words: the longest prefix with a right rest is the account.
        Span<char> iban = stackalloc char[48];
        for (int end = length; end >= 15; end--)
        {
            if (!char.IsAsciiLetterOrDigit(text[start + end - 1]))
                continue;
            if (end < length && char.IsAsciiLetterOrDigit(text[start + end]))
                continue;
            int n = Compact(text.AsSpan(start, end), iban);
            if (n is < 15 or > 34 || !CheckDigits.IsIban(iban[..n]))
                continue;
            found.Add(new(NominalKind.Iban, start, end));
            return;
        }
    }

    private static bool IsGroups(ReadOnlySpan<char> written, params ReadOnlySpan<int> lengths)
    {
        int at = 0;
        for (int g = 0; g < lengths.Length; g++)
        {
            if (g > 0 && at++ >= written.Length)
                return false;
            for (int i = 0; i < lengths[g]; i++, at++)
            {
                if (at >= written.Length || !char.IsAsciiDigit(written[at]))
                    return false;
            }
        }

        return at == written.Length;
    }

    private static bool IsVinAlphabet(ReadOnlySpan<char> run)
    {
        foreach (char c in run)
        {
            if (!char.IsAsciiDigit(c) && (!char.IsAsciiLetterUpper(c) || c is 'I' or 'O' or 'Q'))
                return false;
        }

        return true;
    }

    // The last four signs count the vehicles of a maker's year: European makers that number otherwise are rare (ISO 3779).
    private static bool IsVinShape(ReadOnlySpan<char> run)
    {
        int digits = 0;
        foreach (char c in run)
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits is >= 5 and <= 16 && !run[13..].ContainsAnyExceptInRange('0', '9');
    }

    // Capitals, small letters and digits in turns: no word, code of goods or model is written so.
    private static bool IsMixedThroughout(ReadOnlySpan<char> run)
    {
        const int FewestTurns = 10;
        int turns = 0;
        for (int i = 1; i < run.Length; i++)
            turns += SortOf(run[i]) != SortOf(run[i - 1]) ? 1 : 0;
        return turns >= FewestTurns && run.ContainsAnyInRange('a', 'z') && run.ContainsAnyInRange('A', 'Z');

        static int SortOf(char c) =>
            char.IsAsciiDigit(c) ? 0
            : char.IsAsciiLetterUpper(c) ? 1
            : 2;
    }

    private static bool IsHex(ReadOnlySpan<char> run)
    {
        foreach (char c in run)
        {
            if (!char.IsAsciiHexDigit(c))
                return false;
        }

        return true;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_.,/-])[A-Za-z0-9]{9,95}(?![\p{L}\p{N}_]|[.,/-]\p{N})", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.,+-])\d{1,4}(?:[ .-]\d{2,6}){2,6}(?![\p{L}\p{N}]|[.,-]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,38}(?![a-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Ibans();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Za-z]{3}[UJZujz][ -]?\d{3}[ ]?\d{3}[ /-]?\d(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    public static partial Regex ContainerShapes();

    // The Open Network: workchain, hash and checksum as 48 signs of base64url (TEP-2).
    [GeneratedRegex(@"(?<![A-Za-z0-9_-])[EUk0]Q[A-Za-z0-9_-]{46}(?![A-Za-z0-9_-])", RegexOptions.CultureInvariant)]
    private static partial Regex TonWallets();

    // Licences of crews by European rules: state, the rules (Part-FCL), number, with the sort before or behind it.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}.])[A-Z]{2,3}\.FCL(?:[./ -][A-Z0-9]+(?:\([A-Z]{1,3}\))?)+(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex FlightCrewLicences();

    // 乘务证昆铁乘字第65225号
    [GeneratedRegex(
        @"[证證簿照](?:编号|編號|号码|號碼|号|號)?[:：为為是]?(?<id>[\u4e00-\u9fff]{1,6}字第?\d{3,10}[号號]?)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex HanDocuments();

    // UPU S10: service, nine digits, country; no goods number looks so.
    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Z]{2} ?\d(?: ?\d){8} ?[A-Z]{2}(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex PostalItems();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.,-])\d{3}[- ]\d{4} ?\d{4}(?![\p{L}\p{N}]|[.,-]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Waybills();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])[A-HJ-NPR-Z0-9]{3}(?: ?[A-HJ-NPR-Z0-9]){10} ?\d(?: ?\d){2} ?\d(?![\p{L}\p{N}]|[.,/-]\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex SpacedVins();

    // Britain AB12 CDE · Spain 1234 BCD · France AB-123-CD · Germany B-AB 1234 · Mercosur ABC1D23 · Russia А123ВС77 · China (its own pattern) 京A12345.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}.,-])(?:[A-HJ-PR-Y][A-HJ-PR-Y](?:0[1-9]|[1267]\d|5[1-9]) ?[A-HJ-PR-Z]{3}|"
            + @"\d{4}[ -]?[BCDFGHJKLMNPRSTVWXYZ]{3}|[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}|[A-ZÄÖÜ]{"
            + @"1,3}-[A-Z]{1,2} \d{3,4}|[A-Z]{3}\d[A-J]\d{2}|\d{1,3} ?(?:TUN|تونس) ?\d{1,4}|"
            + @"[АВЕКМНОРСТУХ] ?\d{3} ?[АВЕКМНОРСТУХ]{2} ?\d{2,3})(?![\p{L}\p{N}-])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Plates();

    [GeneratedRegex(
        @"[京津沪渝冀豫云雲辽遼黑湘皖鲁魯新苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵青藏川宁寧琼瓊][A-Z][·• -]?(?:[A-Z0-9]-?[A-Z0-9]{4,5}|[A-Z0-9]{4}[港澳学學警挂使领領])"
            + @"(?![A-Za-z0-9])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex HanPlates();

    // Mexico's CURP and Italy's codice fiscale: a shape with a date in it that no goods number has.
    [GeneratedRegex(
        @"^(?:[A-Z]{4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[HMX][A-Z]{5}[A-Z0-9]\d|[A-Z]{6}\d{2}[ABCDEHLMPRST]\d{2}[A-Z]\d{3}[A-Z])$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PersonalCode();

    [GeneratedRegex(@"(?<![A-Za-z0-9<])[A-Z0-9<]{28,44}(?![A-Za-z0-9<])", RegexOptions.CultureInvariant)]
    private static partial Regex TravelDocumentLines();
}
