using System.Linq;
using SeizureIntel.Search.Columns;
using Xunit;

namespace SeizureIntel.Tests.Search.Columns;

public sealed class RowSetTests
{
    // 10,000 rows are two full blocks of 4,096 and one of 1,808.
    private const int Rows = 10_000;

    private static readonly int[] Chosen = [0, 63, 64, 4095, 4096, 8191, 9999];

    [Fact]
    public void Rows_come_back_in_their_order() => Assert.Equal(Chosen, Of(Chosen).ToArray());

    [Fact]
    public void A_block_lists_its_own_rows()
    {
        int[] rows = new int[RowSet.Block];
        Assert.Equal([4096, 8191], rows[..Of(Chosen).Read(1, rows)]);
    }

    [Fact]
    public void A_block_without_rows_is_empty()
    {
        Assert.True(Of([0]).IsEmpty(2));
        Assert.False(Of([9999]).IsEmpty(2));
    }

    [Fact]
    public void What_is_left_of_all_rows_are_the_others()
    {
        RowSet all = Of([.. Enumerable.Range(0, Rows)]);
        Assert.Equal(Enumerable.Range(0, Rows).Except(Chosen), Of(Chosen).Without(all.Bits, Rows).ToArray());
    }

    private static RowSet Of(int[] rows)
    {
        ulong[] bits = new ulong[(Rows + 63) / 64];
        foreach (int row in rows)
            bits[row >> 6] |= 1UL << (row & 63);
        return new RowSet(bits, Rows);
    }
}
