using System.Collections.Generic;

namespace SeizureIntel.Etl.Quality;

/// <summary>Which rows of a file equal an earlier one, by their place: a bit a row.</summary>
internal sealed class RowRepeats
{
    private readonly List<ulong> _bits = [];

    /// <summary>Rows that equal an earlier one.</summary>
    public int Count { get; private set; }

    /// <summary>Notes that a row equals an earlier one.</summary>
    /// <param name="place">How many rows stand before it.</param>
    public void Add(int place)
    {
        while (_bits.Count <= place >> 6)
            _bits.Add(0);
        _bits[place >> 6] |= 1UL << (place & 63);
        Count++;
    }

    /// <summary>True where a row equals an earlier one.</summary>
    public bool Contains(int place) => place >> 6 < _bits.Count && (_bits[place >> 6] & (1UL << (place & 63))) != 0;
}
