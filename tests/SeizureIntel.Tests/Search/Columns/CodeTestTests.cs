using System;
using System.Linq;
using SeizureIntel.Search.Columns;
using Xunit;

namespace SeizureIntel.Tests.Search.Columns;

public sealed class CodeTestTests
{
    private const int Seed = 7;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(128)]
    [InlineData(255)]
    [InlineData(256)]
    public void Bytes_are_tested_by_vectors_as_one_by_one(int accepted)
    {
        var random = new Random(Seed + accepted);
        byte[] isAccepted = Accepted(random, 256, accepted);
        byte[] codes = [.. Enumerable.Range(0, 256).Select(i => (byte)i), .. Enumerable.Range(0, 256).Select(_ => (byte)random.Next(256))];
        var test = new CodeTest(isAccepted);
        for (int start = 0; start + 64 <= codes.Length; start += 64)
            Assert.Equal(CodeTest.MaskOneByOne<byte>(codes.AsSpan(start, 64), isAccepted), test.Mask(codes.AsSpan(start, 64)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(900)]
    public void Pairs_of_bytes_are_tested_by_vectors_as_one_by_one(int accepted)
    {
        var random = new Random(Seed + accepted);
        byte[] isAccepted = Accepted(random, 1000, accepted);
        ushort[] codes = [.. Enumerable.Range(0, 640).Select(_ => (ushort)random.Next(1000))];
        var test = new CodeTest(isAccepted);
        for (int start = 0; start + 64 <= codes.Length; start += 64)
            Assert.Equal(CodeTest.MaskOneByOne<ushort>(codes.AsSpan(start, 64), isAccepted), test.Mask(codes.AsSpan(start, 64)));
    }

    [Fact]
    public void A_last_part_of_less_than_64_rows_has_bits_for_its_rows_alone()
    {
        var test = new CodeTest([0, 1]);
        // rows 0 and 2 have number 1 -> bits 0 and 2 -> 1 + 4
        Assert.Equal(5UL, test.Mask((ReadOnlySpan<byte>)[1, 0, 1]));
    }

    private static byte[] Accepted(Random random, int size, int count)
    {
        byte[] accepted = new byte[size];
        foreach (int code in Enumerable.Range(0, size).OrderBy(_ => random.Next()).Take(count))
            accepted[code] = 1;
        return accepted;
    }
}
