using System;
using System.Threading;

namespace SeizureIntel.Search.Columns;

/// <summary>Distinct numbers in the order of their arrival; number 0 is "none" (NaN).</summary>
/// <remarks>One thread adds; any number read. Numbers are looked up in a table of places: one of a million row numbers costs twelve bytes with its
/// place, where a dictionary would take forty.</remarks>
internal sealed class NumberPool
{
    private double[] _values = [double.NaN, 0, 0, 0];

    // Without "none", which is not looked up.
    private LookUpTable? _table;
    private int _count = 1;
    private int _room;

    public int Count => Volatile.Read(ref _count);

    public double this[int number] => Volatile.Read(ref _values)[number];

    /// <summary>The number of a value, which is added where it is new.</summary>
    public int Add(double value)
    {
        if (double.IsNaN(value))
            return 0;
        LookUpTable table = _table is { IsFull: false } ? _table : _table = Table();
        // Equal bits are equal numbers: 0 and -0 are two, as they are told apart when written.
        long bits = BitConverter.DoubleToInt64Bits(value);
        uint hash = Hash(bits);
        int place = table.Start(hash);
        int number;
        while ((number = table.Next(hash, ref place)) >= 0)
        {
            if (BitConverter.DoubleToInt64Bits(_values[number]) == bits)
                return number;
            table.Pass(ref place);
        }

        number = Store(value);
        table.Put(place, hash, number);
        return number;
    }

    /// <summary>Makes what numbers are looked up by, where it is not there yet.</summary>
    public void Prepare() => _table ??= Table();

    /// <summary>Makes room for so many numbers in all.</summary>
    public void MakeRoom(int entries)
    {
        if (entries <= _values.Length)
            return;
        _room = entries;
        Resize(entries);
    }

    /// <summary>Adds numbers that are known to be new.</summary>
    public void Append(ReadOnlySpan<double> values)
    {
        _table = null;
        if (_count + values.Length > _values.Length)
            Resize(Math.Max(_count + values.Length, _values.Length * 2));
        values.CopyTo(_values.AsSpan(_count));
        Volatile.Write(ref _count, _count + values.Length);
    }

    private int Store(double value)
    {
        if (_count == _values.Length)
            Resize(_count * 2);
        _values[_count] = value;
        Volatile.Write(ref _count, _count + 1);
        return _count - 1;
    }

    private void Resize(int size)
    {
        double[] larger = new double[size];
        _values.AsSpan(0, _count).CopyTo(larger);
        Volatile.Write(ref _values, larger);
    }

    private LookUpTable Table()
    {
        var table = new LookUpTable(_count, _room);
        for (int i = 1; i < _count; i++)
            table.Put(Hash(BitConverter.DoubleToInt64Bits(_values[i])), i);
        return table;
    }

    // Whole numbers differ in their highest bits alone; places and marks need all of them.
    private static uint Hash(long bits)
    {
        unchecked
        {
            ulong hash = (ulong)bits * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 32;
            hash *= 0xD6E8FEB86659FD93UL;
            return (uint)(hash >> 32);
        }
    }
}
