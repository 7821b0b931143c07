using System.Collections.Generic;
using SeizureIntel.CodeLists;
using Xunit;

namespace SeizureIntel.Tests.CodeLists;

public sealed class CodeListTests
{
    // Vietnamese for Austria and Belgium: without their marks they are the codes of Angola and Burundi.
    [Theory]
    [InlineData("Áo", "AT")]
    [InlineData("BỈ", "BE")]
    [InlineData("ao", "AO")]
    [InlineData("ＡＯ", "AO")]
    [InlineData("Bi", "BI")]
    [InlineData("Aó", null)]
    public void A_word_is_no_code_for_its_marks_having_been_taken_away(string text, string? code) =>
        Assert.Equal(code, CommittedCodeLists.All["countries"].Find(text)?.Value);

    [Theory]
    [InlineData("Польща", "PL")]
    [InlineData("Lengyelország", "PL")]
    [InlineData("ポーランド", "PL")]
    [InlineData("โปแลนด์", "PL")]
    [InlineData("Puola", "PL")]
    [InlineData("波蘭", "PL")]
    [InlineData("لهستان", "PL")]
    public void Countries_are_known_in_fifty_languages(string text, string code) =>
        Assert.Equal(code, CommittedCodeLists.All["countries"].Find(text)?.Value);

    // The capital of the dotless i is I, which every other language reads as the capital of i.
    [Theory]
    [InlineData("altın")]
    [InlineData("ALTIN")]
    public void Turkish_capitals_are_read(string text)
    {
        var list = new CodeList(
            "goods",
            [
                new Code(
                    "gold",
                    null,
                    new Dictionary<string, string> { ["en"] = "Gold", ["tr"] = "Altın" },
                    new Dictionary<string, string>()
                ),
            ],
            []
        );
        Assert.Equal("gold", list.Find(text)?.Value);
    }
}
