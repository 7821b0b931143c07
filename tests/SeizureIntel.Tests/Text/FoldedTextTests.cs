using SeizureIntel.Text;
using Xunit;

namespace SeizureIntel.Tests.Text;

public sealed class FoldedTextTests
{
    // Python 3.11 (Unicode 14): NFKC, str.casefold, NFD without Mn and tatweel, NFC.
    [Theory]
    [InlineData("Straße ẞ", "strasse ss")]
    [InlineData("ΟΔΟΣ οδος", "οδοσ οδοσ")]
    [InlineData("İstanbul Iğdır", "istanbul igdır")]
    [InlineData("ᾳ ᾼ ῼ ᾴ ὤ", "αι αι ωι αι ω")]
    [InlineData("Ꭰ ꭰ ᏸ Ᏸ", "Ꭰ Ꭰ Ᏸ Ᏸ")]
    [InlineData("𐐀𐐨", "𐐨𐐨")]
    [InlineData("ᲀ ᲁ ᲈ", "в д ꙋ")]
    [InlineData("𑀓𑀸 𑀓", "𑀓 𑀓")]
    [InlineData("مُسَدَّسٌ ـــ", "مسدس ")]
    [InlineData("ŉ ﬃ №5 Ⅷ", "ʼn ffi no5 viii")]
    public void Letters_of_every_script_are_folded_as_Unicode_says(string text, string folded) =>
        Assert.Equal(folded, FoldedText.Fold(text));

    [Fact]
    public void Letters_beyond_the_basic_plane_stay_in_one_token() => Assert.Equal(["𐐨𐐨", "x"], FoldedText.Tokens("𐐀𐐨-x"));
}
