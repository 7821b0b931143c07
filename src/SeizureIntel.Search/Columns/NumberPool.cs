using System;
using System.Threading;

namespace SeizureIntel.Search.Columns;

/// <summary>Distinct numbers in the order of their arrival; number 0 is "none" (NaN).</summary>
/// <remarks>One thread adds; any number read. Numbers are looked up in a table of places: one of a million row numbers costs twelve bytes with its
/// place, where a dictionary would take forty.</remarks>
internal sealed class NumberPool
{
    private double[] _values = [double.NaN, 0, 0, 0];

    // Open addressing, never more than two thirds full; 0 is a free place, for "none" is not looked up.
    private int[]? _slots;
    private int _count = 1;
    private int _room;

    public int Count => Volatile.Read(ref _count);

    public double this[int number] => Volatile.Read(ref _values)[number];

    /// <summary>The number of a value, which is added where it is new.</summary>
    public int Add(double value)
    {
        if (double.IsNaN(value))
            return 0;
        int[] slots = _slots ??= BuildSlots();
        int slot = Slot(slots, BitConverter.DoubleToInt64Bits(value));
        if (slots[slot] > 0)
            return slots[slot];
        int number = Store(value);
        slots[slot] = number;
        if (_count * 3L > slots.Length * 2L)
            _slots = BuildSlots();
        return number;
    }

    /// <summary>Makes what numbers are looked up by, where it is not there yet.</summary>
    public void Prepare() => _slots ??= BuildSlots();

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
        _slots = null;
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

    private int[] BuildSlots()
    {
        int[] slots = new int[LookUpSize.Of(_count, _room)];
        for (int i = 1; i < _count; i++)
            slots[Slot(slots, BitConverter.DoubleToInt64Bits(_values[i]))] = i;
        return slots;
    }

    // Slot of the number, or the free one where it belongs. Equal bits are equal numbers: 0 and -0 are two, as they are told apart when written.
    private int Slot(int[] slots, long bits)
    {
        int mask = slots.Length - 1;
        int slot = (int)(Hash(unchecked((ulong)bits)) & (uint)mask);
        while (slots[slot] > 0 && BitConverter.DoubleToInt64Bits(_values[slots[slot]]) != bits)
            slot = (slot + 1) & mask;
        return slot;
    }

    // Whole numbers differ in their highest bits alone, a place is told by the lowest.
    private static uint Hash(ulong bits)
    {
        unchecked
        {
            ulong hash = bits * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 32;
            hash *= 0xD6E8FEB86659FD93UL;
            return (uint)(hash >> 32);
        }
    }
}
