using System;
using System.Numerics;

namespace SeizureIntel.Search.Columns;

/// <summary>Finds entries, which somebody else keeps, by the hash of what they are: open addressing in one array, never more than four fifths full.</summary>
/// <remarks>A place holds an entry's number and, in the bits that are left, a part of its hash: entries that lie far apart in memory are hardly ever
/// looked at in vain, and a million of them are found in five megabytes. One thread adds; none reads beside it.</remarks>
internal sealed class LookUpTable
{
    private const int Fewest = 16;

    private readonly uint[] _places;

    // The low bits of a place hold a number and one, so that 0 is free; the high ones are the entry's mark.
    private readonly int _numberBits;
    private int _count;

    /// <summary>A table with room for as many entries again as there are, or for those known to come.</summary>
    /// <param name="entries">Entries there are.</param>
    /// <param name="room">Entries that will come in all, as far as known; 0 for unknown.</param>
    public LookUpTable(int entries, int room)
    {
        long places = Math.Max(Fewest, Math.Max(entries * 2L, (room * 5L / 4) + 1));
        _places = new uint[Math.Min(places, Array.MaxLength)];
        _numberBits = BitOperations.Log2((uint)_places.Length) + 1;
    }

    /// <summary>Whether a larger table must be made before another entry comes.</summary>
    public bool IsFull => _count * 5L >= _places.Length * 4L;

    /// <summary>Where entries of a hash begin to stand.</summary>
    public int Start(uint hash) => (int)(((ulong)hash * (uint)_places.Length) >> 32);

    /// <summary>The first entry from a place on whose hash may be this one; -1 where there is none.</summary>
    /// <param name="hash">The hash of what is looked for.</param>
    /// <param name="place">Where to begin; then the place of the entry, or the free one where it belongs.</param>
    public int Next(uint hash, ref int place)
    {
        uint mark = Mark(hash);
        while (_places[place] != 0)
        {
            if (_places[place] >> _numberBits == mark)
                return (int)(_places[place] & ((1u << _numberBits) - 1)) - 1;
            Pass(ref place);
        }

        return -1;
    }

    /// <summary>Goes on to the next place.</summary>
    public void Pass(ref int place) => place = place + 1 == _places.Length ? 0 : place + 1;

    /// <summary>Puts an entry into the free place that was found for it.</summary>
    public void Put(int place, uint hash, int number)
    {
        _places[place] = (Mark(hash) << _numberBits) | (uint)(number + 1);
        _count++;
    }

    /// <summary>Puts an entry that is known to be new where it belongs.</summary>
    public void Put(uint hash, int number)
    {
        int place = Start(hash);
        while (_places[place] != 0)
            Pass(ref place);
        Put(place, hash, number);
    }

    // The place is told by a hash's highest bits, the mark by its lowest.
    private uint Mark(uint hash) => hash & (uint.MaxValue >> _numberBits);
}
