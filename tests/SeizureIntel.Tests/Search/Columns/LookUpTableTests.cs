using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Search.Columns;
using Xunit;

namespace SeizureIntel.Tests.Search.Columns;

public sealed class LookUpTableTests
{
    // One behind the other, over the end of the table, whatever else stands between.
    [Theory]
    [InlineData(0u)]
    [InlineData(0x7fff_ffffu)]
    [InlineData(0xffff_ffffu)]
    public void Entries_of_one_hash_are_all_found(uint hash)
    {
        var table = new LookUpTable(0, 100);
        for (int i = 0; i < 100; i++)
            table.Put(i % 2 == 0 ? hash : hash ^ 1, i);

        Assert.Equal(Enumerable.Range(0, 50).Select(i => i * 2), All(table, hash));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (i * 2) + 1), All(table, hash ^ 1));
    }

    [Fact]
    public void It_is_full_once_four_fifths_of_its_places_are_taken()
    {
        var table = new LookUpTable(8, 0);
        for (int i = 0; i < 13; i++)
        {
            Assert.False(table.IsFull);
            table.Put((uint)i, i);
        }

        Assert.True(table.IsFull);
    }

    [Fact]
    public void Entries_that_were_announced_fill_no_table()
    {
        var table = new LookUpTable(0, 1_000);
        for (int i = 0; i < 1_000; i++)
            table.Put(unchecked((uint)i * 0x9E37_79B9u), i);

        Assert.False(table.IsFull);
        Assert.All(Enumerable.Range(0, 1_000), i => Assert.Contains(i, All(table, unchecked((uint)i * 0x9E37_79B9u))));
    }

    private static List<int> All(LookUpTable table, uint hash)
    {
        var found = new List<int>();
        int place = table.Start(hash);
        for (int number = table.Next(hash, ref place); number >= 0; number = table.Next(hash, ref place))
        {
            found.Add(number);
            table.Pass(ref place);
        }

        return found;
    }
}
