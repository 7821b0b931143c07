using System.ComponentModel.DataAnnotations;
using SeizureIntel.Etl.Screening;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

public sealed class SerialHashTests
{
    private static readonly SerialHash Serials = new() { Key = "0123456789abcdef0123456789abcdef" };

    // printf 'serial\nAB123' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef (OpenSSL 3), the first 32 digits.
    [Theory]
    [InlineData("AB123")]
    [InlineData("ab-12 3")]
    [InlineData("ＡＢ１２３")]
    public void A_number_has_one_hash_however_it_is_written(string number) =>
        Assert.Equal("8c55c2b25994eaefa37456b64efbff96", Serials.Of(number));

    [Fact]
    public void Another_key_gives_another_hash_and_none_gives_none()
    {
        Assert.NotEqual(Serials.Of("AB123"), new SerialHash { Key = "fedcba9876543210fedcba9876543210" }.Of("AB123"));
        Assert.Null(new SerialHash().Of("AB123"));
        Assert.Null(Serials.Of("A1"));
        Assert.Null(Serials.Of("obliterated"));
    }

    [Fact]
    public void A_short_key_is_refused()
    {
        var wrong = new SerialHash { Key = "short" };
        Assert.False(Validator.TryValidateObject(wrong, new ValidationContext(wrong), [], validateAllProperties: true));
    }
}
