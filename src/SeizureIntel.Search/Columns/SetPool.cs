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
    private LookUpTable? _table;
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>The values as given, in their order, repeats included.</summary>
    public int[] Values(int number) => Volatile.Read(ref _lists)[number];

    /// <summary>The values, each once.</summary>
    public int[] Distinct(int number) => Volatile.Read(ref _distinct)[number];

    /// <summary>The number of a list, which is added where it is new.</summary>
    public int Add(ReadOnlySpan<int> values)
    {
        LookUpTable table = _table is { IsFull: false } ? _table : _table = Table();
        uint hash = Hash(values);
        int place = table.Start(hash);
        int number;
        while ((number = table.Next(hash, ref place)) >= 0)
        {
            if (values.SequenceEqual(_lists[number]))
                return number;
            table.Pass(ref place);
        }

        number = Store(values.ToArray());
        table.Put(place, hash, number);
        return number;
    }

    /// <summary>Adds a list that is known to be new.</summary>
    public int Append(int[] values)
    {
        _table = null;
        return Store(values);
    }

    private int Store(int[] values)
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
        Volatile.Write(ref _count, _count + 1);
        return _count - 1;
    }

    private LookUpTable Table()
    {
        var table = new LookUpTable(_count, 0);
        for (int i = 0; i < _count; i++)
            table.Put(Hash(_lists[i]), i);
        return table;
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
