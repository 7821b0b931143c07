using SeizureIntel.Etl.Mapping;
using Xunit;

namespace SeizureIntel.Tests.Etl.Mapping;

public sealed class MultiValueTests
{
    private static readonly string[] Marks = [";", "；", "\n"];

    [Theory]
    [InlineData("4", "4")]
    [InlineData("4;\n41", "4|41")]
    [InlineData("live\nparts", "live|parts")]
    [InlineData("Manis pentadactyla；\nManis javanica", "Manis pentadactyla|Manis javanica")]
    [InlineData("2;2", "2|2")]
    [InlineData("\nscale", "|scale")]
    [InlineData("frozen\n", "frozen")]
    [InlineData("skin with\nscale;\ncooked meat", "skin with scale|cooked meat")]
    [InlineData("3520\n（2440熟＋1080未加工）", "3520 （2440熟＋1080未加工）")]
    [InlineData("", "")]
    public void Values_keep_their_places(string cell, string expected) =>
        Assert.Equal(expected, string.Join('|', MultiValue.Split(cell, Marks)));
}
