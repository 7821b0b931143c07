using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using SeizureIntel.Queries;
using SeizureIntel.Search.Columns;
using SeizureIntel.Search.Words;

namespace SeizureIntel.Search.Embedded;

/// <summary>Groups rows: the parts of a key are packed into one integer, which is counted; texts are made for the rows of the answer only.</summary>
internal static class Tabulator
{
    /// <summary>Fields by which a quantity is kept out of sums.</summary>
    public static readonly string[] OutlierFlags = ["QTY_EXTREME", "UNIT_SUSPECT"];

    public static Tabulation Tabulate(IndexSnapshot snapshot, RowSet rows, TabulationRequest request)
    {
        var dimensions = new List<Dimension>();
        var names = new List<string>();
        foreach (string field in request.Dimensions)
        {
            dimensions.Add(new Dimension(FacetCounter.CodedColumn(snapshot, field)));
            names.Add(field);
        }

        if (request.Measure == Measure.Quantity)
        {
            dimensions.Add(new Dimension(snapshot["unit"]));
            names.Add("unit");
        }

        if (request.Bucket != Bucket.None)
        {
            dimensions.Add(new Dimension(snapshot.Times.GetOrAdd(request.Bucket, b => TimeOf(snapshot, b))));
            names.Add(TimeKeys.NameOf(request.Bucket));
        }

        int caseBits = request.Measure == Measure.Cases ? Dimension.BitsOf(snapshot["case_id"].Entries) : 0;
        int bits = Math.Max(dimensions.Sum(d => d.Bits), dimensions.Sum(d => d.ValueBits)) + caseBits;
        if (request.Measure == Measure.Count && bits <= 63)
        {
            PackedRows counted = new CountedKeys([.. dimensions]).Of(rows);
            return new Tabulation(names, request.Measure, counted.Known, rows.Count, counted, rows.Count);
        }

        List<TabulationRow> figures = bits switch
        {
            <= 63 => new Grouping<ulong>(snapshot, [.. dimensions], request.Measure, caseBits).Rows(rows),
            <= 127 => new Grouping<UInt128>(snapshot, [.. dimensions], request.Measure, caseBits).Rows(rows),
            _ => throw new ArgumentException(
                $"{string.Join(", ", request.Dimensions)} together have too many combinations to be counted; ask for fewer dimensions.",
                nameof(request)
            ),
        };
        double total = request.Measure switch
        {
            Measure.Count => rows.Count,
            Measure.Cases => snapshot.CasesOf(rows),
            _ => 0,
        };
        return new Tabulation(names, request.Measure, Known(dimensions, rows), rows.Count, figures, total);
    }

    private static TimeColumn TimeOf(IndexSnapshot snapshot, Bucket bucket) =>
        new(snapshot["seizure_date"], snapshot["date_precision"], bucket, snapshot.Rows);

    private static int Known(List<Dimension> dimensions, RowSet rows)
    {
        int known = 0;
        bool[] marks = new bool[RowSet.Block];
        int[] listed = new int[RowSet.Block],
            numbers = new int[RowSet.Block];
        for (int block = 0; block < rows.Blocks; block++)
        {
            ReadOnlySpan<int> part = listed.AsSpan(0, rows.Read(block, listed));
            marks.AsSpan().Fill(true);
            foreach (Dimension dimension in dimensions)
            {
                dimension.Read(part, numbers);
                for (int i = 0; i < part.Length; i++)
                    marks[i] &= dimension.IsKnown(numbers[i]);
            }

            foreach (bool mark in marks.AsSpan(0, part.Length))
                known += mark ? 1 : 0;
        }

        return known;
    }

    private sealed class Grouping<TKey>(IndexSnapshot snapshot, Dimension[] dimensions, Measure measure, int caseBits)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        private readonly bool _hasLists = dimensions.Any(d => d.Lists is not null);

        public List<TabulationRow> Rows(RowSet rows)
        {
            Figures<TKey> figures = Grouped(rows);
            if (_hasLists)
                figures = Spread(figures);
            if (measure == Measure.Cases)
                figures = WithoutCases(figures);
            int[] order = [.. Enumerable.Range(0, figures.Groups.Count)];
            Array.Sort(figures.Groups.Keys.AsSpan(0, order.Length).ToArray(), order);
            var answer = new List<TabulationRow>(order.Length);
            foreach (int group in order)
            {
                answer.Add(
                    new TabulationRow(
                        Texts(figures.Groups.Keys[group]),
                        measure == Measure.Quantity ? figures.Sum(group) : figures.Counts[group],
                        figures.LeftOut[group]
                    )
                );
            }

            return answer;
        }

        private Figures<TKey> Grouped(RowSet rows)
        {
            var figures = new Figures<TKey>(dimensions.Sum(d => d.Bits) + caseBits);
            ColumnView quantities = snapshot["quantity"];
            ColumnView flags = snapshot["outlier_flags"];
            CodeVector cases = snapshot["case_id"].Codes;
            bool[] isOutlier = measure == Measure.Quantity ? Outliers(flags) : [];
            var keys = new TKey[RowSet.Block];
            int[] listed = new int[RowSet.Block],
                kept = new int[RowSet.Block],
                numbers = new int[RowSet.Block],
                flagged = new int[RowSet.Block],
                amounts = new int[RowSet.Block];
            for (int block = 0; block < rows.Blocks; block++)
            {
                ReadOnlySpan<int> part = listed.AsSpan(0, rows.Read(block, listed));
                if (measure == Measure.Quantity)
                {
                    part = WithQuantity(part, quantities.Codes, kept, amounts);
                    flags.Codes.Gather(part, flagged);
                }

                Array.Clear(keys);
                foreach (Dimension dimension in dimensions)
                {
                    dimension.Read(part, numbers);
                    if (dimension.Lists is null)
                        for (int i = 0; i < part.Length; i++)
                            numbers[i] = dimension.ValueOf(numbers[i]);
                    Pack(keys.AsSpan(0, part.Length), numbers, dimension.Bits);
                }

                if (caseBits > 0)
                {
                    cases.Gather(part, numbers);
                    Pack(keys.AsSpan(0, part.Length), numbers, caseBits);
                }

                for (int i = 0; i < part.Length; i++)
                {
                    int group = figures.NumberOf(keys[i]);
                    if (measure != Measure.Quantity)
                        figures.Counts[group]++;
                    else if (isOutlier[flagged[i]])
                        figures.LeftOut[group]++;
                    else
                        figures.Add(group, quantities.Column.Numbers[amounts[i]], 0);
                }
            }

            return figures;
        }

        private static void Pack(Span<TKey> keys, ReadOnlySpan<int> numbers, int bits)
        {
            for (int i = 0; i < keys.Length; i++)
                keys[i] = (keys[i] << bits) | TKey.CreateTruncating(numbers[i]);
        }

        private static ReadOnlySpan<int> WithQuantity(ReadOnlySpan<int> rows, CodeVector quantities, int[] kept, int[] amounts)
        {
            quantities.Gather(rows, amounts);
            int count = 0;
            for (int i = 0; i < rows.Length; i++)
            {
                if (amounts[i] == 0)
                    continue;
                kept[count] = rows[i];
                amounts[count++] = amounts[i];
            }

            return kept.AsSpan(0, count);
        }

        private static bool[] Outliers(ColumnView flags)
        {
            bool[] isOutlier = new bool[flags.Entries];
            for (int i = 0; i < isOutlier.Length; i++)
                isOutlier[i] = flags.Column.Sets.Distinct(i).Any(v => OutlierFlags.Contains(flags.Column.Texts[v]));
            return isOutlier;
        }

        // From lists of values to values: a group counts under each combination of them, once.
        private Figures<TKey> Spread(Figures<TKey> lists)
        {
            var figures = new Figures<TKey>(dimensions.Sum(d => d.ValueBits) + caseBits);
            int[] numbers = new int[dimensions.Length];
            for (int group = 0; group < lists.Groups.Count; group++)
            {
                TKey key = lists.Groups.Keys[group];
                TKey ofCase = Low(key, caseBits);
                key >>= caseBits;
                for (int d = dimensions.Length - 1; d >= 0; d--)
                {
                    numbers[d] = int.CreateTruncating(Low(key, dimensions[d].Bits));
                    key >>= dimensions[d].Bits;
                }

                Spread(TKey.Zero, 0, ofCase, group);
            }

            return figures;

            void Spread(TKey key, int d, TKey ofCase, int group)
            {
                if (d == dimensions.Length)
                {
                    int target = figures.NumberOf((key << caseBits) | ofCase);
                    figures.Counts[target] += lists.Counts[group];
                    figures.LeftOut[target] += lists.LeftOut[group];
                    if (measure == Measure.Quantity)
                        figures.Add(target, lists.Sums[group], lists.Rests[group]);
                    return;
                }

                TKey room = key << dimensions[d].ValueBits;
                if (dimensions[d].Lists is not { } all)
                    Spread(room | TKey.CreateTruncating(numbers[d]), d + 1, ofCase, group);
                else
                    foreach (int value in all[numbers[d]])
                        Spread(room | TKey.CreateTruncating(value), d + 1, ofCase, group);
            }
        }

        private Figures<TKey> WithoutCases(Figures<TKey> cases)
        {
            var figures = new Figures<TKey>(dimensions.Sum(d => d.ValueBits));
            for (int group = 0; group < cases.Groups.Count; group++)
            {
                int target = figures.NumberOf(cases.Groups.Keys[group] >> caseBits);
                figures.Counts[target]++;
            }

            return figures;
        }

        private string[] Texts(TKey key)
        {
            string[] texts = new string[dimensions.Length];
            for (int d = texts.Length - 1; d >= 0; d--)
            {
                texts[d] = dimensions[d].Text(int.CreateTruncating(Low(key, dimensions[d].ValueBits)));
                key >>= dimensions[d].ValueBits;
            }

            return texts;
        }

        private static TKey Low(TKey key, int bits) => key & ((TKey.One << bits) - TKey.One);
    }
}
