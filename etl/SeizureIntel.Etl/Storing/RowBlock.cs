using System.Collections.Generic;
using SeizureIntel.Etl.Intake;

namespace SeizureIntel.Etl.Storing;

/// <summary>Rows that stand one after the other in a file: what one worker takes at once.</summary>
/// <param name="First">How many rows of the file stand before them.</param>
/// <param name="Rows">The rows.</param>
internal sealed record RowBlock(int First, IReadOnlyList<RawRow> Rows)
{
    /// <summary>Rows of a block: enough for a worker not to wait, few enough for all blocks on their way to be gone before the collector moves them.</summary>
    public const int Size = 250;

    /// <summary>The rows of a file in blocks.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="mostRows">The most it may have.</param>
    /// <exception cref="UnreadableFileException">While walking: there are more rows.</exception>
    public static IEnumerable<RowBlock> Of(IEnumerable<RawRow> rows, int mostRows)
    {
        int first = 0;
        var block = new List<RawRow>(Size);
        foreach (RawRow row in rows)
        {
            if (first + block.Count == mostRows)
                throw Unreadable.TooManyRows(mostRows);
            block.Add(row);
            if (block.Count < Size)
                continue;
            yield return new RowBlock(first, block);
            first += block.Count;
            block = new List<RawRow>(Size);
        }

        if (block.Count > 0)
            yield return new RowBlock(first, block);
    }
}
