using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Findings.Stories;
using SeizureIntel.Queries;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Tests.Etl;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Wording;

public sealed class HeadlineWordsTests
{
    private static readonly HeadlineWords Words = new(new CodeWords(Shipped.Lists), Phrases.English);

    // The kinds that the studies return.
    private static readonly string[] KnownKinds =
    [
        .. "backbone unusual emerging fading displacement hub frequent_path inferred_path ledger".Split(' '),
        .. "association novel modus_operandi new_term".Split(' '),
        .. "exceedance shift trend reporter_artefact".Split(' '),
        .. "composition poly_crime weapons_per_case ammunition_ratio parts_only isacs_8_5 sdg_16_4_2".Split(' '),
        .. "silent_reporter late_reporter new_reporter missing_field".Split(' '),
    ];

    public static TheoryData<string> Kinds => [.. KnownKinds.Union(StoryKinds.All)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_sentence_of_its_own_without_a_statistic(string kind)
    {
        Assert.Contains(kind, StoryKinds.All);
        Finding lead = Found(
            kind,
            ("heading", "H01"),
            ("product", "cocaine"),
            ("path", "CO>DO>NL"),
            ("case_headings", "H09"),
            ("country", "ES"),
            ("field", "origin_country"),
            ("narrative", "magnetic pouch"),
            ("reporting_country", "NL")
        );
        Assert.NotEqual("other", Words.Key(lead, null));
        string headline = Words.Of(lead, new DateOnly(2024, 12, 31));
        Assert.EndsWith(".", headline, StringComparison.Ordinal);
        Assert.DoesNotContain("{", headline, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", headline, StringComparison.Ordinal);
        Assert.All(new[] { "%", "ratio ", "q ", "p-value" }, s => Assert.DoesNotContain(s, headline, StringComparison.Ordinal));
    }

    [Fact]
    public void A_new_route_is_said_with_its_countries() =>
        Assert.Equal(
            "Seizures of cocaine on the route Ecuador → Spain → Croatia appeared or rose sharply from July 2024 to September 2024.",
            Words.Of(
                Found("emerging", ("heading", "H01"), ("product", "cocaine"), ("path", "EC>ES>HR")) with
                {
                    Period = new Period(new DateOnly(2024, 7, 1), new DateOnly(2024, 9, 30), "quarter"),
                },
                null
            )
        );

    [Fact]
    public void A_burst_is_said_with_its_reporter_and_week() =>
        Assert.Equal(
            "Seizures of firearm parts and components by Germany were far above the usual level in the week of 29 July 2024.",
            Words.Of(
                Found("exceedance", ("heading", "H08"), ("product", "firearm_parts"), ("reporting_country", "DE")) with
                {
                    Period = new Period(new DateOnly(2024, 7, 29), new DateOnly(2024, 8, 4), "week"),
                },
                null
            )
        );

    [Fact]
    public void A_level_that_lasts_is_told_as_lasting_and_one_that_ended_with_its_end()
    {
        Finding rise = Found("shift", ("heading", "H02"), ("product", "cigarettes"), ("reporting_country", "NL")) with
        {
            Period = new Period(new DateOnly(2023, 8, 28), new DateOnly(2024, 12, 29)),
        };
        Assert.Equal(
            "Seizures of cigarettes by Netherlands have been more frequent since August 2023.",
            Words.Of(rise, new DateOnly(2024, 12, 31))
        );
        Assert.Equal(
            "Seizures of cigarettes by Netherlands were less frequent from August 2023 to December 2024.",
            Words.Of(rise with { Effect = new Effect("rate_ratio", 0.3, 0.2, 0.5, 0.95) }, new DateOnly(2025, 12, 31))
        );
    }

    [Fact]
    public void A_hiding_place_is_said_with_the_goods_it_is_used_for() =>
        Assert.Equal(
            "The hiding place “Fuel and fluid tanks” is unusually common for spirits in road transport.",
            Words.Of(Found("association", ("concealment", "3.3"), ("product", "spirits"), ("mode_of_transport", "3")), null)
        );

    [Fact]
    public void A_change_of_coding_is_not_told_as_a_change_of_everything() =>
        Assert.Equal(
            "reporter_artefact.coding",
            Words.Key(Found("reporter_artefact", ("reporting_country", "RU"), ("product", "heroin")), null)
        );

    [Fact]
    public void An_argument_that_is_missing_is_said() => Assert.Throws<ArgumentException>(() => Phrases.English.Fill("exceedance"));

    [Fact]
    public void A_language_without_sentences_is_told_in_English() => Assert.Same(Phrases.English, Phrases.Of("xx"));

    internal static Finding Found(string kind, params (string Field, string Code)[] subject) =>
        new()
        {
            Id = kind,
            Kind = kind,
            Subject = subject.ToDictionary(s => s.Field, s => (IReadOnlyList<string>)[s.Code], StringComparer.Ordinal),
            Period = new Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 3, 31), "quarter"),
            Figure = new Figure(12, "cases"),
            Effect = new Effect("rate_ratio", 4, 2, 8, 0.95),
            N = 12,
            Known = new Known(12, 12),
            Reporters = 1,
            Method = "by hand",
            Evidence = new Evidence(SeizureQuery.All, 12),
        };
}
