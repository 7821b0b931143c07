using System;

namespace SeizureIntel.Search.Columns;

/// <summary>The lowest and highest value of each block of rows, as places in ordinal order: a period, or the newest rows, is looked for in the blocks that
/// can hold it.</summary>
internal sealed class Zones
{
    private readonly int[] _lowest;
    private readonly int[] _highest;
    private readonly bool[] _hasMissing;

    /// <summary>Looks at every row once.</summary>
    /// <param name="codes">The numbers of the rows.</param>
    /// <param name="ranks">Place of each number; below 0 where nothing is known.</param>
    /// <param name="rows">Rows covered.</param>
    public Zones(CodeVector codes, ReadOnlySpan<int> ranks, int rows)
    {
        int blocks = (rows + RowSet.Block - 1) / RowSet.Block;
        _lowest = new int[blocks];
        _highest = new int[blocks];
        _hasMissing = new bool[blocks];
        int[] part = new int[RowSet.Block];
        for (int block = 0; block < blocks; block++)
        {
            int start = block * RowSet.Block,
                count = Math.Min(RowSet.Block, rows - start);
            codes.Read(start, part.AsSpan(0, count));
            int lowest = int.MaxValue,
                highest = -1;
            foreach (int code in part.AsSpan(0, count))
            {
                int rank = ranks[code];
                if (rank < 0)
                {
                    _hasMissing[block] = true;
                    continue;
                }

                lowest = Math.Min(lowest, rank);
                highest = Math.Max(highest, rank);
            }

            (_lowest[block], _highest[block]) = (lowest, highest);
        }
    }

    /// <summary>The lowest place of a block's known values; <see cref="int.MaxValue"/> where none is known.</summary>
    public int Lowest(int block) => _lowest[block];

    /// <summary>The highest place of a block's known values; -1 where none is known.</summary>
    public int Highest(int block) => _highest[block];

    /// <summary>True where every row of a block lies within places.</summary>
    public bool IsWithin(int block, int from, int to) => !_hasMissing[block] && _lowest[block] >= from && _highest[block] <= to;

    /// <summary>True where no row of a block lies within places.</summary>
    public bool IsOutside(int block, int from, int to) => _highest[block] < from || _lowest[block] > to;
}
