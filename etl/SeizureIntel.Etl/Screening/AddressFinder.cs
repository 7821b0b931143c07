using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Street addresses with a house number.</summary>
internal sealed partial class AddressFinder(ScreeningLists lists, Lazy<Explanations> explanations)
{
    private const int LongestFlat = 20;

    // The town before a postcode.
    private const string TownBefore = @"(?:,? (?:\p{Lu}[\p{Ll}-]+ ?){1,3})?,? ?";

    // 12B High Street · 5 rue de la Paix.
    private readonly Regex _numberFirst = lists.Pattern(
        ScreeningLists.AddressList,
        @"(?<![\p{L}\p{N}.,/-])(?!0\d)\d{1,5}(?:[-/]\d{1,5})?[A-Za-z]?(?: ?{number_suffix})?,? (?:(?:\p{Lu}[\p{L}.'’-]*|\d{1,3}(?:st|nd|rd|th)) "
            + @"){1,4}{street_end}(?!\p{L})\.?|(?<![\p{L}\p{N}.,/-])\d{1,4}(?: ?{number_suffix})?,? (?i:{street_behind_number}) "
            + @"(?:(?i:{article_french}) ?){0,3}\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+){0,3}"
    );

    // Calle Mayor 12 · Carrera 7 # 45-10 · Rua das Flores, n.º 30 · Avenida Paulista 1000.
    private readonly Regex _wordFirst = lists.Pattern(
        ScreeningLists.AddressList,
        @"(?<!\p{L}|\d\s(?=r\.))(?i:{street})(?!\p{L})\s?(?:(?:\d{1,3}[A-Z]?|(?i:{article}(?!\p{L})|[\p{Lu}"
            + @"][\p{L}.'’-]*))\s?){1,6}(?:,\s?|\s)?(?:(?i:{number_before})\s?\d{1,5}(?:\s?-\s?\d{1,4})?"
            + @"|(?<=[\p{L}.]\s?|\p{L},\s?)\d{1,5}(?:-\d{1,4})?)(?![\p{N}]|\s?(?i:km|kg|g|de )(?!\p{L}))"
    );

    // Tanglewood Drive 31.
    private readonly Regex _numberBehind = lists.Pattern(
        ScreeningLists.AddressList,
        @"(?<!\p{L})(?:\p{Lu}[\p{L}'’-]+ ){1,3}{street_before_number},? (?!(?:19|20)\d\d)\d{1,4}(?:[-/]\d{1,4})?\p{L}?"
            + @"(?![\p{L}\p{N}]|[.,:]\d|\s?(?i:km|kg|g)(?!\p{L}))"
    );

    private readonly SearchValues<string> _streetWords = lists.AnyOf(
        ScreeningLists.AddressList,
        StringComparison.Ordinal,
        "street_before_number"
    );

    private readonly Regex _german = lists.Pattern(
        ScreeningLists.AddressList,
        @"(?<!\p{L})(?:(?!{road})\p{Lu}[\p{L}-]*{street_suffix}|(?!(?i:{road}))\p{Ll}{3,}(?:straße|strasse|str\.)|(?:\p{Lu}[\p{L}-]+ "
            + @")?{street_word}|\p{Lu}\p{L}{3,}{street_tail}) \d{1,4}(?:/\d{1,4}){0,2} ?[a-zA-H]?(?![\p{L}\p{N}])"
    );

    private readonly Regex _slavic = lists.Pattern(
        ScreeningLists.AddressList,
        @"(?<!\p{L})(?i:{street_slavic})\s?(?:\p{Lu}[\p{L}.-]*\s?(?:\p{Ll}{3,6}\s)?){1,4},?\s?(?i:{house_slavic})?\s?\d{1,4}(?:[/-]\d{1,4}){0,2}\p"
            + @"{L}?(?:,?\s?{flat_slavic}\s?\d{1,4})?(?![\p{L}\p{N}])"
    );

    private readonly Regex _turkish = lists.Pattern(
        ScreeningLists.AddressList,
        @"(?<!\p{L})(?:(?:\p{Lu}\p{L}+\.?|\d{1,4}\.)\s){1,5}{street_turkish}(?:\s(?:[A-Z]|\d{1,3}\.)\s{block_turkish})?"
            + @"(?:\s?,?\s?{house_turkish}?\s?[:.]?\s?\d{1,4}(?:/\d{1,4})?)(?![\d\p{L}]|[.:]\d\d)"
    );

    private readonly Regex _han = lists.Pattern(
        ScreeningLists.AddressList,
        @"(?:[\u4e00-\u9fff](?<![往函於于在到至位])){2,8}{street_han}"
            + @"[东東西南北中]?(?:[0-9一二三四五六七八九十]{1,5}(?:支?[巷弄组組段衖])){0,4}"
            + @"[甲乙丙丁]?[0-9０-９一二三四五六七八九十百千零〇]{1,6}(?:[-之—][0-9]{1,4})?[号號](?:附[0-9]{1,3}[号號]?)?"
            + @"(?:(?:[0-9A-Za-z０-９一二三四五六七八九十]{1,5}(?:-\d{1,3})?{room_han})+(?:\d{3,4}(?![年月日人名公克件箱盒包米吨]))?)?"
    );

    // 翠竹苑7栋3楼
    private readonly Regex _estates = lists.Pattern(
        ScreeningLists.AddressList,
        @"(?:[\u4e00-\u9fff](?<![往函於于在到至位])){2,6}{estate_han}"
            + @"[0-9０-９一二三四五六七八九十]{1,4}(?:[栋棟座幢楼樓期]|号楼|號樓)(?:[0-9A-Za-z０-９]{1,5}{room})*"
    );

    private readonly Regex _arabic = lists.Pattern(
        ScreeningLists.AddressList,
        @"(?<!\p{L})[وبفل]?{street_arabic}(?:\s+[\u0621-\u064a]+){0,3}\s*[،,]?\s*{house_arabic}?\s*[A-Z]?[0-9٠-٩]{1,5}|"
            + @"(?<![\p{L}\p{N}.,/-])[0-9٠-٩]{1,4}\s+{street_behind_number_arabic}(?:\s+[\u0621-\u064a]+(?=[\s،,.؛]|$)){1,2}"
    );

    // Plot 14, Block 7 · Quadra 14 Lote 7 · زقاق 14 دار 22: two parts of an address with their numbers beside each other.
    private readonly Regex _plots = lists.Pattern(
        ScreeningLists.AddressList,
        @"(?<!\p{L})(?:(?i:{plot})\.?[ :]{0,2}(?i:no\.?\s?)?[\p{N}A-Z]{1,5}(?:[./-][\p{N}A-Z]{1,4})?(?![\p{L}\p{N}])[,،.]?\s{0,2}){2,}(?<=[\p{L}\p{N}])[,،.]?"
    );

    // "Flat 4, " before the number of the house.
    private readonly Regex _flatBefore = lists.Pattern(
        ScreeningLists.AddressList,
        @"(?<!\p{L})(?i:{flat_before})\.? ?(?:(?:\d{1,4}[A-Za-z]?|[A-Z]|\d{1,2}[/-]\d{1,3}),? )?$"
    );

    // ", Leeds LS9" · ", Cork T12 X8RP" · "، تونس 1006" · ", apto 41" · ", 50674" · ", 3º B, 28013" · "7栋402室" · ", Leeds LS2 9AB".
    private readonly Regex _rest = lists.Pattern(
        ScreeningLists.AddressList,
        @"\G(?:,\s?\d{1,2}(?:\.|er|e|º|ª|th|nd|rd|st)?\s?(?i:{storey})(?!\p{L})|"
            + @"[,،/]?\s*(?i:{flat})\.?[:№# ]{0,2}\s?-?[\p{N}]{1,4}(?:[-/]\d{1,3})?\p{L}?(?!\p{L}|[.,]\d)|"
            + @",?\s(?i:{entrance})\.?\s?(?:\p{Lu}|\d{1,2})(?![\p{L}\p{N}])|"
            + @",\s?\d{1,2}\.?[ºª°]\s?(?:[A-Z](?!\p{L})|(?i:{side})(?!\p{L})\.?)?|,?\s(?i:{side_alone})(?!\p{L})\.?|"
            + @"{part_han}?(?:[0-9A-Za-z]{1,5}(?:-\d{1,3})?{room_han}元?)+\d{0,4}|{part_alone_han})*"
            + @"(?:,?\s?(?:(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?|\d{2}-\d{3})(?=\s\p{Lu}|[,.]|$)|"
            + TownBefore
            + @"{postcode_area}\d[A-Z\d]?(?: ?\d[A-Z]{2})?(?![A-Za-z\d])|"
            + TownBefore
            + @"[ACDEFHKNPRTVWXY]\d[\dW] ?[A-Z\d]{4}(?![A-Za-z\d])|"
            + @"(?:[،,]\s?[\u0621-\u064a]+(?: [\u0621-\u064a]+)?){1,2} [0-9٠-٩]{4,5}(?![0-9٠-٩]|\s?[\u0621-\u064a]))?"
    );

    // Route de Rufisque km 12 · Polígono El Olivaral, nave 57 · Промзона Северная стр. 46: where a place's number stands behind.
    private readonly Regex _areas = lists.Pattern(
        ScreeningLists.AddressList,
        @"(?<!\p{L})(?i:{way})(?!\p{L})\.?(?:\s(?:(?i:{article}|{article_french})(?!\p{L})|(?:[ldLD]['’])?\p{Lu}[\p{L}.'’-]*|\p{Ll}{2,10}(?=\s\p{Lu}))){1,6}"
            + @",?\s(?:[sS]/?[nN],?\s)?(?:(?i:{hall})(?!\p{L})[.:]?\s?)?\d{1,4}(?:\s?[/-]\s?\d{1,4}){0,2}\p{L}?(?![\p{N}\p{L}]|[.,:]\d)(?<!\dh)"
    );

    private readonly SearchValues<string> _ways = lists.AnyOf(ScreeningLists.AddressList, StringComparison.OrdinalIgnoreCase, "way");

    // P.O. Box 4512 · а/я 45
    private readonly Regex _postBoxes = lists.Pattern(
        ScreeningLists.AddressList,
        @"(?<![\p{L}\p{N}]){post_box}\s?(?:[Nn]o\.?)?\s?\d{2,6}(?!\d)"
    );

    // LS2 9AB: areas of the United Kingdom's postcodes.
    private readonly Regex _britishPostcodes = lists.Pattern(
        ScreeningLists.AddressList,
        @"(?<![\p{L}\p{N}-]){postcode_area}\d[A-Z\d]? \d[A-Z]{2}(?![A-Za-z\d-])"
    );

    private static readonly SearchValues<char> Buildings = SearchValues.Create("栋棟座幢楼樓期");

    private readonly Regex _houseParts = lists.Pattern(ScreeningLists.AddressList, @"^(?i:{house_part})\b\.?\s*\w{0,4}$");

    public void Find(string text, List<MaskedSpan> found)
    {
        foreach (Regex pattern in (Regex[])[_numberFirst, _wordFirst, _german, _slavic, _turkish])
            Add(pattern, text, found);

        if (text.AsSpan().ContainsAny(_streetWords))
            Add(_numberBehind, text, found);
        Add(_postBoxes, text, found);

        if (text.AsSpan().ContainsAnyInRange('\u0621', '\u064a'))
            Add(_arabic, text, found);
    }

    /// <summary>Addresses in Chinese, whose house numbers end with a sign of their own.</summary>
    public void FindHan(string text, List<MaskedSpan> found)
    {
        if (text.AsSpan().ContainsAny('号', '號'))
            Add(_han, text, found);
        if (text.AsSpan().ContainsAny(Buildings))
            Add(_estates, text, found);
    }

    /// <summary>Addresses in prose without a word for streets: by plots, and by house number and postcode; and those of a text in capitals.</summary>
    public void FindInProse(string text, List<MaskedSpan> found)
    {
        if (text.AsSpan().ContainsAny(_ways))
            Add(_areas, text, found);
        if (Letters.Lowered(text) is { } lowered)
        {
            Find(lowered, found);
            if (lowered.AsSpan().ContainsAny(_ways))
                Add(_areas, lowered, found);
        }

        Add(_plots, text, found);
        Add(WithPostcodes(), text, found);
        Add(PostcodeFirst(), text, found);
        Add(_britishPostcodes, text, found);
    }

    /// <summary>Lets addresses in prose reach over what belongs to them: flat, floor and postcode; the town stays.</summary>
    public void Extend(string text, List<MaskedSpan> found)
    {
        for (int i = 0; i < found.Count; i++)
        {
            MaskedSpan span = found[i];
            if (span.Kind != NominalKind.Address)
                continue;
            int end = span.Start + span.Length;
            int from = Math.Max(0, span.Start - LongestFlat);
            int before = _flatBefore.Match(text[from..span.Start]).Length;
            found[i] = span with { Start = span.Start - before, Length = span.Length + before + _rest.Match(text, end).Length };
        }
    }

    /// <summary>The town of an address: its parts without street, number and postcode; empty where nothing is left.</summary>
    public string Town(string text, IReadOnlyList<MaskedSpan> addresses)
    {
        var towns = new List<string>();
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (',' or ';' or '\n' or '，' or '、'))
                continue;
            bool isStreet = false;
            foreach (MaskedSpan span in addresses)
                isStreet |= span.Start < i && start < span.Start + span.Length;
            string part = Postcodes().Replace(text[start..i], " ").Trim(' ', '-', '.', '/');
            if (!isStreet && part.Length > 1 && !_houseParts.IsMatch(part))
                towns.Add(part);
            start = i + 1;
        }

        return string.Join(", ", towns);
    }

    // "Park Lane 12 cartons": what counts goods is no house.
    private void Add(Regex pattern, string text, List<MaskedSpan> found)
    {
        for (Match match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            int length = match.ValueSpan.TrimEnd(" ,،.").Length;
            int end = match.Index + length;
            if (!char.IsDigit(text[end - 1]) || !explanations.Value.AreCounted(text, end, isShort: false))
                found.Add(new(NominalKind.Address, match.Index, length));
        }
    }

    // Sonnenhang 4/2, 8010 Graz
    [GeneratedRegex(
        @"(?<!\p{L})\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}+)? \d{1,3}[a-z]?(?:/\d{1,3})?, (?:[A-Z]{1,2}-)?\d{4,5}(?= \p{Lu}\p{Ll})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex WithPostcodes();

    // 690065, Владивосток, Стрельникова, 9
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])\d{6},\s(?:г\.\s?)?\p{Lu}[\p{Ll}-]+,\s(?:[\p{L}.-]+\s?){1,3},\s(?:(?:д|дом)\.?\s?)?\d{1,3}\p{L}?(?:/\d{1,3})?(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PostcodeFirst();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:[A-Z]{1,2}-)?\d{2,6}(?:-\d{3,4})?(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Postcodes();
}
