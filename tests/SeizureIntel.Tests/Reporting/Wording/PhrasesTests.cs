using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Findings.Stories;
using SeizureIntel.Fields;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Tests.Etl;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Wording;

public sealed partial class PhrasesTests
{
    private const string OfField = "field.";

    // Words and signs that are the same in both languages.
    private static readonly Dictionary<string, string[]> SameAsEnglish = new(StringComparer.Ordinal)
    {
        ["es"] = ["date.day.short", "date.first", "date.month.short", "date.span", "effect.lift", "list.more", "sign.colon"],
        ["fr"] = ["date.day", "date.day.short", "date.month", "date.month.short", "date.span", "effect.lift", "list.more"],
    };

    public static TheoryData<string> Translations => [.. Phrases.Languages.Where(l => l != "en")];

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_language_has_every_phrase_and_the_name_of_every_field(string language)
    {
        Phrases phrases = Phrases.Of(language);
        Assert.Equal(language, phrases.Language);
        Assert.Equal(
            Phrases.English.Keys.Concat(SeizureFields.All.Select(f => OfField + f.Name)).Order(StringComparer.Ordinal),
            phrases.Keys.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_has_the_places_of_the_English_phrase(string language) =>
        Assert.All(Phrases.English.Keys, k => Assert.Equal(PlacesIn(Phrases.English.Find(k)!), PlacesIn(Phrases.Of(language).Find(k)!)));

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_differs_from_English_but_where_the_words_are_the_same(string language) =>
        Assert.Equal(
            SameAsEnglish[language],
            Phrases.English.Keys.Where(k => Phrases.English.Find(k) == Phrases.Of(language).Find(k)).Order(StringComparer.Ordinal)
        );

    // What no Latin letters begin with, such as "n", and codes are the same in every language.
    [Theory]
    [MemberData(nameof(Translations))]
    public void What_studies_and_desks_say_has_the_same_places_in_every_language(string language)
    {
        Phrases phrases = Phrases.Of(language);
        Assert.Equal(Phrases.Of("fr").Said.Order(StringComparer.Ordinal), phrases.Said.Order(StringComparer.Ordinal));
        Assert.All(phrases.Said, english => Assert.Equal(NumbersOf(english), NumbersOf(phrases.FindSaid(english)!)));
    }

    // Imprimerie nationale, Lexique des règles typographiques: no line ends between a word and what belongs to it.
    [Fact]
    public void French_signs_of_two_parts_stand_behind_a_space_that_does_not_break()
    {
        Phrases french = Phrases.Of("fr");
        Assert.DoesNotContain(french.Keys, k => Breaking().IsMatch(french.Find(k)!));
        Assert.DoesNotContain(french.Keys, k => french.Find(k)!.Contains('\'', StringComparison.Ordinal));
        Assert.DoesNotContain(french.Said, e => Breaking().IsMatch(Place().Replace(french.FindSaid(e)!, "x")));
        Assert.DoesNotContain(french.Said, e => french.FindSaid(e)!.Contains('\'', StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Every_kind_is_told_in_a_sentence_of_the_language(string language)
    {
        Phrases phrases = Phrases.Of(language);
        var words = new HeadlineWords(new CodeWords(Shipped.Lists, phrases), phrases);
        var english = new HeadlineWords(new CodeWords(Shipped.Lists), Phrases.English);
        Assert.All(StoryKinds.All, kind =>
        {
            Finding lead = HeadlineWordsTests.Found(
                kind,
                ("heading", "H01"),
                ("product", "cocaine"),
                ("path", "CO>DO>NL"),
                ("case_headings", "H09"),
                ("country", "ES"),
                ("field", "origin_country"),
                ("reporting_country", "NL")
            );
            string headline = words.Of(lead, new DateOnly(2024, 12, 31));
            Assert.NotEqual(english.Of(lead, new DateOnly(2024, 12, 31)), headline);
            Assert.EndsWith(".", headline, StringComparison.Ordinal);
            Assert.DoesNotMatch(EnglishWord(), headline);
        });
    }

    // Worked by hand: cocaïne, Équateur, Espagne and Croatie are the names of the code lists.
    [Fact]
    public void A_new_route_is_said_in_French_with_its_countries() =>
        Assert.Equal(
            "Saisies nouvelles ou en forte hausse de juillet 2024 à septembre 2024\u00a0: cocaïne sur l’itinéraire Équateur → Espagne → Croatie.",
            In("fr").Of(NewRoute, null)
        );

    [Fact]
    public void A_new_route_is_said_in_Spanish_with_its_countries() =>
        Assert.Equal(
            "Incautaciones nuevas o en fuerte aumento de julio de 2024 a septiembre de 2024: cocaína en la ruta Ecuador → España → Croacia.",
            In("es").Of(NewRoute, null)
        );

    [Fact]
    public void A_finding_is_told_in_French_with_what_was_expected_and_how_sure()
    {
        Phrases french = Phrases.Of("fr");
        var words = new FindingWords(new CodeWords(Shipped.Lists, french), french);
        Finding finding = NewRoute with { Baseline = new Baseline(3, 1, 6, 0.95), Q = 0.01 };
        Assert.Equal("Cocaïne · Équateur → Espagne → Croatie", words.Subject(finding));
        Assert.Equal("12\u00a0affaires", words.Figure(finding));
        Assert.Equal("là où environ 3 étaient attendues", words.Comparison(finding));
        // One minus q is 0.99, and all of 12 records are known, of one reporter.
        Assert.Equal(
            "presque certain que ce ne soit pas le hasard\u00a0; confiance faible (connus\u00a0: 12 sur 12, 1\u00a0déclarant)",
            words.Certainty(finding)
        );
        Assert.Equal("attendu 3 (1–6); rapport des taux 4 (2–8); q = 0,01", words.Statistics(finding));
    }

    private static Finding NewRoute =>
        HeadlineWordsTests.Found("emerging", ("heading", "H01"), ("product", "cocaine"), ("path", "EC>ES>HR")) with
        {
            Period = new Period(new DateOnly(2024, 7, 1), new DateOnly(2024, 9, 30), "quarter"),
        };

    private static HeadlineWords In(string language) => new(new CodeWords(Shipped.Lists, Phrases.Of(language)), Phrases.Of(language));

    private static IEnumerable<string> PlacesIn(string phrase) =>
        Place().Matches(phrase).Select(m => m.Value).Order(StringComparer.Ordinal);

    private static IEnumerable<string> NumbersOf(string template) =>
        Place().Matches(template).Select(m => m.Value.Split(':')[0].TrimEnd('}')).Order(StringComparer.Ordinal);

    [GeneratedRegex("\\{[^}]*\\}")]
    private static partial Regex Place();

    [GeneratedRegex("[^\\u00a0][:;?!](?= |$)|«[^\\u00a0]|[^\\u00a0]»")]
    private static partial Regex Breaking();

    [GeneratedRegex("\\b(the|and|of|were|from|seizures?|cases?|route)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWord();
}
