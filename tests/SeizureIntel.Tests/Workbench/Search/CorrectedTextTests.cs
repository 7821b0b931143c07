using SeizureIntel.Workbench.Search;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Search;

public sealed class CorrectedTextTests
{
    [Theory]
    [InlineData("cocane", "cocane", "cocaine", "cocaine")]
    [InlineData("  \"Spare Tyer\" cocane, tyer ", "tyer", "tyre", "  \"Spare tyre\" cocane, tyre ")]
    [InlineData("Cocáne cocanes", "cocane", "cocaine", "cocaine cocanes")]
    [InlineData("Cocáne", "cocane", "cocaine", "cocaine")]
    [InlineData("㎏s press", "kgs", "kg", "kg press")]
    public void One_word_is_replaced_and_the_rest_stays_as_it_was_typed(string text, string word, string instead, string corrected) =>
        Assert.Equal(corrected, CorrectedText.Of(text, word, instead));
}
