using SeizureIntel.Workbench.Filters;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Filters;

public sealed class BoxTextTests
{
    [Theory]
    [InlineData("spare tyre", "spare tyre", "", "", "")]
    [InlineData("\"spare tyre\" -reefer", "\"spare tyre\"", "reefer", "", "")]
    [InlineData("-\"spare tyre\" cocaine", "cocaine", "\"spare tyre\"", "", "")]
    [InlineData("product:cocaine reefer", "reefer", "", "product=cocaine", "")]
    [InlineData("-heading:H01", "", "", "", "heading=H01")]
    [InlineData("product:\"Cannabis resin\" product:heroin", "", "", "product=Cannabis resin|product=heroin", "")]
    [InlineData("Mode_of_transport:air", "", "", "mode_of_transport=air", "")]
    [InlineData("species:NOT_STATED", "", "", "species=NOT_STATED", "")]
    // A sign within a word is the word's own, and a name without a value is a word.
    [InlineData("x-ray ES-2024/17 product: -", "x-ray ES-2024/17 product: -", "", "", "")]
    [InlineData("12:30", "12:30", "", "", "")]
    [InlineData("«чёрный груз» 可卡因", "«чёрный груз» 可卡因", "", "", "")]
    [InlineData(null, "", "", "", "")]
    public void A_text_is_taken_apart(string? text, string words, string without, string where, string not)
    {
        BoxText box = BoxText.Of(text);
        Assert.Equal((words, without), (box.Words, box.Without));
        Assert.Equal((where, not), (string.Join('|', box.Where), string.Join('|', box.Not)));
        Assert.Empty(box.UnknownFields);
    }

    [Fact]
    public void A_name_that_is_no_fields_is_read_as_words_and_said()
    {
        BoxText box = BoxText.Of("produkt:cocaine -colour:red");
        Assert.Equal(("produkt cocaine", "colour red"), (box.Words, box.Without));
        Assert.Equal(["produkt", "colour"], box.UnknownFields);
    }

    [Theory]
    [InlineData("product", "cocaine", "product:cocaine")]
    [InlineData("product", "Cannabis resin", "product:\"Cannabis resin\"")]
    public void A_condition_is_read_as_it_is_written(string field, string value, string typed)
    {
        Assert.Equal(typed, BoxText.Condition(field, value));
        Assert.Equal([$"{field}={value}"], BoxText.Of(typed).Where);
    }
}
