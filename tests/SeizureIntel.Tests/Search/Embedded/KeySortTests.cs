using System;
using System.Linq;
using SeizureIntel.Search.Embedded;
using Xunit;

namespace SeizureIntel.Tests.Search.Embedded;

public sealed class KeySortTests
{
    // Below and above the number of keys from which digits are sorted; keys of one, two and six digits of eleven bits.
    [Theory]
    [InlineData(100, 1UL << 10)]
    [InlineData(20_000, 1UL << 10)]
    [InlineData(20_000, 1UL << 21)]
    [InlineData(20_000, 1UL << 63)]
    public void Keys_are_sorted_as_by_comparison(int count, ulong bound)
    {
        ulong[] keys = Keys(count, bound);
        ulong[] expected = [.. keys.Order()];
        KeySort.Sort(keys, bound);
        Assert.Equal(expected, keys);
    }

    [Theory]
    [InlineData(100, 1UL << 10)]
    [InlineData(20_000, 1UL << 21)]
    public void Values_go_with_their_keys(int count, ulong bound)
    {
        ulong[] keys = Keys(count, bound);
        ulong[] before = [.. keys];
        int[] values = [.. Enumerable.Range(0, count)];
        KeySort.Sort(keys, values, bound);
        Assert.Equal(keys, values.Select(v => before[v]));
        Assert.Equal(Enumerable.Range(0, count), values.Order());
    }

    private static ulong[] Keys(int count, ulong bound)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64((long)Math.Min(bound, long.MaxValue)))];
    }
}
