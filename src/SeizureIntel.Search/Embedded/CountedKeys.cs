using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Loops;
using SeizureIntel.Search.Columns;

namespace SeizureIntel.Search.Embedded;

/// <summary>Counts rows by the numbers of several dimensions: in a plain array where their combinations are few, else by sorting the rows' keys.</summary>
/// <remarks>Numbers are packed in mixed radix; rows are counted by what stands in the columns, and the few keys that occur are translated into values
/// afterwards.</remarks>
/// <param name="dimensions">The parts of a key.</param>
internal sealed class CountedKeys(Dimension[] dimensions)
{
    // Two million counters are 8 MB: still in the processor's last cache.
    private const ulong MostCounters = 1 << 21;

    // Below so many rows a second thread costs more than it brings.
    private const int WorthSharing = 100_000;

    private readonly bool _hasLists = dimensions.Any(d => d.Lists is not null);

    /// <summary>The keys that occur among rows, with their counts.</summary>
    public PackedRows Of(RowSet rows)
    {
        ulong places = Product(d => d.Entries);
        (ulong[] keys, int[] counts) =
            places <= MostCounters && places <= 64 * (ulong)rows.Count + 4096 ? Counted(rows, (int)places) : Sorted(rows);
        int known = Known(keys, counts);
        return Translated(keys, counts, known);
    }

    private ulong Product(Func<Dimension, int> size)
    {
        ulong product = 1;
        foreach (Dimension dimension in dimensions)
            product *= (ulong)size(dimension);
        return product;
    }

    private static int Shares(RowSet rows) => rows.Count > WorthSharing ? Math.Min(Environment.ProcessorCount, 4) : 1;

    private (ulong[] Keys, int[] Counts) Counted(RowSet rows, int places)
    {
        int shares = Shares(rows);
        var parts = new int[shares][];
        Each(shares, i => parts[i] = CountedShare(rows, places, rows.Blocks * i / shares, rows.Blocks * (i + 1) / shares));
        int[] all = parts[0];
        int groups = 0;
        for (int place = 0; place < all.Length; place++)
        {
            for (int share = 1; share < shares; share++)
                all[place] += parts[share][place];
            groups += all[place] > 0 ? 1 : 0;
        }

        var keys = new ulong[groups];
        int[] counts = new int[groups];
        groups = 0;
        for (int place = 0; place < all.Length; place++)
        {
            if (all[place] == 0)
                continue;
            keys[groups] = (ulong)place;
            counts[groups++] = all[place];
        }

        return (keys, counts);
    }

    private int[] CountedShare(RowSet rows, int places, int from, int to)
    {
        int[] counts = new int[places],
            listed = new int[RowSet.Block],
            numbers = new int[RowSet.Block],
            keys = new int[RowSet.Block];
        for (int block = from; block < to; block++)
        {
            ReadOnlySpan<int> part = listed.AsSpan(0, rows.Read(block, listed));
            if (part.IsEmpty)
                continue;
            Span<int> packed = keys.AsSpan(0, part.Length);
            packed.Clear();
            foreach (Dimension dimension in dimensions)
            {
                dimension.Read(part, numbers);
                Append(packed, numbers, dimension.Entries);
            }

            foreach (int key in packed)
                counts[key]++;
        }

        return counts;
    }

    private static void Append(Span<int> keys, ReadOnlySpan<int> numbers, int radix)
    {
        numbers = numbers[..keys.Length];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = unchecked((keys[i] * radix) + numbers[i]);
    }

    private (ulong[] Keys, int[] Counts) Sorted(RowSet rows)
    {
        int shares = Shares(rows);
        var parts = new ulong[shares][];
        Each(shares, i => parts[i] = SortedShare(rows, rows.Blocks * i / shares, rows.Blocks * (i + 1) / shares));
        return Merged(parts);
    }

    private ulong[] SortedShare(RowSet rows, int from, int to)
    {
        var keys = new List<ulong>(rows.Count / 2);
        int[] listed = new int[RowSet.Block],
            numbers = new int[RowSet.Block];
        var packed = new ulong[RowSet.Block];
        for (int block = from; block < to; block++)
        {
            ReadOnlySpan<int> part = listed.AsSpan(0, rows.Read(block, listed));
            Span<ulong> of = packed.AsSpan(0, part.Length);
            of.Clear();
            foreach (Dimension dimension in dimensions)
            {
                dimension.Read(part, numbers);
                ulong radix = (ulong)dimension.Entries;
                for (int i = 0; i < of.Length; i++)
                    of[i] = unchecked((of[i] * radix) + (uint)numbers[i]);
            }

            keys.AddRange(of);
        }

        ulong[] sorted = [.. keys];
        KeySort.Sort(sorted, Product(d => d.Entries));
        return sorted;
    }

    private static (ulong[] Keys, int[] Counts) Merged(ulong[][] parts)
    {
        var keys = new List<ulong>();
        var counts = new List<int>();
        int[] at = new int[parts.Length];
        while (true)
        {
            ulong least = ulong.MaxValue;
            for (int i = 0; i < parts.Length; i++)
            {
                if (at[i] < parts[i].Length)
                    least = Math.Min(least, parts[i][at[i]]);
            }

            // No key is that large: it has 63 bits at most.
            if (least == ulong.MaxValue)
                return ([.. keys], [.. counts]);
            int count = 0;
            for (int i = 0; i < parts.Length; i++)
            {
                int start = at[i];
                while (at[i] < parts[i].Length && parts[i][at[i]] == least)
                    at[i]++;
                count += at[i] - start;
            }

            keys.Add(least);
            counts.Add(count);
        }
    }

    private int Known(ulong[] keys, int[] counts)
    {
        int known = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            ulong key = keys[i];
            bool isKnown = true;
            for (int d = dimensions.Length - 1; d >= 0 && isKnown; d--)
            {
                (key, ulong number) = Math.DivRem(key, (ulong)dimensions[d].Entries);
                isKnown = dimensions[d].IsKnown((int)number);
            }

            known += isKnown ? counts[i] : 0;
        }

        return known;
    }

    // From numbers of rows to values, in the order of their texts; a list of values counts under each combination of them.
    private PackedRows Translated(ulong[] keys, int[] counts, int known)
    {
        var values = new List<ulong>(keys.Length);
        var weights = new List<int>(keys.Length);
        int[] numbers = new int[dimensions.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            ulong key = keys[i];
            for (int d = dimensions.Length - 1; d >= 0; d--)
            {
                (key, ulong number) = Math.DivRem(key, (ulong)dimensions[d].Entries);
                numbers[d] = (int)number;
            }

            Add(0, 0, counts[i]);
        }

        ulong[] sorted = [.. values];
        int[] sums = [.. weights];
        KeySort.Sort(sorted, sums, Product(d => d.Values));
        return _hasLists ? Joined(sorted, sums, known) : new PackedRows(dimensions, sorted, sums, known);

        void Add(ulong key, int d, int count)
        {
            for (; d < dimensions.Length; d++)
            {
                key *= (ulong)dimensions[d].Values;
                if (dimensions[d].Lists is { } lists)
                {
                    foreach (int value in lists[numbers[d]])
                        Add(key + (uint)value, d + 1, count);
                    return;
                }

                key += (uint)dimensions[d].ValueOf(numbers[d]);
            }

            values.Add(key);
            weights.Add(count);
        }
    }

    private PackedRows Joined(ulong[] keys, int[] counts, int known)
    {
        int count = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (count > 0 && keys[count - 1] == keys[i])
            {
                counts[count - 1] += counts[i];
                continue;
            }

            (keys[count], counts[count]) = (keys[i], counts[i]);
            count++;
        }

        return new PackedRows(dimensions, keys[..count], counts[..count], known);
    }

    private static void Each(int shares, Action<int> work)
    {
        if (shares == 1)
            work(0);
        else
            Parallel.For(0, shares, SideBySide.Here(), work);
    }
}
