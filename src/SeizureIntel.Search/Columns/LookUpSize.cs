using System;
using System.Numerics;

namespace SeizureIntel.Search.Columns;

/// <summary>How many places a table of open addressing gets that is never more than two thirds full.</summary>
internal static class LookUpSize
{
    private const int Fewest = 16;

    /// <summary>A power of two with room for half as many entries again as there are or are known to come; a growing table doubles.</summary>
    /// <param name="entries">Entries there are.</param>
    /// <param name="room">Entries that will come in all, as far as known; 0 for unknown.</param>
    public static int Of(int entries, int room) =>
        (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(Fewest, Math.Max(entries * 2L, (room * 3L / 2) + 1)));
}
