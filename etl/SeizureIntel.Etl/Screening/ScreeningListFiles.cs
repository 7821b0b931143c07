using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Etl.Screening;

/// <summary>Reads the screening lists from the text of their files, and says where a row is wrong.</summary>
internal static partial class ScreeningListFiles
{
    private const string Ending = ".csv";

    // Signs of firms are looked up word by word.
    private const string OneWord = "firm_";
    private static readonly string[] Header = ["word", "language", "use", "kind", "status"];

    // Which uses a list knows; a use with a star announces a kind of data.
    private static readonly Dictionary<string, string[]> Uses = new(StringComparer.Ordinal)
    {
        [ScreeningLists.GivenNameList] = [""],
        [ScreeningLists.NotNameList] = ["land", "people", "make", "goods", "office", "calendar", "speech"],
        [ScreeningLists.BrandList] = [""],
        [ScreeningLists.TriggerList] = [.. Enum.GetNames<Trigger>().Select(Snake)],
        [ScreeningLists.NamePartList] = ["particle", "thing", "slavic_ending", "patronymic_ending", "arabic_stop", "language_sign"],
        [ScreeningLists.PersonNameList] = ["given", "surname"],
        [ScreeningLists.MoreNameList] = [""],
        [ScreeningLists.CommonWordList] = [""],
        [ScreeningLists.PlaceNameList] = [""],
        [ScreeningLists.NameContextList] =
        [
            "head",
            "goods",
            "saint",
            "site",
            "spot",
            "depicts",
            "author",
            "art",
            "operation",
            "ruler",
            "memorial",
            "thing_joint",
            "locative",
            "never",
            "particle",
            "phrase",
            "syllable",
            "bend",
            "slavic_surname",
            "plain_ending",
            "german_ending",
            "german_name_ending",
            "latin_ending",
            "arabic_link",
            "arabic_prefix",
            "arabic_ending",
            "arabic_before",
            "arabic_before_given",
            "arabic_role",
            "arabic_head",
            "han_numeral",
            "han_measure",
            "han_before",
            "han_after",
            "han_asks",
            "han_asks_word",
            "han_age",
            "han_mark",
            "han_bears",
            "han_bears_quoted",
            "arabic_author",
            "arabic_honour",
            "han_never_last",
            "han_doubtful",
            "han_foreign",
            "han_last",
        ],
        [ScreeningLists.HanWordList] = ["surname", "given_sign", "simplified", "word"],
        [ScreeningLists.IntroducerList] = [.. Enum.GetNames<Introduction>().Select(Snake)],
        [ScreeningLists.PlateShapeList] = [.. Enum.GetNames<PlateTrust>().Select(Snake)],
        [ScreeningLists.ExplanationList] = [.. Enum.GetNames<Explanation>().Select(Snake)],
        [ScreeningLists.AddressList] =
        [
            "street_end",
            "street_behind_number",
            "street",
            "street_suffix",
            "street_word",
            "street_tail",
            "street_slavic",
            "street_turkish",
            "street_han",
            "room",
            "part_han",
            "part_alone_han",
            "street_arabic",
            "street_behind_number_arabic",
            "way",
            "hall",
            "house_arabic",
            "house_part",
            "entrance",
            "announced",
            "announced_han",
            "between",
            "small",
            "town_before",
            "street_before_number",
            "estate_han",
            "plot",
            "flat_before",
            "flat",
            "side",
            "side_alone",
            "room_han",
            "road",
            "post_box",
            "postcode_area",
            "number_suffix",
            "article_french",
            "article",
            "number_before",
            "house_slavic",
            "flat_slavic",
            "block_turkish",
            "house_turkish",
            "storey",
        ],
        [ScreeningLists.CompanyList] =
        [
            "not_first",
            "joint",
            "form_before",
            "trader",
            "company_arabic",
            "company_end_arabic",
            "form_first",
            "form_behind",
            "firm_form",
            "firm_form_dotted",
            "firm_form_small",
            "firm_word",
            "firm_goods",
            "firm_kin",
            "firm_noun",
            "firm_cue",
            "firm_stop",
            "firm_tail",
            "firm_mark",
            "firm_party",
            "firm_cue_behind",
        ],
        [ScreeningLists.HanList] =
        [
            "surname",
            "after_name",
            "not_name",
            "named",
            "role",
            "title",
            "before_title_not",
            "anonymised_not",
            "officer",
            "company",
            "company_break",
            "firm_cue",
            "firm_end",
            "firm_trade",
            "firm_house",
            "firm_sure",
            "firm_weak",
            "firm_before",
            "firm_break",
            "han_place",
            "firm_raid",
            "firm_any",
            "ship",
            "user_name",
            "user_word",
            "user_site",
        ],
        [ScreeningLists.PersonalFactList] =
        [
            "born",
            "born_unspaced",
            "born_behind",
            "born_near_behind",
            "spelled_at",
            "spelled_at_sure",
            "spelled_dot",
            "born_stem",
            "minor",
            "time_before",
            "time_behind",
            "person",
            "person_near",
            "several",
            "age_before",
            "aged",
            "age_of_person",
            "age_behind",
            "years",
            "years_behind",
            "years_joint",
            "years_alone",
            "not_age",
            "hours_behind",
            "sex",
        ],
        [ScreeningLists.HeaderWordList] = ["certain*", "likely*", "name", "thing", "particle", "french", "spanish"],
    };

    private static readonly Dictionary<string, NominalKind> Kinds = Enum.GetValues<NominalKind>()
        .ToDictionary(static k => Snake(k.ToString()), static k => k, StringComparer.Ordinal);

    /// <summary>The words by list; those of files that share a name stand one after the other.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<ScreeningWord>> Parse(IEnumerable<(string Path, string Text)> files)
    {
        Dictionary<string, List<ScreeningWord>> lists = Uses.Keys.ToDictionary(
            static k => k,
            static _ => new List<ScreeningWord>(),
            StringComparer.Ordinal
        );
        foreach ((string path, string text) in files)
        {
            string name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
            if (!name.EndsWith(Ending, StringComparison.Ordinal) || !lists.TryGetValue(name[..^Ending.Length], out var list))
                throw new FormatException(
                    $"{path}: found a file of this name, expected {string.Join(", ", Uses.Keys.Select(static k => k + Ending))}."
                );
            Read(path, text, Uses[name[..^Ending.Length]], list);
        }

        if (lists.FirstOrDefault(static l => l.Value.Count == 0).Key is { } empty)
            throw new FormatException($"{empty}{Ending}: found no words, expected at least one row.");
        return lists.ToDictionary(static l => l.Key, static l => (IReadOnlyList<ScreeningWord>)l.Value, StringComparer.Ordinal);
    }

    private static void Read(string path, string text, string[] uses, List<ScreeningWord> list)
    {
        bool isHeader = true;
        bool isAdded = list.Count > 0;
        foreach ((int line, List<string> cells) in CsvRecords.Read(path, text))
        {
            if (isHeader && !cells.SequenceEqual(Header))
                throw new FormatException(
                    $"{path}, line {line}: found the columns {string.Join(",", cells)}; expected {string.Join(",", Header)}."
                );
            if (!isHeader)
                list.Add(ReadWord(path, line, cells, uses) with { IsAdded = isAdded });
            isHeader = false;
        }
    }

    private static ScreeningWord ReadWord(string path, int line, List<string> cells, string[] uses)
    {
        if (cells.Count != Header.Length)
            throw new FormatException($"{path}, line {line}: found {cells.Count} cells, expected {Header.Length} as in the header.");
        if (cells.Find(static c => c.Length != c.Trim().Length) is { } loose)
            throw new FormatException($"{path}, line {line}: '{loose}' starts or ends with a blank; expected none.");
        (string word, string language, string use, string kind) = (cells[0], cells[1], cells[2], cells[3]);
        if (word.Length == 0)
            throw new FormatException($"{path}, line {line}: the cell 'word' is empty, expected a word.");
        if (!Language().IsMatch(language))
            throw new FormatException(
                $"{path}, line {line}: found the language '{language}', expected a code of ISO 639 such as en or tr, or mul for several."
            );
        bool hasKind = Array.IndexOf(uses, use + "*") >= 0;
        if (!hasKind && Array.IndexOf(uses, use) < 0)
            throw new FormatException(
                $"{path}, line {line}: found the use '{use}', expected {Choice(uses.Select(static u => u.TrimEnd('*')))}."
            );
        if (
            use.StartsWith(OneWord, StringComparison.Ordinal)
            && word.Split('|').FirstOrDefault(static w => w.Contains(' ', StringComparison.Ordinal)) is { } spaced
        )
            throw new FormatException($"{path}, line {line}: found '{spaced}' with a blank for the use '{use}', expected one word.");
        if (!hasKind)
        {
            return kind.Length == 0
                ? new ScreeningWord(word, language, use, null)
                : throw new FormatException($"{path}, line {line}: found the kind '{kind}', expected an empty cell for the use '{use}'.");
        }

        return Kinds.TryGetValue(kind, out NominalKind known)
            ? new ScreeningWord(word, language, use, known)
            : throw new FormatException($"{path}, line {line}: found the kind '{kind}', expected {Choice(Kinds.Keys)}.");
    }

    private static string Choice(IEnumerable<string> allowed) =>
        string.Join(", ", allowed.Select(static a => a.Length == 0 ? "an empty cell" : a));

    /// <summary>PersonName is written person_name.</summary>
    public static string Snake(string name) => Hump().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("^[a-z]{2,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Hump();
}
