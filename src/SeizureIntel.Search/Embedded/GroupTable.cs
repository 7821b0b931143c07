using System;
using System.Numerics;

namespace SeizureIntel.Search.Embedded;

/// <summary>Numbers distinct keys in the order of their arrival; a plain array where the keys are few, else a hash table.</summary>
/// <typeparam name="TKey">An integer wide enough for the packed key.</typeparam>
internal sealed class GroupTable<TKey>
    where TKey : unmanaged, IBinaryInteger<TKey>
{
    // 2^20 places are 4 MB, which a core's caches nearly hold.
    private const int MostDirectBits = 20;

    private readonly bool _isDirect;
    private int[] _slots;

    /// <summary>Makes an empty table for keys below 2 to the power of <paramref name="bits"/>.</summary>
    public GroupTable(int bits)
    {
        _isDirect = bits <= MostDirectBits;
        _slots = new int[_isDirect ? 1 << bits : 1 << 12];
    }

    /// <summary>Distinct keys so far.</summary>
    public int Count { get; private set; }

    /// <summary>The keys; valid below <see cref="Count"/>.</summary>
    public TKey[] Keys { get; private set; } = new TKey[256];

    /// <summary>The number of a key.</summary>
    public int NumberOf(TKey key)
    {
        if (_isDirect)
        {
            ref int place = ref _slots[int.CreateTruncating(key)];
            return place > 0 ? place - 1 : (place = Add(key)) - 1;
        }

        int mask = _slots.Length - 1;
        int slot = Hash(key) & mask;
        while (true)
        {
            int number = _slots[slot] - 1;
            if (number < 0)
                break;
            if (Keys[number] == key)
                return number;
            slot = (slot + 1) & mask;
        }

        int added = Add(key);
        _slots[slot] = added;
        if (Count * 2L > _slots.Length)
            Grow();
        return added - 1;
    }

    private int Add(TKey key)
    {
        if (Count == Keys.Length)
        {
            var larger = new TKey[Count * 2];
            Keys.AsSpan().CopyTo(larger);
            Keys = larger;
        }

        Keys[Count] = key;
        return ++Count;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 4];
        int mask = _slots.Length - 1;
        for (int i = 0; i < Count; i++)
        {
            int slot = Hash(Keys[i]) & mask;
            while (_slots[slot] > 0)
                slot = (slot + 1) & mask;
            _slots[slot] = i + 1;
        }
    }

    private static int Hash(TKey key)
    {
        unchecked
        {
            ulong low = ulong.CreateTruncating(key);
            ulong high = typeof(TKey) == typeof(UInt128) ? ulong.CreateTruncating(key >> 64) : 0;
            ulong hash = (low ^ (high * 0xC2B2AE3D27D4EB4FUL)) * 0x9E3779B97F4A7C15UL;
            return (int)((hash ^ (hash >> 29)) >> 33);
        }
    }
}
