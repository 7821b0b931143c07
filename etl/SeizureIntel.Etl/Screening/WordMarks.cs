using System;

namespace SeizureIntel.Etl.Screening;

/// <summary>What lists say of words and phrases, 32 bits each, kept by hashes of 64 bits: some hundred thousand texts need not stay in memory.</summary>
internal sealed class WordMarks(int expected)
{
    private const double MostFull = 0.8;
    private ulong[] _keys = new ulong[(int)(expected / MostFull) + 2];
    private uint[] _marks = new uint[(int)(expected / MostFull) + 2];
    private int _count;

    /// <summary>The marks of a hash; 0 for one that is not held.</summary>
    public uint Find(ulong key) => _marks[Place(key | 1)];

    /// <summary>The marks of a hash, to be set; a new one has none.</summary>
    public ref uint Of(ulong key)
    {
        // 0 is a free place.
        key |= 1;
        int place = Place(key);
        if (_keys[place] == 0)
        {
            if (_count + 1 > _keys.Length * MostFull)
            {
                Grow();
                place = Place(key);
            }

            _keys[place] = key;
            _count++;
        }

        return ref _marks[place];
    }

    // Where the hash stands, or would.
    private int Place(ulong key)
    {
        int place = (int)Math.BigMul(key, (ulong)_keys.Length, out _);
        while (_keys[place] != key && _keys[place] != 0)
            place = place + 1 == _keys.Length ? 0 : place + 1;
        return place;
    }

    private void Grow()
    {
        (ulong[] keys, uint[] marks) = (_keys, _marks);
        (_keys, _marks) = (new ulong[(keys.Length * 3 / 2) + 1], new uint[(keys.Length * 3 / 2) + 1]);
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0)
                continue;
            int place = Place(keys[i]);
            (_keys[place], _marks[place]) = (keys[i], marks[i]);
        }
    }
}
