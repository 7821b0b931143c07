using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.Dashboards.Frame;

public sealed partial class PageTextsTests
{
    // Words that are the same in both languages, and what is typed in every language.
    private static readonly Dictionary<string, string[]> SameAsEnglish = new(StringComparer.Ordinal)
    {
        ["fr"] =
        [
            "administration.codesInList",
            "administration.versions",
            "bulletins.one",
            "frame.menu",
            "frame.pages",
            "jobs.seconds",
            "nav.administration",
            "nav.bulletins",
            "scope.condition",
            "scope.conditionHint",
            "seizure.role.destination",
            "seizure.role.transit",
            "submissions.asks",
            "submissions.format",
            "submissions.question",
            "submissions.source",
        ],
        ["es"] = ["jobs.seconds", "scope.conditionHint"],
    };

    public static TheoryData<string> Translations =>
        [.. PageTexts.Languages.Select(l => l.Language).Where(l => l != PageTexts.English.Language)];

    [Fact]
    public void Every_text_that_a_page_names_is_there_and_every_text_is_named()
    {
        string[] files = [.. House.Files.Where(f => f.StartsWith("dashboards/", StringComparison.Ordinal) && IsMarkupOrCode(f))];
        HashSet<string> named =
        [
            .. files.SelectMany(f => Name().Matches(File.ReadAllText(Path.Combine(House.Root, f)))).Select(m => m.Groups[1].Value),
            .. ChoiceTexts.Names,
        ];
        Assert.Equal(PageTexts.Names, named.Where(PageTexts.Names.Contains).Order(StringComparer.Ordinal));
        Assert.Empty(
            files
                .SelectMany(f => Asked().Matches(File.ReadAllText(Path.Combine(House.Root, f))))
                .Select(m => m.Groups[1].Value)
                .Concat(ChoiceTexts.Names)
                .Except(PageTexts.Names)
        );
    }

    [Fact]
    public void A_text_that_is_not_there_is_a_mistake_of_the_page() =>
        Assert.Throws<ArgumentException>(() => PageTexts.English["no.such.text"]);

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_language_has_every_text_and_no_other(string language) =>
        Assert.Equal(PageTexts.Names, PageTexts.NamesIn(CultureInfo.GetCultureInfo(language)));

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_has_the_places_of_the_English_text(string language)
    {
        PageTexts texts = PageTexts.Of(language)!;
        Assert.All(PageTexts.Names, n => Assert.Equal(PlacesIn(PageTexts.English[n]), PlacesIn(texts[n])));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_differs_from_English_but_where_the_words_are_the_same(string language)
    {
        PageTexts texts = PageTexts.Of(language)!;
        Assert.Equal(SameAsEnglish[language], PageTexts.Names.Where(n => texts[n] == PageTexts.English[n]));
    }

    // Imprimerie nationale, Lexique des règles typographiques: no line ends between a word and what belongs to it.
    [Fact]
    public void French_signs_of_two_parts_stand_behind_a_space_that_does_not_break()
    {
        PageTexts french = PageTexts.Of("fr")!;
        Assert.DoesNotContain(PageTexts.Names, n => Breaking().IsMatch(french[n]));
        Assert.Contains(PageTexts.Names, n => french[n].Contains("\u00a0:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("fr", "ltr")]
    [InlineData("ar", "rtl")]
    public void A_language_says_on_which_side_its_lines_begin(string language, string direction) =>
        Assert.Equal(direction, new PageTexts(CultureInfo.GetCultureInfo(language)).Direction);

    [Fact]
    public void What_is_English_in_every_language_says_so_where_the_page_is_not()
    {
        var arabic = new PageTexts(CultureInfo.GetCultureInfo("ar"));
        Assert.Equal(("en", "ltr"), (arabic.PartLanguage, arabic.PartDirection));
        Assert.Equal(("en", null), (PageTexts.Of("es")!.PartLanguage, PageTexts.Of("es")!.PartDirection));
        Assert.Equal((null, null), (PageTexts.English.PartLanguage, PageTexts.English.PartDirection));
    }

    // A page from right to left is the same sheet mirrored: only the rules under [dir="rtl"] name a side.
    [Fact]
    public void No_sheet_names_the_left_or_the_right()
    {
        string[] sheets =
        [
            .. House.Files.Where(f => f.EndsWith(".css", StringComparison.Ordinal) && f.Contains("/assets/", StringComparison.Ordinal)),
        ];
        Assert.Equal(2, sheets.Length);
        Assert.All(sheets, s =>
            Assert.DoesNotMatch(
                "(?s)(?:^|[\\s;{-])(?:left|right)\\s*[:;]|:\\s*(?:left|right)\\b",
                CommentOrMirrored().Replace(File.ReadAllText(Path.Combine(House.Root, s)), "")
            )
        );
    }

    private static bool IsMarkupOrCode(string file) =>
        file.EndsWith(".cshtml", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal);

    private static IEnumerable<string> PlacesIn(string text) => Place().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    // Anything that looks like a name, as choices between texts stand within an index.
    [GeneratedRegex("\"([a-z][A-Za-z]*\\.[A-Za-z.]+)\"")]
    private static partial Regex Name();

    [GeneratedRegex("\\bT\\[\"([^\"]+)\"")]
    private static partial Regex Asked();

    [GeneratedRegex("\\{[^}]*\\}")]
    private static partial Regex Place();

    [GeneratedRegex("[^\\u00a0][:;?!](?= |$)|«[^\\u00a0]|[^\\u00a0]»")]
    private static partial Regex Breaking();

    [GeneratedRegex("/\\*.*?\\*/|^\\[dir=\"rtl\"\\][^}]*\\}", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CommentOrMirrored();
}
