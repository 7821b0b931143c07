using SeizureIntel.Etl.Quality;
using Xunit;

namespace SeizureIntel.Tests.Etl.Quality;

public sealed class IdentifierTests
{
    // SHA-256 of "abc" (FIPS 180-4, example): ba7816bf 8f01cfea 4141…; its first 80 bits in fives:
    // 10111 01001 11100 00001 01101 01111 11100 01111 00000 00111 00111 11110 10100 10000 01010 00001 → 23 9 28 1 13 15 28 15 0 7 7 30 20 16 10 1
    [Fact]
    public void An_id_is_the_first_eighty_bits_in_crockfords_alphabet() => Assert.Equal("Q9W1DFWF077YMGA1", Identifier.Of("abc"));

    [Fact]
    public void The_id_of_a_part_begins_as_that_of_the_whole() =>
        Assert.Equal("Z7W1DFWF077YMGA1", Identifier.Within("Z7000000AAAAAAAA", "abc"));
}
