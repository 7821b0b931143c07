using System;
using System.Linq;
using System.Text;
using SeizureIntel.Text;
using Xunit;

namespace SeizureIntel.Tests.Text;

public sealed class ByteHashTests
{
    private const int Texts = 10_000;
    private const int Places = 16_384;

    [Theory]
    [InlineData("BE-2020-{0:D5}")]
    [InlineData("{0:D5}-2020-REPORT")]
    [InlineData("{0}")]
    public void Texts_that_differ_in_a_few_digits_are_spread_over_the_places_of_a_table(string form)
    {
        uint[] places =
        [
            .. Enumerable.Range(0, Texts).Select(n => ByteHash.Of(Encoding.UTF8.GetBytes(string.Format(null, form, n))) % Places),
        ];
        // Thrown at random, ten thousand balls leave 16,384 (1 - e^(-10,000/16,384)) = 7,487 of as many boxes taken, give or take 60.
        Assert.InRange(places.Distinct().Count(), 7_200, 7_800);
    }

    [Fact]
    public void Every_byte_and_the_length_count()
    {
        byte[] bytes = new byte[21];
        uint none = ByteHash.Of(bytes);
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = 1;
            Assert.NotEqual(none, ByteHash.Of(bytes));
            bytes[i] = 0;
        }

        Assert.NotEqual(none, ByteHash.Of(new byte[20]));
        Assert.Equal(none, ByteHash.Of(bytes));
    }
}
