using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>What singles somebody out together with other facts: flight, seat, exact time, age, coordinates.</summary>
internal static partial class QuasiFinder
{
    private static readonly Regex[] Patterns = [Flights(), Seats(), Times(), Ages(), Coordinates()];

    public static void Find(string text, List<MaskedSpan> found)
    {
        foreach (Regex pattern in Patterns)
            Add(pattern, text, found);
    }

    /// <summary>Ages in Chinese text, whose numerals need not be digits.</summary>
    public static void FindHanAges(string text, List<MaskedSpan> found) => Add(HanAges(), text, found);

    /// <summary>True for a cell that is nothing but a date, a time or both, as exports write them.</summary>
    public static bool IsMoment(string text) => Moment().IsMatch(text);

    private static void Add(Regex pattern, string text, List<MaskedSpan> found)
    {
        for (Match match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            Group id = match.Groups["id"];
            found.Add(new(NominalKind.QuasiIdentifier, id.Index, id.Length));
        }
    }

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?i:flights?|vuelos?|voos?|vols?|flug(?:nummer)?|lot(?:u|em)?|рейс\w{0,3}|uçu[şs]\w{0,3}|voyage(?: "
            + @"no)?)(?!\p{L})|航班|رحلة)(?:\s|[:：.#])*(?:(?i:no|nr|number|n[º°o]|numer)|№|号|رقم)?(?:\s|[:：.#])*(?<id>[A-Z][A-Z0-9][A-Z]? "
            + @"?-?\d{2,4}[A-Z]?)(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Flights();

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?i:seat|asiento|assento|si[èe]ge|sitz(?:platz)?|miejsce|место|koltuk)(?!\p{L})|座位|مقعد)(?:\s|[:：.#])*(?:(?i:no|nr|number|numer)|№|号|رقم)?(?:\s|[:：.#])*(?<id>\d{1,2}[A-K])(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Seats();

    [GeneratedRegex(
        @"(?<!\p{L})(?i:at|around|about|approx(?:imately|\.)?|a las|hacia las|sobre las|às|pelas|por volta das|à|vers|um|gegen|o "
            + @"godz(?:inie|\.)|около|в|saat|الساعة)\s+(?<id>(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?)(?![\d.,:])|(?<![\p{L}\p{N}.,:])(?<id>(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)? ?(?i:hrs|hours|a\.?m\.?|p\.?m\.?|uhr|horas))(?!\p{L})|(?<![\p{L}\p{N}.,:])(?<id>(?:[01]\d|2[0-3])[0-5]\d ?(?i:hrs|hours))(?!\p{L})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Times();

    // An age counts beside a person, not beside a whisky.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?<id>[1-9]\d)(?=(?:[- ]years?[- ]old|[- ]y/?o)[, ]+(?i:\w+ "
            + @"){0,2}(?i:man|woman|male|female|boy|girl|national|citizen|driver|suspect|passenger|resident|person|courier|student|foreigner)|-(?i:jährige[rnms]?)(?!\p{L})|[ -]?летн\w+|-letni\w*|(?: años| anos| ans)(?: de edad| de idade|,| y | e | et )|\s?yaşındaki| yaşında|\s?سنة| عاما)|(?<!\p{L})(?i:aged|im alter von|w wieku|в возрасте|âgée? de)\s+(?<id>[1-9]\d)(?![\d.,%]|\s?(?i:years? (?:in|whisk|rum)))|(?<!\p{L})(?i:man|woman|male|female|hombre|mujer|homem|mulher|homme|femme)[ ,(]+(?<id>[1-9]\d)(?=[,).;]|$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Ages();

    [GeneratedRegex(
        @"(?<id>[0-9０-９一二三四五六七八九十]{1,4}[歲岁])(?=[^。，、]{0,8}[男女])|(?<=[男女][^。，、]{0,4}[（(]?)(?<id>[0-9０-９一二三四五六七八九十]{1,4}[歲岁])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex HanAges();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}.,])(?<id>-?\d{1,2}\.\d{4,8}[°]?\s?[NS]?\s?[,;/ "
            + @"]\s?-?\d{1,3}\.\d{4,8}[°]?\s?[EWO]?)(?![\p{L}\p{N}])|(?<id>\d{1,2}°\s?\d{1,2}['’′](?:\s?\d{1,2}(?:\.\d+)?[""”″])?\s?[NS][,; "
            + @"]{0,3}\d{1,3}°\s?\d{1,2}['’′](?:\s?\d{1,2}(?:\.\d+)?[""”″])?\s?[EWO])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Coordinates();

    [GeneratedRegex(
        @"^\s*(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[T ]*)?(?:\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?(?:Z|[+-]\d{2}:?\d{2})?)?\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Moment();
}
