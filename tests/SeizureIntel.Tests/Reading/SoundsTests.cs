using SeizureIntel.Reading.Words;
using Xunit;

namespace SeizureIntel.Tests.Reading;

public sealed class SoundsTests
{
    [Theory]
    [InlineData("amphetamine", "amfetamine")]
    [InlineData("амфетамин", "amfetamin")]
    [InlineData("cocaine", "kokaine")]
    [InlineData("кокаин", "kokain")]
    [InlineData("героин", "heroin")]
    [InlineData("هيروين", "hiroin")]
    [InlineData("whisky", "vhiski")]
    [InlineData("kilogramm", "kilogram")]
    public void A_loan_word_sounds_alike_in_several_scripts(string word, string sound) => Assert.Equal(sound, Sounds.Of(word));
}
