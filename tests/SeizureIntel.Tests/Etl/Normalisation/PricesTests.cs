using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Normalisation;
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
