using System;
using System.Linq;
using System.Threading;

namespace SeizureIntel.Search.Columns;

/// <summary>Distinct lists of value numbers, numbered in the order of their arrival: a field with several values becomes one number a row.</summary>
/// <remarks>One thread adds; any number read.</remarks>
internal sealed class SetPool
{
    private int[][] _lists = new int[16][];
    private int[][] _distinct = new int[16][];
    private int[]? _slots;
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>The values as given, in their order, repeats included.</summary>
    public int[] Values(int number) => Volatile.Read(ref _lists)[number];

    /// <summary>The values, each once.</summary>
    public int[] Distinct(int number) => Volatile.Read(ref _distinct)[number];

    /// <summary>The number of a list, which is added where it is new.</summary>
    public int Add(ReadOnlySpan<int> values)
    {
        int[] slots = _slots ??= BuildSlots();
        int slot = Slot(slots, values);
        if (slots[slot] > 0)
            return slots[slot] - 1;
        int number = Append(values.ToArray());
        slots[slot] = number + 1;
        _slots = _count * 2L > slots.Length ? BuildSlots() : slots;
        return number;
    }

    /// <summary>Adds a list that is known to be new.</summary>
    public int Append(int[] values)
    {
        if (_count == _lists.Length)
        {
            int[][] distinct = new int[_count * 2][];
            _distinct.AsSpan().CopyTo(distinct);
            Volatile.Write(ref _distinct, distinct);
            int[][] lists = new int[_count * 2][];
            _lists.AsSpan().CopyTo(lists);
            Volatile.Write(ref _lists, lists);
        }

        int[] once = values.Length == 1 ? values : [.. values.Distinct()];
        _distinct[_count] = once.Length == values.Length ? values : once;
        _lists[_count] = values;
        _slots = null;
        Volatile.Write(ref _count, _count + 1);
        return _count - 1;
    }

    private int[] BuildSlots()
    {
        int size = 16;
        while (size < _count * 4L)
            size *= 2;
        int[] slots = new int[size];
        for (int i = 0; i < _count; i++)
            slots[Slot(slots, _lists[i])] = i + 1;
        return slots;
    }

    private int Slot(int[] slots, ReadOnlySpan<int> values)
    {
        int mask = slots.Length - 1;
        int slot = (int)(Hash(values) & (uint)mask);
        while (slots[slot] > 0 && !values.SequenceEqual(_lists[slots[slot] - 1]))
            slot = (slot + 1) & mask;
        return slot;
    }

    private static uint Hash(ReadOnlySpan<int> values)
    {
        unchecked
        {
            ulong hash = 0x9E3779B97F4A7C15UL;
            foreach (int value in values)
            {
                hash = (hash ^ (uint)value) * 0xD6E8FEB86659FD93UL;
                hash ^= hash >> 32;
            }

            return (uint)hash;
        }
    }
}
