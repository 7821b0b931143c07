using System;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Tests.Reporting.Bulletins;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Wording;

public sealed class WordingTests
{
    private static readonly CodeWords Codes = new(BulletinFixture.Codes);
    private static readonly FindingWords Words = new(Codes, Phrases.English);

    [Theory]
    [InlineData("from 2024-09-02 on", "from 2\u00a0Sep\u00a02024 on")]
    [InlineData("2023-12-30 to 2024-12-29.", "30\u00a0Dec\u00a02023 to 29\u00a0Dec\u00a02024.")]
    [InlineData("no day: 2024-13-40", "no day: 2024-13-40")]
    public void Days_in_texts_of_studies_are_written_as_they_are_printed(string text, string expected) =>
        Assert.Equal(expected, PeriodWords.InText(text));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.000497, "0.000497")]
    [InlineData(0.0425, "0.0425")]
    [InlineData(12.5, "12.5")]
    [InlineData(184203.25, "184,203")]
    [InlineData(-3, "\u22123")]
    [InlineData(999.6, "1000")]
    public void Quantities_keep_three_digits_below_a_thousand(double value, string text) => Assert.Equal(text, NumberWords.Quantity(value));

    [Theory]
    [InlineData(0.1249, "+12\u00a0%")]
    [InlineData(-0.012, "\u22121.2\u00a0%")]
    [InlineData(0, "0\u00a0%")]
    [InlineData(1.1, "+110\u00a0%")]
    public void Changes_carry_their_sign(double share, string text) => Assert.Equal(text, NumberWords.Change(share));

    [Theory]
    [InlineData(0.0004, "<0.1\u00a0%")]
    [InlineData(0.0046, "0.5\u00a0%")]
    [InlineData(0.634, "63\u00a0%")]
    public void A_small_share_is_not_nothing(double share, string text) => Assert.Equal(text, NumberWords.Share(share));

    // The fixed scale: 1-5, 5-20, 20-45, 45-55, 55-80, 80-95, 95-99 percent.
    [Theory]
    [InlineData(0.96, "almost certain")]
    [InlineData(0.91, "very likely")]
    [InlineData(0.6, "likely")]
    [InlineData(0.5, "roughly even")]
    [InlineData(0.3, "unlikely")]
    [InlineData(0.1, "very unlikely")]
    [InlineData(0.02, "almost no chance")]
    public void Probability_words_come_from_the_fixed_scale(double probability, string word) =>
        Assert.Equal(word, Likelihood.Word(probability));

    [Theory]
    [InlineData(80, 3, "high")]
    [InlineData(80, 2, "moderate")]
    [InlineData(79, 3, "moderate")]
    [InlineData(49, 9, "low")]
    [InlineData(100, 1, "low")]
    public void Confidence_rests_on_the_material_alone(int known, int reporters, string confidence) =>
        Assert.Equal(
            confidence,
            Likelihood.Confidence(
                BulletinFixture.Found("exceedance", 0.5, new Known(known, 100), 9, "cases", reporters, ("heading", "H01"))
            )
        );

    [Fact]
    public void A_finding_says_what_moves_then_where_then_who()
    {
        Finding finding = BulletinFixture.Found(
            "unusual",
            0.01,
            new Known(9, 10),
            9,
            "cases",
            1,
            ("reporting_country", "PE"),
            ("leg", "PE>ZA"),
            ("heading", "H01"),
            ("product", "heroin"),
            ("mode_of_transport", "4")
        );
        Assert.Equal("Heroin · Peru → South Africa · by air · reported by Peru", Words.Subject(finding));
    }

    // The statistics of the first two leave the ratio out: a ratio to next to nothing has no meaning.
    [Theory]
    [InlineData(0.0005, "where none was expected", "expected <0.1; q = 0.01")]
    [InlineData(0.477, "where less than one was expected", "expected 0.477 (0–2); q = 0.01")]
    [InlineData(1.02, "where about 1 was expected", "expected 1.02 (0–2); rate ratio 2 (1.4–2.9); q = 0.01")]
    [InlineData(69.3, "where about 69 were expected", "expected 69.3 (0–2); rate ratio 2 (1.4–2.9); q = 0.01")]
    public void What_was_expected_is_said_in_words_and_the_statistics_apart(double expected, string words, string statistics)
    {
        Finding finding = BulletinFixture.Found("exceedance", 0.01, new Known(9, 10), 69, "cases", 3, ("heading", "H01")) with
        {
            Baseline = new Baseline(expected, 0, 2, 0.99),
        };
        Assert.Equal(words, Words.Comparison(finding));
        Assert.Equal(statistics, Words.Statistics(finding));
    }

    [Fact]
    public void A_count_has_no_text_of_its_own_and_an_edition_says_it_under_its_rule()
    {
        var three = new Counted(3, "seizures");
        Assert.Equal("of seizures", $"of {three}");
        Assert.Equal("3\u00a0seizures", new EditionNumbers(0).With(three));
        Assert.Equal("fewer than 5 seizures", new EditionNumbers(5).With(three));
        Assert.Equal("5\u00a0seizures", new EditionNumbers(5).With(new Counted(5, "seizures")));
        // 3 of 100 and 97 of 100 are told by each other; 50 of 100 is not small on either side.
        Assert.Null(new EditionNumbers(5).Share(three, new Counted(100, "seizures")));
        Assert.Null(new EditionNumbers(5).Share(new Counted(97, "seizures"), new Counted(100, "seizures")));
        Assert.Equal("50\u00a0%", new EditionNumbers(5).Share(new Counted(50, "seizures"), new Counted(100, "seizures")));
    }

    [Fact]
    public void Whole_years_and_months_are_named_and_other_spans_written_out()
    {
        Assert.Equal("2013", PeriodWords.Span(new DateOnly(2013, 1, 1), new DateOnly(2013, 12, 31)));
        Assert.Equal("Feb 2012", PeriodWords.Span(new DateOnly(2012, 2, 1), new DateOnly(2012, 2, 29)));
        Assert.Equal("1\u00a0Jan – 30\u00a0Jun\u00a02013", PeriodWords.Span(new DateOnly(2013, 1, 1), new DateOnly(2013, 6, 30)));
    }
}
