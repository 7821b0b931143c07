using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Quality;

/// <summary>Finds rows that equal an earlier row of the file in every cell, by their <see cref="RowHash"/>: 32 bytes a row in memory at most.</summary>
internal sealed class DuplicateFinder
{
    private readonly RowHash _hash = new();

    // Open addressing, never more than two thirds full; no hash is zero but by a chance of one in 2^128, so that zero is a free place.
    private UInt128[] _seen = new UInt128[1 << 10];
    private int _rows;

    /// <summary>Rows found equal to an earlier one.</summary>
    public int Count { get; private set; }

    /// <summary>True where an earlier row had the same cells.</summary>
    public bool IsRepeat(IReadOnlyList<string> cells) => IsRepeat(_hash.Of(cells));

    /// <summary>True where an earlier row had the same hash.</summary>
    public bool IsRepeat(UInt128 hash)
    {
        if ((_rows + 1) * 3L > _seen.Length * 2L)
            Grow();
        ref UInt128 place = ref Place(_seen, hash);
        if (place == hash)
        {
            Count++;
            return true;
        }

        place = hash;
        _rows++;
        return false;
    }

    private void Grow()
    {
        var larger = new UInt128[_seen.Length * 2];
        foreach (UInt128 hash in _seen)
        {
            if (hash != UInt128.Zero)
                Place(larger, hash) = hash;
        }

        _seen = larger;
    }

    private static ref UInt128 Place(UInt128[] places, UInt128 hash)
    {
        int mask = places.Length - 1;
        int at = unchecked((int)(ulong)hash) & mask;
        while (places[at] != UInt128.Zero && places[at] != hash)
            at = (at + 1) & mask;
        return ref places[at];
    }
}
