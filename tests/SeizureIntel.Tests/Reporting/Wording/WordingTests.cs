using System;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Tests.Reporting.Bulletins;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Wording;

public sealed class WordingTests
{
    private static readonly CodeWords Codes = new(BulletinFixture.Codes);

    [Theory]
    [InlineData(0, "0")]
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
        Assert.Equal("Heroin · Peru → South Africa · by air · reported by Peru", new FindingWords(Codes).Subject(finding));
    }

    [Fact]
    public void Whole_years_and_months_are_named_and_other_spans_written_out()
    {
        Assert.Equal("2013", PeriodWords.Span(new DateOnly(2013, 1, 1), new DateOnly(2013, 12, 31)));
        Assert.Equal("Feb 2012", PeriodWords.Span(new DateOnly(2012, 2, 1), new DateOnly(2012, 2, 29)));
        Assert.Equal("1\u00a0Jan\u00a02013 – 30\u00a0Jun\u00a02013", PeriodWords.Span(new DateOnly(2013, 1, 1), new DateOnly(2013, 6, 30)));
    }
}
