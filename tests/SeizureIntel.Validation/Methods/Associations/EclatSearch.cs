using System;
using System.Collections.Generic;

namespace SeizureIntel.Validation.Methods.Associations;

/// <summary>Depth-first search over lists of records; items are numbered from rare to frequent.</summary>
internal sealed class EclatSearch
{
    private const int LargestPairTable = 12_000;
    private const long LargestBitTable = 1L << 30;

    private readonly int[] _counts;
    private readonly int[]? _attributes;
    private readonly int _fewest;
    private readonly int _longest;
    private readonly int[][] _records;
    private readonly ulong[][]? _bits;
    private readonly int[]? _pairs;

    public EclatSearch(Transactions records, int[] order, int[] counts, int[]? attributes, int fewest, int longest)
    {
        _counts = counts;
        _attributes = attributes;
        _fewest = fewest;
        _longest = longest;
        _records = new int[order.Length][];
        var place = new int[records.Items.Count];
        Array.Fill(place, -1);
        for (var i = 0; i < order.Length; i++)
        {
            place[order[i]] = i;
            _records[i] = new int[counts[i]];
        }

        var words = (records.Count + 63) / 64;
        if (longest > 1 && (long)words * 8 * order.Length <= LargestBitTable)
        {
            _bits = new ulong[order.Length][];
            for (var i = 0; i < order.Length; i++)
            {
                _bits[i] = new ulong[words];
            }
        }

        _pairs = longest > 1 && order.Length <= LargestPairTable ? new int[order.Length * (order.Length - 1) / 2] : null;
        Fill(records, place);
    }

    /// <summary>All frequent sets whose rarest item is the given one.</summary>
    public List<(int[] Items, int Count)> From(int first)
    {
        var found = new List<(int[] Items, int Count)> { ([first], _counts[first]) };
        if (_longest > 1)
        {
            var later = new List<int>();
            for (var i = first + 1; i < _counts.Length; i++)
            {
                if (MayMeet(first, i))
                {
                    later.Add(i);
                }
            }

            Extend([first], _records[first], later, found);
        }

        return found;
    }

    private void Fill(Transactions records, int[] place)
    {
        var used = new int[_records.Length];
        var row = new List<int>();
        for (var t = 0; t < records.Count; t++)
        {
            row.Clear();
            for (var m = records.First[t]; m < records.First[t + 1]; m++)
            {
                if (place[records.Members[m]] is var item and >= 0)
                {
                    row.Add(item);
                    _records[item][used[item]++] = t;
                    if (_bits is not null)
                    {
                        _bits[item][t >> 6] |= 1UL << (t & 63);
                    }
                }
            }

            if (_pairs is not null)
            {
                for (var i = 0; i < row.Count; i++)
                {
                    for (var j = i + 1; j < row.Count; j++)
                    {
                        _pairs[PairAt(row[i], row[j])]++;
                    }
                }
            }
        }
    }

    private void Extend(int[] set, int[] records, List<int> candidates, List<(int[] Items, int Count)> found)
    {
        var kept = new List<(int Item, int[] Records)>();
        var buffer = new int[records.Length];
        foreach (var item in candidates)
        {
            var n = Cut(records, item, buffer);
            if (n >= _fewest)
            {
                found.Add(([.. set, item], n));
                kept.Add((item, buffer.AsSpan(0, n).ToArray()));
            }
        }

        if (set.Length + 1 >= _longest)
        {
            return;
        }

        for (var i = 0; i < kept.Count; i++)
        {
            var later = new List<int>();
            for (var j = i + 1; j < kept.Count; j++)
            {
                if (MayMeet(kept[i].Item, kept[j].Item))
                {
                    later.Add(kept[j].Item);
                }
            }

            if (later.Count > 0)
            {
                Extend([.. set, kept[i].Item], kept[i].Records, later, found);
            }
        }
    }

    private int Cut(int[] records, int item, int[] buffer)
    {
        var n = 0;
        if (_bits is not null)
        {
            var bits = _bits[item];
            foreach (var t in records)
            {
                buffer[n] = t;
                n += (int)((bits[t >> 6] >> (t & 63)) & 1);
            }

            return n;
        }

        var other = _records[item];
        for (int i = 0, j = 0; i < records.Length && j < other.Length; )
        {
            if (records[i] == other[j])
            {
                buffer[n++] = records[i];
                i++;
                j++;
            }
            else if (records[i] < other[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return n;
    }

    private bool MayMeet(int a, int b) =>
        (_attributes is null || _attributes[a] != _attributes[b]) && (_pairs is null || _pairs[PairAt(a, b)] >= _fewest);

    private static int PairAt(int a, int b) => a > b ? (a * (a - 1) / 2) + b : (b * (b - 1) / 2) + a;
}
