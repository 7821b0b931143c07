using System;
using System.Numerics;

namespace SeizureIntel.Search.Embedded;

/// <summary>The figures of groups: counts, quantities, quantities left out.</summary>
/// <typeparam name="TKey">An integer wide enough for the packed key.</typeparam>
/// <param name="bits">Bits of the key.</param>
internal sealed class Figures<TKey>(int bits)
    where TKey : unmanaged, IBinaryInteger<TKey>
{
    public GroupTable<TKey> Groups { get; } = new(bits);

    public int[] Counts { get; private set; } = new int[256];

    public int[] LeftOut { get; private set; } = new int[256];

    public double[] Sums { get; private set; } = new double[256];

    /// <summary>What rounding took from each sum.</summary>
    public double[] Rests { get; private set; } = new double[256];

    public int NumberOf(TKey key)
    {
        int number = Groups.NumberOf(key);
        if (number >= Counts.Length)
        {
            Counts = Larger(Counts);
            LeftOut = Larger(LeftOut);
            Sums = Larger(Sums);
            Rests = Larger(Rests);
        }

        return number;
    }

    /// <summary>Adds a quantity so that the sum does not depend on the order of the seizures.</summary>
    /// <remarks>Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54 (1974), pp. 39-51, algorithm IV.</remarks>
    public void Add(int group, double amount, double rest)
    {
        double sum = Sums[group] + amount;
        Rests[group] += rest + (Math.Abs(Sums[group]) >= Math.Abs(amount) ? Sums[group] - sum + amount : amount - sum + Sums[group]);
        Sums[group] = sum;
    }

    public double Sum(int group) => Sums[group] + Rests[group];

    private static T[] Larger<T>(T[] array)
    {
        var larger = new T[array.Length * 2];
        array.AsSpan().CopyTo(larger);
        return larger;
    }
}
