using System.Text;
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

    // What Key gives is the reference.
    [Theory]
    [InlineData("BE-2024/201858", "be 2024 201858")]
    [InlineData(" --Be 2024--201858. ", "be 2024 201858")]
    [InlineData("BE-2024-2018580", "be 2024 201858")]
    [InlineData("BE-2024-20185", "be 2024 201858")]
    [InlineData("BE2024 201858", "be 2024 201858")]
    [InlineData("be 2024", "be2024")]
    [InlineData("Café\u0301 Nº 5", "cafe no 5")]
    [InlineData("Cafe\u0301", "cafe")]
    [InlineData("cafez\u030c", "cafe")]
    [InlineData("", "")]
    [InlineData("---", "")]
    [InlineData("a", "")]
    public void A_text_has_the_key_that_it_is_given(string text, string key) =>
        Assert.Equal(FoldedText.Key(text) == key, FoldedText.HasKey(Encoding.UTF8.GetBytes(text), key));
}
