using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>What singles somebody out together with other facts: flight, seat, exact time, age, coordinates.</summary>
internal sealed partial class QuasiFinder(ScreeningLists lists)
{
    private readonly Regex _times = lists.Pattern(
        ScreeningLists.PersonalFactList,
        @"(?<!\p{L})(?i:{time_before})\s+(?<id>(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?)(?![\d.,:])|(?<![\p{L}\p{N}.,"
            + @":])(?<id>(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)? ?(?i:{time_behind}))(?!\p{L})|(?<![\p{L}\p{N}.,:])(?<id>("
            + @"?:[01]\d|2[0-3])[0-5]\d ?(?i:{hours_behind}))(?!\p{L})"
    );

    // An age counts beside a person, not beside a whisky.
    private readonly Regex _ages = lists.Pattern(
        ScreeningLists.PersonalFactList,
        @"(?<![\p{L}\p{N}])(?<id>[1-9]\d)(?<!(?<!\p{L})(?i:{aged})(?!\p{L})[^.;,:]{0,40})(?=[- ](?i:{age_of_person})[, ]+(?i:\w+ "
            + @"){0,2}(?i:{person})|\s?(?i:{age_behind})(?!\p{L})| (?i:{years})(?: (?i:{years_behind})|,| (?i:{years_joint}) ))|"
            + @"(?<!\p{L})(?i:{age_before})\s+(?<id>[1-9]\d)(?![\d.,%]|\s?(?i:{years_alone})(?:\s*(?:$|[.,;)])|\s(?i:{not_age})))|"
            + @"(?<!\p{L})(?i:{sex})[ ,(]+(?<id>[1-9]\d)(?=[,).;]|$)"
    );

    public void Find(string text, List<MaskedSpan> found)
    {
        foreach (Regex pattern in (Regex[])[_times, _ages, Coordinates()])
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
        @"(?<id>[0-9０-９一二三四五六七八九十]{1,4}[歲岁])(?=[^。，、]{0,8}[男女])|"
            + @"(?<=[男女][^。，、]{0,4}[（(]?)(?<id>[0-9０-９一二三四五六七八九十]{1,4}[歲岁])",
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
