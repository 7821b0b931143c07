using System.Linq;
using SeizureIntel.Search.Columns;
using Xunit;

namespace SeizureIntel.Tests.Search.Columns;

public sealed class NumberPoolTests
{
    private const int Rows = 5_000;

    [Fact]
    public void Whole_numbers_are_found_again_while_the_pool_grows()
    {
        var pool = new NumberPool();
        Assert.All(Enumerable.Range(1, Rows), n => Assert.Equal(n, pool.Add(n)));
        Assert.All(Enumerable.Range(1, Rows), n => Assert.Equal(n, pool.Add(n)));
        Assert.Equal(Rows + 1, pool.Count);
        Assert.Equal(Rows, pool[Rows]);
    }

    [Fact]
    public void Room_made_ahead_changes_no_number()
    {
        var pool = new NumberPool();
        Assert.Equal(1, pool.Add(2.5));
        pool.MakeRoom(Rows);
        Assert.Equal(1, pool.Add(2.5));
        Assert.Equal(2, pool.Add(-2.5));
        Assert.Equal(-2.5, pool[2]);
    }

    [Fact]
    public void Numbers_of_a_file_are_looked_up_as_added_ones()
    {
        var pool = new NumberPool();
        pool.Append([7, 0.001, 1e9]);
        Assert.Equal(2, pool.Add(0.001));
        Assert.Equal(4, pool.Add(8));
    }

    [Fact]
    public void None_is_number_zero_and_nought_has_a_sign()
    {
        var pool = new NumberPool();
        Assert.Equal(0, pool.Add(double.NaN));
        Assert.Equal(1, pool.Add(0));
        Assert.Equal(2, pool.Add(-0.0));
    }
}
