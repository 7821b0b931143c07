using System;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>The shapes of numbers that a word before them announces; each pattern holds at one place of the text.</summary>
internal static partial class IntroducedShapes
{
    // What may stand between a word and its number.
    private const string Signs = @"\G[\s:：=#.,،\p{Pd}""“”«»„'’*/()（）\[\]№º°_|+]{0,8}?";

    private const string NotInside = @"(?<![\p{L}\p{N}](?<![\u4e00-\u9fff]))";

    /// <summary>What a word announces, if it stands right behind a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the words before the number end.</param>
    /// <param name="use">What the word announces.</param>
    /// <param name="isFar">Whether words that mean nothing stand between: then the number must look like one by itself.</param>
    public static MaskedSpan? Find(string text, int at, Introduction use, bool isFar)
    {
        (Regex? pattern, NominalKind kind) = use switch
        {
            Introduction.Passport or Introduction.PassportSure => (Documents(), NominalKind.Passport),
            Introduction.Identity => (Documents(), NominalKind.NationalId),
            Introduction.Account => (Accounts(), NominalKind.Iban),
            Introduction.Card => (Cards(), NominalKind.CardNumber),
            Introduction.Vin => (Vins(), NominalKind.PlateOrVin),
            Introduction.Imo => (ImoNumbers(), NominalKind.VesselOrContainer),
            Introduction.Mmsi => (MmsiNumbers(), NominalKind.VesselOrContainer),
            Introduction.CallSign => (CallSigns(), NominalKind.VesselOrContainer),
            Introduction.Container => (Containers(), NominalKind.VesselOrContainer),
            Introduction.Freight or Introduction.Parcel => (Freights(), NominalKind.TrackingNumber),
            Introduction.Booking => (Bookings(), NominalKind.TrackingNumber),
            Introduction.Boarding => (Boardings(), NominalKind.TrackingNumber),
            Introduction.Sequence => (Sequences(), NominalKind.TrackingNumber),
            Introduction.Serial => (Serials(), NominalKind.ObjectNumber),
            Introduction.Badge => (Badges(), NominalKind.Officer),
            Introduction.Tax => (TaxNumbers(), NominalKind.Company),
            Introduction.Phone => (Phones(), NominalKind.Phone),
            Introduction.Handle => (Handles(), NominalKind.Handle),
            Introduction.Flight => (Flights(), NominalKind.QuasiIdentifier),
            Introduction.Seat => (Seats(), NominalKind.QuasiIdentifier),
            _ => ((Regex?)null, default(NominalKind)),
        };
        if (pattern?.Match(text, at) is not { Success: true } match)
            return null;
        Group id = match.Groups["id"];
        int length = id.ValueSpan.TrimEnd(" .,;:-/(").Length;
        ReadOnlySpan<char> number = id.ValueSpan[..length];
        return length > 0 && IsOne(number, use, isFar) ? new MaskedSpan(kind, id.Index, length) : null;
    }

    /// <summary>Whether what a word announces could be a quantity where a unit stands behind it.</summary>
    public static bool MayBeQuantity(Introduction use) =>
        use is not (Introduction.Vin or Introduction.Container or Introduction.Handle or Introduction.Seat);

    /// <summary>Whether two numbers are written alike, so that one announcement may stand for both.</summary>
    public static bool AreAlike(string text, MaskedSpan first, MaskedSpan second) =>
        Math.Abs(first.Length - second.Length) <= 1 && char.IsDigit(text[first.Start]) == char.IsDigit(text[second.Start]);

    private static bool IsOne(ReadOnlySpan<char> number, Introduction use, bool isFar)
    {
        int digits = 0;
        int letters = 0;
        int spaces = 0;
        foreach (char c in number)
        {
            if (char.IsDigit(c))
                digits++;
            else if (char.IsLetter(c))
                letters++;
            else if (c == ' ')
                spaces++;
        }

        if (letters == 0 && Dates().IsMatch(number))
            return false;
        return use switch
        {
            Introduction.PassportSure => (digits >= 6 && digits + letters <= 11 && letters > 0) || (digits is 7 or 8 or 9 && spaces == 0),
            Introduction.Passport when isFar => (digits is >= 5 and <= 9 && letters is > 0 and <= 3)
                || (digits is >= 7 and <= 10 && letters == 0 && spaces < 2),
            Introduction.Passport => digits >= 6 || (digits == 5 && letters > 0),
            Introduction.Identity when isFar => (digits >= 6 && (letters > 0 || digits is >= 8 and <= 12))
                || (digits is 4 or 5 && letters >= 2 && number.IndexOfAny('-', '/') > 0),
            Introduction.Identity => digits >= 5 || (digits == 4 && letters >= 2 && number.IndexOfAny('-', '/') > 0),
            Introduction.Vin => digits >= 4
                && (digits + letters == 17 || (spaces == 0 && number.IndexOfAnyInRange('a', 'z') < 0 && !isFar)),
            Introduction.Phone => digits is >= 6 and <= 16,
            Introduction.Account => digits >= 8,
            Introduction.Tax => digits >= 8 || (digits >= 6 && letters > 0),
            Introduction.Freight => digits >= 5,
            Introduction.Parcel => digits >= 6 && letters >= 2,
            Introduction.Booking when isFar => letters >= 2
                && (digits >= 6 || (digits > 0 && number.Length == 6 && number.IndexOfAnyInRange('a', 'z') < 0)),
            Introduction.Booking or Introduction.Boarding when number.Length > 6 => digits > 2,
            Introduction.Boarding => letters > 0 && digits > 0,
            Introduction.Serial => !NumberForms.IsYear(letters == 1 ? number[..^1] : number),
            Introduction.Booking => letters > 0 && (digits > 0 ? !EndsInUnit(number) : !isFar && number.IndexOfAnyInRange('a', 'z') < 0),
            _ => true,
        };
    }

    // 100eur, 23kilo
    private static bool EndsInUnit(ReadOnlySpan<char> number) =>
        char.IsDigit(number[0]) && char.IsLower(number[^1]) && number.TrimStart("0123456789").IndexOfAnyInRange('0', '9') < 0;

    [GeneratedRegex(
        Signs
            + NotInside
            + @"(?<id>(?:[A-ZА-Я]{1,4}[-./](?=[A-Z])[A-Z]{1,5}[-./](?=[A-Z]{0,2}\d)|"
            + @"[IVX]{1,3} [А-Я]{1,2} № ?(?=\d)|[A-Za-zА-Я]{1,4}[-/]?(?=[A-Za-z]?\d)|[A-ZА-Я]{1,3} (?=(?:№ ?|[A-Z]{1,2} ?)?\d{2}))?\d(?:[A-Za-z0-9]|["
            + @"./-](?=[A-Za-z0-9])| (?=№ ?\d{4}|\d{2,}|[A-Z]{1,3}[ -]?\d{3})|№ ?(?=\d)){3,24}(?:\([0-9A]\)| \d [A-Z]{2}\d(?![A-Za-z0-9]))?)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Documents();

    [GeneratedRegex(
        Signs + NotInside + @"(?<id>(?=(?:[^\d\s]{0,4}[ -]?\d){8})[A-Z0-9](?:[A-Z0-9]|[ -](?=[A-Z0-9]{2})){7,40})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Accounts();

    [GeneratedRegex(Signs + NotInside + @"(?<id>\d{4}(?:[ -]?\d{2,4}){2,4})(?![\d.,]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Cards();

    [GeneratedRegex(
        Signs
            + NotInside
            + @"(?<id>[A-HJ-NPR-Z0-9](?:[ -]?[A-HJ-NPR-Z0-9]){16}(?![A-Za-z0-9])|[a-hj-npr-z0-9]{17}(?![A-Za-z0-9])|(?=(?:[A-Z"
            + @"]*\d){4})[A-Z0-9](?:[A-Z0-9]|-(?=[A-Z0-9])){7,18}(?![a-z]))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Vins();

    [GeneratedRegex(Signs + NotInside + @"(?<id>\d{7})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex ImoNumbers();

    [GeneratedRegex(Signs + NotInside + @"(?<id>\d{9})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex MmsiNumbers();

    [GeneratedRegex(Signs + NotInside + @"(?<id>[A-Z0-9]{4,7})(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex CallSigns();

    [GeneratedRegex(Signs + NotInside + @"(?<id>[A-Za-z]{4}[ -]?\d{3} ?\d{3}[ -/]?\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Containers();

    [GeneratedRegex(
        Signs
            + NotInside
            + @"(?<id>(?=(?:[A-Za-z-]{0,6}[ -]?\d){5})(?:[A-Z0-9]|[a-z]{1,3}(?=\d))(?:[A-Z0-9]|[-/](?=[A-Z0-9])| (?=\d{3,4}|[A"
            + @"-Z]{2}(?![A-Za-z]))){4,28})(?!\s?(?i:kg|g|pcs)(?!\p{L}))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Freights();

    [GeneratedRegex(
        Signs
            + NotInside
            + @"(?<id>[A-Z0-9]{6}|[a-z0-9]{6}|(?:[A-Z]{4}-)?\d{3}[ -]?\d{10}|"
            + @"[A-ZА-Я]{1,4}(?:[-/ ]?\d{5,12}|(?:[-/][A-Z0-9]{2,10}){1,3}))(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Bookings();

    // "TP381 43J SEQ561", "BC-7714-QX9", a locator, or a ticket's number.
    [GeneratedRegex(
        Signs
            + NotInside
            + @"(?<id>[A-Z][A-Z0-9] ?\d{2,4}(?:[ /]{1,3}\d{1,2}[A-K])?(?:[ ,/]{1,3}(?i:seq)[ .:#]{0,2}\d{1,4})?(?:[ ,/]{1,3}[A-Z0-9]{6})?|"
            + @"[A-Z0-9]{1,4}(?:[-/][A-Z0-9]{2,10}){1,3}|[A-Z0-9]{6}|(?:[A-Z]{4}-)?\d{3}[ -]?\d{10})(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Boardings();

    [GeneratedRegex(@"\G[\s:：.#№/-]{0,3}(?<id>\d{2,4})(?![\p{L}\p{N}]|[.,]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Sequences();

    [GeneratedRegex(
        Signs
            + NotInside
            + @"(?<id>[A-HJ-NPR-Z0-9](?:[ -]?[A-HJ-NPR-Z0-9]){16}(?![A-Za-z0-9])|"
            + @"(?=[A-Za-zА-Я -]{0,8}\d)[A-ZА-Я0-9](?:[A-ZА-Я0-9]|[-/](?=[A-ZА-Я0-9])| (?=\d{4,6})){3,24})(?![a-zа-я])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Serials();

    [GeneratedRegex(
        Signs + NotInside + @"(?<id>[A-Z]{0,3}[-/]?\d{2,8}(?:[-/][A-Z](?!\p{L}))?)(?!\d|[.,]\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Badges();

    [GeneratedRegex(
        Signs
            + NotInside
            + @"(?<id>(?=(?:[A-Za-z./ -]{0,6}\d){6})(?:[A-Z]{2} (?=\d{3})|[A-Z0-9])(?:[A-Z0-9]|[./-](?=[A-Z0-9])| (?=\d{3})){6,22})(?![a-z])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TaxNumbers();

    [GeneratedRegex(
        @"\G(?:\s|[:：.,#=()№-]){0,6}?(?<id>[+(]{0,2}\d(?:[\d()/]|[ .-](?=[\d(])| [/-] ?(?=\d)){5,20})(?!\s?(?i:kg|g|pcs|units?|eur|usd)(?!\p{L}))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Phones();

    // Without a colon it must hold a digit behind letters.
    [GeneratedRegex(
        @"\G(?:\s+(?i:id|account|user|username|no|№))?(?:\s*[:：]\s*(?<id>[\p{L}\p{M}\p{N}_.@+-[\u3400-\u9fff]]{4,40})|"
            + @"[\s,]+[""“«„'‘]?(?<id>(?=[A-Za-z_.]{3,}\d)[A-Za-z][A-Za-z0-9_.]{4,30}|[A-Za-z][A-Za-z0-9]*(?:[_.][A-Za-z0-9]{2,})+))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Handles();

    [GeneratedRegex(
        @"\G(?:\s|[:：.#№])*(?<id>(?!OF |NO |NR |TO |IN |X )[A-Z][A-Z0-9][A-Z]? ?-?\d{2,4}[A-Z]?)(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Flights();

    // A day, two years or a month is no number of anything.
    [GeneratedRegex(
        @"^(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})|\d{4}[./-]\d{1,2}[./-]\d{1,2}|(?:\d{1,2}|(?:19|20)\d{2})[./-](?:19|20)\d{2})$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Dates();

    [GeneratedRegex(@"\G(?:\s|[:：.#№])*(?<id>\d{1,2}[A-K])(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Seats();
}
