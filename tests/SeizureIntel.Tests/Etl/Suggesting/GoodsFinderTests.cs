using System;
using SeizureIntel.Etl.Suggesting;
using Xunit;

namespace SeizureIntel.Tests.Etl.Suggesting;

public sealed class GoodsFinderTests
{
    private static readonly Lazy<GoodsFinder> Finder = new(() => new GoodsFinder(Shipped.Lists["products"], Words(Shipped.GoodsText)));

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

    [Theory]
    [InlineData("white powder hidden in tea")]
    [InlineData("Declared as toys")]
    [InlineData("Declared as toys: cigarettes")]
    [InlineData("申报为大米")]
    public void Goods_that_only_cover_are_not_what_was_seized(string text) => Assert.Null(Finder.Value.Find(text, out _));

    // In Turkish and Japanese what covers stands before the word that says so.
    [Theory]
    [InlineData("pirinç içinde kokain", null)]
    [InlineData("米に隠匿した覚醒剤", "methamphetamine")]
    public void Cover_named_before_the_word_is_not_taken_for_the_goods(string text, string? expected) =>
        Assert.Equal(expected, Finder.Value.Find(text, out _)?.Value);

    [Fact]
    public void Goods_before_the_word_of_hiding_count_in_a_text_without_spaces() =>
        Assert.Equal("heroin", Finder.Value.Find("海洛因藏于大米", out _)?.Value);

    [Fact]
    public void A_longer_phrase_hides_those_it_overlaps_in_a_text_without_spaces()
    {
        var finder = new GoodsFinder(
            Shipped.Lists["products"],
            Words("code,language,phrases\nwine,zh,甲乙\nbeer,zh,乙丙丁\nspirits,zh,丙丁\n")
        );

        Assert.Equal("beer", finder.Find("甲乙丙丁", out _)?.Value);
    }

    [Theory]
    [InlineData("kovan")]
    [InlineData("the whole lot")]
    [InlineData("con")]
    public void Words_of_another_language_name_no_goods(string text) => Assert.Null(Finder.Value.Find(text, out _));

    [Theory]
    [InlineData("giày giả", "counterfeit_shoes")]
    [InlineData("cigarettes at the falls", "cigarettes")]
    [InlineData("thé vert", "foodstuffs_revenue")]
    [InlineData("vainas servidas", "cartridge_case")]
    [InlineData("vainas de vainilla", "foodstuffs_revenue")]
    [InlineData("cigarettes in a false bottom", "cigarettes")]
    [InlineData("rokok dan kopi", "cigarettes")]
    [InlineData("bir karton sigara", "cigarettes")]
    [InlineData("lovecké pušky", "rifle")]
    [InlineData("кривотворени цигари", "counterfeit_tobacco")]
    public void Words_keep_their_meaning_in_their_language(string text, string expected) =>
        Assert.Equal(expected, Finder.Value.Find(text, out _)?.Value);

    [Theory]
    [InlineData("wine,en,")]
    [InlineData("vine,en,claret")]
    [InlineData("_withn,en,hidden in")]
    [InlineData("wine,en,cl*ret")]
    [InlineData("wine,en,red w*")]
    public void A_row_that_could_not_be_used_is_refused_with_its_line(string row)
    {
        var refused = Assert.Throws<FormatException>(() => Words($"code,language,phrases\n{row}\n"));

        Assert.StartsWith("goods_words.csv, line 2: ", refused.Message, StringComparison.Ordinal);
    }

    private static GoodsWords Words(string text) => GoodsWords.Parse("goods_words.csv", text, Shipped.Lists);
}
