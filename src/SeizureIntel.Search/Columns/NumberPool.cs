using System;
using System.Collections.Generic;
using System.Threading;

namespace SeizureIntel.Search.Columns;

/// <summary>Distinct numbers in the order of their arrival; number 0 is "none" (NaN).</summary>
/// <remarks>One thread adds; any number read.</remarks>
internal sealed class NumberPool
{
    private double[] _values = [double.NaN, 0, 0, 0];
    private Dictionary<long, int>? _numbers;
    private int _count = 1;

    public int Count => Volatile.Read(ref _count);

    public double this[int number] => Volatile.Read(ref _values)[number];

    public int Add(double value)
    {
        if (double.IsNaN(value))
            return 0;
        Dictionary<long, int> numbers = Prepare();
        long bits = BitConverter.DoubleToInt64Bits(value);
        if (numbers.TryGetValue(bits, out int number))
            return number;
        number = Store(value);
        numbers.Add(bits, number);
        return number;
    }

    /// <summary>Makes what numbers are looked up by, where it is not there yet.</summary>
    public Dictionary<long, int> Prepare()
    {
        if (_numbers is { } known)
            return known;
        var numbers = new Dictionary<long, int>(_count);
        for (int i = 1; i < _count; i++)
            numbers.Add(BitConverter.DoubleToInt64Bits(_values[i]), i);
        return _numbers = numbers;
    }

    /// <summary>Adds numbers that are known to be new.</summary>
    public void Append(ReadOnlySpan<double> values)
    {
        _numbers = null;
        foreach (double value in values)
            Store(value);
    }

    private int Store(double value)
    {
        if (_count == _values.Length)
        {
            double[] larger = new double[_count * 2];
            _values.AsSpan().CopyTo(larger);
            Volatile.Write(ref _values, larger);
        }

        _values[_count] = value;
        Volatile.Write(ref _count, _count + 1);
        return _count - 1;
    }
}
