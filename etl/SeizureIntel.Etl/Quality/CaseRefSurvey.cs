using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Quality;

/// <summary>Counts how often each case reference stands in a file, so that a case is complete as soon as its last row was read.</summary>
/// <remarks>References are told apart by 64 bits: 8 to 16 bytes each in memory. Two that share them count as often as both together, so that their
/// cases are complete later than they might be, at the end of the file at the latest.</remarks>
internal sealed class CaseRefSurvey
{
    private readonly Dictionary<ulong, int> _repeated = [];
    private ulong[] _seen = new ulong[1 << 10];
    private int _count;

    /// <summary>Rows with a reference of a country.</summary>
    public int RowsOf(string country, string reference) => _repeated.GetValueOrDefault(Hash(country, reference), 1);

    /// <summary>Counts a row.</summary>
    public void Add(string country, string reference)
    {
        ulong hash = Hash(country, reference);
        if ((_count + 1) * 3L > _seen.Length * 2L)
            Grow();
        ref ulong place = ref Place(_seen, hash);
        if (place == hash)
        {
            _repeated[hash] = _repeated.GetValueOrDefault(hash, 1) + 1;
            return;
        }

        place = hash;
        _count++;
    }

    /// <summary>Ends the counting and lets go of what was seen once.</summary>
    public void Complete() => _seen = new ulong[1];

    private void Grow()
    {
        var larger = new ulong[_seen.Length * 2];
        foreach (ulong hash in _seen)
        {
            if (hash != 0)
                Place(larger, hash) = hash;
        }

        _seen = larger;
    }

    private static ref ulong Place(ulong[] places, ulong hash)
    {
        int mask = places.Length - 1;
        int at = unchecked((int)hash) & mask;
        while (places[at] != 0 && places[at] != hash)
            at = (at + 1) & mask;
        return ref places[at];
    }

    private static ulong Hash(string country, string reference)
    {
        unchecked
        {
            ulong hash = Add(Add(0x9E3779B97F4A7C15UL, country), reference);
            hash ^= hash >> 29;
            hash *= 0xD6E8FEB86659FD93UL;
            hash ^= hash >> 32;
            return hash | 1;
        }
    }

    private static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        unchecked
        {
            foreach (char c in text)
            {
                hash = (hash ^ c) * 0xD6E8FEB86659FD93UL;
                hash ^= hash >> 32;
            }

            return (hash ^ 0x1F0000) * 0xD6E8FEB86659FD93UL;
        }
    }
}
