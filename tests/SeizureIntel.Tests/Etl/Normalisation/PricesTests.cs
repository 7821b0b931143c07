using System;
using System.Collections.Generic;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Submissions;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Etl.Normalisation;

public sealed class PricesTests
{
    private static readonly CodeList Currencies = Shipped.Lists["currencies"];

    [Theory]
    [InlineData("PHP 4,926,000.00", 4926000)]
    [InlineData("£1,200", 1200)]
    [InlineData("84 212 Ft", 84212)]
    [InlineData("R$ 1.250,50", 1250.5)]
    [InlineData("300 EUR", 300)]
    public void The_amount_stands_beside_its_currency(string text, double expected) =>
        Assert.Equal((decimal)expected, NumberText.Read(Prices.Without(text, Currencies)!, DecimalMark.Undecided, out _));

    [Theory]
    [InlineData("€ 1.500", "Comma", 1500, NonValue.NotStated)]
    [InlineData("USD 5,000", "Point", 5000, "USD")]
    [InlineData("5000 usd", "Undecided", 5000, "USD")]
    [InlineData("$ 200", "Undecided", 200, NonValue.NotStated)]
    [InlineData("5,000 (about)", "Point", 5000, NonValue.NotStated)]
    [InlineData("640", "Undecided", 640, NonValue.NotStated)]
    public void A_cell_names_its_currency_or_none(string text, string mark, double expected, string currency)
    {
        var read = Prices.Read(text, Enum.Parse<DecimalMark>(mark), Currencies, Shipped.Lists["non_values"]);
        Assert.Equal(((decimal?)expected, currency), (read.Number, read.One.Code));
    }

    [Theory]
    [InlineData("USD 1.5 million")]
    [InlineData("$2.5M")]
    [InlineData("1.5 million")]
    [InlineData("Rs 5 lakh")]
    public void A_figure_with_a_word_that_is_no_currency_is_no_number(string text) =>
        Assert.Equal(
            IssueCode.NotANumber,
            Assert.Single(Prices.Read(text, DecimalMark.Point, Currencies, Shipped.Lists["non_values"]).Issues).Code
        );

    [Fact]
    public void A_cell_in_another_currency_than_its_column_is_no_value()
    {
        var issues = new List<Issue>();
        var dollars = new Stated("USD", "USD 5,000");
        Assert.Null(Money.Read(7, 5000, new Stated("EUR", null), dollars, issues));
        Assert.Equal(new Issue(7, "value", IssueCode.Contradiction, "USD 5,000"), Assert.Single(issues));
        Assert.Equal(new Quantity(5000, "USD"), Money.Read(7, 5000, default, dollars, issues));
        Assert.Equal(new Quantity(5000, "EUR"), Money.Read(7, 5000, new Stated("EUR", null), default, issues));
    }

    [Fact]
    public void The_decimal_mark_of_a_column_shows_in_its_prices_too()
    {
        Assert.Equal("12,50", Prices.Figure("€ 12,50"));
        Assert.Equal("12,50", Prices.Figure("12,50 €").TrimEnd());
    }

    [Theory]
    [InlineData("1,200")]
    [InlineData("12 boxes")]
    [InlineData("ABQ 123")]
    public void Other_words_are_no_currency(string text) => Assert.Null(Prices.Without(text, Currencies));

    [Theory]
    [InlineData("١٬٠٤٣", 1043)]
    [InlineData("٢٫٥", 2.5)]
    public void Arabic_marks_part_thousands_and_decimals(string text, double expected) =>
        Assert.Equal((decimal)expected, NumberText.Read(text, DecimalMark.Undecided, out _));
}
