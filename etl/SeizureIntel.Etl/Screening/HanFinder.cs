using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Names of persons and companies in Chinese text, which has no spaces and no capitals.</summary>
internal sealed class HanFinder(ScreeningLists lists)
{
    // The commonest surnames (census of China 2010 and its kin for Hong Kong) stand in the list, in both scripts.
    private const string Surname = "{surname}";

    // What may follow a name: its end, a sentence mark, or the word that says what the person did.
    private const string After = @"(?=$|[\s，。、；：,;:（）()《》「」“”""]|{after_name})";

    // A sign of a firm's name, which no word for goods, places of crime or acts ends.
    private const string Part = @"(?:[\u4e00-\u9fff](?<!{firm_break}|{firm_any}))";
    private const string Branch = @"(?:[（(][\u4e00-\u9fff]{2,6}[）)])?(?:分?公司)?";

    private readonly HashSet<string> _notNames = new(lists.Words(ScreeningLists.HanList, "not_name"), StringComparer.Ordinal);

    private readonly Regex _introduced = lists.Pattern(
        ScreeningLists.HanList,
        "(?:{named}(?:[:：]\\s?)?|[:：，]叫)[“\"「]?(?<id>"
            + Surname
            + "[\\u4e00-\\u9fff]{1,2}|[\\u4e00-\\u9fff·]{2,8}(?=[”\"」，。；,;]|$))|{role}[:：]?(?<id>"
            + Surname
            + "[\\u4e00-\\u9fff]{1,2}?)"
            + After
    );

    private readonly Regex _titled = lists.Pattern(
        ScreeningLists.HanList,
        "(?<!{before_title_not})(?<id>" + Surname + "[\\u4e00-\\u9fff]{0,2}?){title}(?![\\u4e00-\\u9fff]{0,1}[店街路])"
    );

    // 李某某 names a surname: what is left of a name is left out too.
    private readonly Regex _anonymised = lists.Pattern(
        ScreeningLists.HanList,
        "(?<id>" + Surname + "某{1,2}(?:[甲乙丙丁\\u4e00-\\u9fff](?=某))?)(?!{anonymised_not})"
    );

    private readonly Regex _officers = lists.Pattern(
        ScreeningLists.HanList,
        "{officer}(?:[（(][^）)]{1,12}[）)])?(?<id>" + Surname + "[\\u4e00-\\u9fff]{1,2}?)" + After
    );

    private readonly Regex _companies = lists.Pattern(
        ScreeningLists.HanList,
        "(?<id>(?:[\\u4e00-\\u9fffA-Za-z0-9（）()·&](?<!{company_break})){2,18}{company})"
    );

    // 收货人义乌市小百灵饰品厂: behind a role in the trade an ending is enough; one that goods have as well (饮料) asks for a colon or "is".
    private readonly Regex _firms = lists.Pattern(
        ScreeningLists.HanList,
        "{firm_cue}(?:的?[:：为為是]|(?<plain>的?[系係在]?))\\s?(?<id>(?:[\\u4e00-\\u9fffA-Za-z0-9（）()·&](?<!{company_break})){2,16}?"
            + "(?:{firm_end}|(?(plain)(?!)|{firm_trade}))(?:[（(][\\u4e00-\\u9fff]{2,6}[）)])?(?:公司)?)"
            + "(?=$|[\\s，。、；：,;:（）()]|[承代申报報的所名負负办辦当當以用向在租出进進作委加生制先付寄送收签簽已未均皆则則即])"
    );

    // 永吉藥材行，… · …；佳興海產 …: a shop's or trade's word behind few signs that begin a clause or stand behind a raid (捣毁).
    private readonly Regex _houses = lists.Pattern(
        ScreeningLists.HanList,
        "(?<=^|[\\s，。、；：,;:（(“\"「]|{firm_raid})(?<id>(?:[\\u4e00-\\u9fff](?<!{company_break}|{firm_raid}|{firm_any})){2,8}?{firm_house})"
            + "(?=$|[\\s，。、；：,;:（）()”\"」]|[之的承代申报報名於于在以])"
    );

    // 苏州水袖服饰工作室, 经芒街阿海货运行倒手: behind a place or a word that says who acted, a shop's or works' word ends a firm wherever it stands.
    private readonly Regex _placed = lists.Pattern(
        ScreeningLists.HanList,
        "(?<id>{han_place}[市省县縣区區镇鎮]?"
            + Part
            + "{2,9}?(?:{firm_sure}|{firm_weak}(?![部局厅委院园城区展大产类费服中活人公车单量额条航试试專专]))"
            + Branch
            + ")|(?<=^|[\\s，。、；：,;:（(“\"「]|{firm_before})(?<id>"
            + Part
            + "{2,8}?{firm_sure}"
            + Branch
            + ")"
    );

    // Mekong Star 贸易行: a name in Latin letters before a word for firms; "Pepsi饮料" is a brand's goods.
    private readonly Regex _foreign = lists.Pattern(
        ScreeningLists.HanList,
        "(?<id>(?<![A-Za-z][&.'-]?)[A-Z][A-Za-z&.'-]{1,40}(?: [A-Z&][A-Za-z&.'-]{0,40}){0,4} ?"
            + "(?:{company}|公司|{firm_house}|{firm_end}(?<={firm_cue}的?[:：为為是系係在]?\\s?[A-Z][A-Za-z&.' -]{1,80}{firm_end})"
            + "|{firm_trade}(?<={firm_cue}的?[:：为為是]\\s?[A-Z][A-Za-z&.' -]{1,80}{firm_trade})))"
            + "(?=$|[\\s，。、；：,;:（）()”\"」]|[字之的承代申报報名於于在以])"
    );

    private readonly Regex _ships = lists.Pattern(ScreeningLists.HanList, "{ship}[“\"「‘](?<id>[^”\"」’]{2,16})[”\"」’]");

    // All words of a pattern are looked for at once; a text without any cannot match it.
    private readonly SearchValues<string> _introductions = lists.AnyOf(ScreeningLists.HanList, StringComparison.Ordinal, "named", "role");
    private readonly SearchValues<string> _titles = lists.AnyOf(ScreeningLists.HanList, StringComparison.Ordinal, "title");
    private readonly SearchValues<string> _offices = lists.AnyOf(ScreeningLists.HanList, StringComparison.Ordinal, "officer");
    private readonly SearchValues<string> _forms = lists.AnyOf(ScreeningLists.HanList, StringComparison.Ordinal, "company");
    private readonly SearchValues<string> _cues = lists.AnyOf(ScreeningLists.HanList, StringComparison.Ordinal, "firm_cue");
    private readonly SearchValues<string> _ends = lists.AnyOf(ScreeningLists.HanList, StringComparison.Ordinal, "firm_end", "firm_trade");
    private readonly SearchValues<string> _shops = lists.AnyOf(ScreeningLists.HanList, StringComparison.Ordinal, "firm_house");
    private readonly SearchValues<string> _houseEnds = lists.AnyOf(
        ScreeningLists.HanList,
        StringComparison.Ordinal,
        "firm_sure",
        "firm_weak"
    );
    private readonly SearchValues<string> _vessels = lists.AnyOf(ScreeningLists.HanList, StringComparison.Ordinal, "ship");

    public void Find(string text, List<MaskedSpan> found)
    {
        ReadOnlySpan<char> signs = text;
        if (signs.Contains('叫') || signs.ContainsAny(_introductions))
            Add(_introduced, text, NominalKind.PersonName, found);
        if (signs.ContainsAny(_titles))
            Add(_titled, text, NominalKind.PersonName, found);
        if (signs.Contains('某'))
            Add(_anonymised, text, NominalKind.PersonName, found);
        if (signs.ContainsAny(_offices))
            Add(_officers, text, NominalKind.Officer, found);
        if (signs.ContainsAny(_forms))
            Add(_companies, text, NominalKind.Company, found);
        if (signs.ContainsAny(_ends) && signs.ContainsAny(_cues))
            Add(_firms, text, NominalKind.Company, found);
        if (signs.ContainsAny(_shops))
            Add(_houses, text, NominalKind.Company, found);
        if (signs.ContainsAny(_houseEnds))
            Add(_placed, text, NominalKind.Company, found);
        if (signs.ContainsAnyInRange('A', 'Z') && (signs.ContainsAny(_shops) || signs.ContainsAny(_ends)))
            Add(_foreign, text, NominalKind.Company, found);
        if (signs.ContainsAny(_vessels))
            Add(_ships, text, NominalKind.VesselOrContainer, found);
    }

    private void Add(Regex pattern, string text, NominalKind kind, List<MaskedSpan> found)
    {
        for (Match match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            Group id = match.Groups["id"];
            if (id.ValueSpan is ['于', ..] && kind == NominalKind.PersonName && pattern == _introduced)
                continue;
            if (pattern != _placed && id.Length >= 2 && (_notNames.Contains(id.Value) || _notNames.Contains(id.Value[..2])))
                continue;
            found.Add(new(kind, id.Index, id.Length));
        }
    }
}
