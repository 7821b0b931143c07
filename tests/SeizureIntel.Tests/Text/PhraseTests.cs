using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Tests.Etl;
using SeizureIntel.Text;
using Xunit;

namespace SeizureIntel.Tests.Text;

public sealed class PhraseTests
{
    private static readonly CodeWords French = new(Shipped.Lists, Phrases.Of("fr"));

    [Fact]
    public void An_interpolated_text_keeps_its_places_apart_from_its_words()
    {
        Phrase phrase = $"first seen on {new DateOnly(2024, 3, 1):yyyy-MM-dd}, {1234:#,0} times";
        Assert.Equal("first seen on {0:yyyy-MM-dd}, {1:#,0} times", phrase.Template);
        Assert.Equal([new DateOnly(2024, 3, 1), 1234], phrase.Arguments);
        Assert.Equal("first seen on 2024-03-01, 1,234 times", phrase.Text);
    }

    [Fact]
    public void Braces_of_a_text_are_no_places()
    {
        Phrase phrase = $"{{{1}}}";
        Assert.Equal("{1}", phrase.Text);
        Assert.Equal("{}", ((Phrase)"{}").Text);
    }

    [Fact]
    public void Two_phrases_that_say_the_same_are_equal()
    {
        Phrase filled = $"single {"reporter"}";
        Assert.Equal("single reporter", filled);
        Assert.Single(new HashSet<Phrase> { filled, "single reporter" });
    }

    // Worked by hand: the day, the sign before decimals and the names are those of French.
    [Fact]
    public void A_language_says_its_own_words_with_its_days_numbers_and_names()
    {
        Assert.Equal("un seul déclarant", French.Say("single reporter"));
        Assert.Equal(
            "vu pour la première fois le 1er mars 2024, dans des données à partir du 5 janvier 2023",
            French.Say($"first seen on {new DateOnly(2024, 3, 1):yyyy-MM-dd}, in data from {new DateOnly(2023, 1, 5):yyyy-MM-dd} on")
        );
        Phrase odds = $"{36.25:0.0}";
        Assert.Equal(
            "rapport des cotes\u00a0: 36,3 au total, non fini au sein des déclarants",
            French.Say($"odds ratio {odds} pooled, {(Phrase)"not finite"} within reporters")
        );
        Assert.Equal(
            "de Espagne à Croatie",
            French.Say($"from {new NamedCode("path", "ES", "ES")} to {new NamedCode("path", "HR", "HR")}")
        );
    }

    [Fact]
    public void A_list_of_phrases_is_said_one_by_one()
    {
        var both = Phrase.Join("; ", ["single reporter", $"tested on {12.0:0} cases"]);
        Assert.Equal("single reporter; tested on 12 cases", both.Text);
        Assert.Equal("un seul déclarant; testé sur 12 affaires", French.Say(both));
    }

    [Fact]
    public void What_a_language_has_no_words_for_is_said_in_English() => Assert.Equal("zyx 3 yxz", French.Say($"zyx {3} yxz"));

    // Worked by hand: 3 is few, 28 of 30 leaves two, 12 of 30 may be told. What fills the places is what every language says.
    [Theory]
    [InlineData(3, "fewer than 5 of 30 cases", "fewer than 5")]
    [InlineData(28, "nearly all of 30 cases", "nearly all")]
    [InlineData(12, "12 of 30 cases", 12)]
    public void A_count_that_is_not_told_is_told_in_no_language(int part, string english, object place)
    {
        Phrase told = CountsInText.Bounded($"{part} of {30} cases", 5);
        Assert.Equal(english, told.Text);
        Assert.Equal([place, 30], told.Arguments.Select(a => a is Phrase words ? words.Text : a));
    }
}
