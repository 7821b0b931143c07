using System;
using System.IO;
using SeizureIntel.Etl.Suggesting;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.Etl.Suggesting;

public sealed class GoodsFinderTests
{
    private static readonly Lazy<GoodsFinder> Finder = new(() =>
        new GoodsFinder(
            Shipped.Lists["products"],
            GoodsWords.Parse(
                "goods_words.csv",
                File.ReadAllText(Path.Combine(House.Root, "etl", "codelists", "lexicons", "goods_words.csv"))
            )
        )
    );

    [Theory]
    [InlineData("Cigarettes of unknown make, unstamped", "cigarettes")]
    [InlineData("Schmuggelzigaretten", "cigarettes")]
    [InlineData("героина порошок", "heroin")]
    [InlineData("tortugas terrestres vivas", "tortoises_turtles")]
    [InlineData("MDMA (comprimidos)", "mdma_tablet")]
    [InlineData("走私香烟一批", "cigarettes")]
    [InlineData("Lederhandtaschen, gefälscht (Handtaschen)", "counterfeit_accessories")]
    [InlineData("Mercun dan bunga api", "pyrotechnics")]
    [InlineData("прибор с источником Cs-137 внутри", "cs_137")]
    [InlineData("fake Nike sneakers", "counterfeit_shoes")]
    [InlineData("Nike sneakers", "footwear")]
    [InlineData("cocaine hidden in rice", "cocaine")]
    public void A_description_names_its_goods(string text, string expected)
    {
        Assert.Equal(expected, Finder.Value.Find(text, out double share)?.Value);
        Assert.InRange(share, 0.6, 1);
    }

    [Theory]
    [InlineData("cigarette lighters")]
    [InlineData("cocaine and heroin")]
    [InlineData("office furniture")]
    [InlineData("fake antique furniture")]
    public void What_is_no_goods_or_two_is_left_open(string text) => Assert.Null(Finder.Value.Find(text, out _));

    [Fact]
    public void A_row_without_phrases_is_refused() =>
        Assert.Throws<FormatException>(() => GoodsWords.Parse("goods_words.csv", "code,language,phrases\nwine,en,\n"));
}
