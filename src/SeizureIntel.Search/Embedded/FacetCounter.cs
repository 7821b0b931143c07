using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using SeizureIntel.Loops;
using SeizureIntel.Queries;
using SeizureIntel.Search.Columns;
using SeizureIntel.Search.Words;

namespace SeizureIntel.Search.Embedded;

/// <summary>Counts the values of fields among rows.</summary>
internal static class FacetCounter
{
    // Below so many look-ups a second thread costs more than it brings.
    private const long WorthSharing = 400_000;

    public static IReadOnlyDictionary<string, Facet> Count(IndexSnapshot snapshot, RowSet rows, IReadOnlyList<string> fields, int size)
    {
        if (fields.Count == 0)
            return new Dictionary<string, Facet>(StringComparer.Ordinal);
        var columns = new ColumnView[fields.Count];
        for (int i = 0; i < columns.Length; i++)
            columns[i] = CodedColumn(snapshot, fields[i]);
        int[][] counts = Counts(snapshot, rows, columns);
        var all = new Dictionary<string, Facet>(StringComparer.Ordinal);
        for (int i = 0; i < columns.Length; i++)
            all[fields[i]] = FacetOf(columns[i], counts[i], rows.Count, size);
        return all;
    }

    /// <summary>The column of a field that has codes.</summary>
    /// <exception cref="ArgumentException">There is no such field, or it holds words, numbers or dates.</exception>
    public static ColumnView CodedColumn(IndexSnapshot snapshot, string field)
    {
        ColumnView column = snapshot[field];
        return column.Column.Kind is ColumnKind.Code or ColumnKind.Codes ? column : throw AskedFields.NotCoded(column.Column.Field!);
    }

    // How often each number occurs: where most rows are asked for, those that are not are taken from what there is in all.
    private static int[][] Counts(IndexSnapshot snapshot, RowSet rows, ColumnView[] columns)
    {
        if (rows.Count <= snapshot.Live / 2)
            return Counted(rows, columns);
        RowSet others = rows.Without(snapshot.Alive, snapshot.Rows);
        int[][] counts = others.Count == 0 ? [] : Counted(others, columns);
        var left = new int[columns.Length][];
        for (int i = 0; i < columns.Length; i++)
        {
            left[i] = (int[])columns[i].Totals(snapshot.All).Clone();
            if (counts.Length == 0)
                continue;
            for (int code = 0; code < left[i].Length; code++)
                left[i][code] -= counts[i][code];
        }

        return left;
    }

    private static int[][] Counted(RowSet rows, ColumnView[] columns)
    {
        int shares = (long)rows.Count * columns.Length > WorthSharing ? Math.Min(Environment.ProcessorCount, 4) : 1;
        var parts = new int[shares][][];
        if (shares == 1)
            parts[0] = Counted(rows, columns, 0, rows.Blocks);
        else
            Parallel.For(0, shares, SideBySide.Here(), i =>
                parts[i] = Counted(rows, columns, rows.Blocks * i / shares, rows.Blocks * (i + 1) / shares)
            );
        for (int share = 1; share < shares; share++)
        {
            for (int i = 0; i < columns.Length; i++)
                Add(parts[0][i], parts[share][i]);
        }

        return parts[0];
    }

    private static int[][] Counted(RowSet rows, ColumnView[] columns, int from, int to)
    {
        var counts = new int[columns.Length][];
        var odd = new int[columns.Length][];
        for (int i = 0; i < columns.Length; i++)
        {
            counts[i] = new int[columns[i].Entries];
            odd[i] = new int[columns[i].Entries];
        }

        int[] listed = new int[RowSet.Block];
        for (int block = from; block < to; block++)
        {
            ReadOnlySpan<int> part = listed.AsSpan(0, rows.Read(block, listed));
            if (part.IsEmpty)
                continue;
            for (int i = 0; i < columns.Length; i++)
                columns[i].Codes.Count(part, counts[i], odd[i]);
        }

        for (int i = 0; i < columns.Length; i++)
            Add(counts[i], odd[i]);
        return counts;
    }

    private static void Add(int[] to, int[] more)
    {
        for (int i = 0; i < to.Length; i++)
            to[i] += more[i];
    }

    private static Facet FacetOf(ColumnView column, int[] counts, int rows, int size)
    {
        int known = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0 && column.IsKnown(i))
                known += counts[i];
        }

        if (column.Column.Kind == ColumnKind.Codes)
        {
            int[] ofValues = new int[column.ValueCount];
            for (int i = 0; i < counts.Length; i++)
            {
                if (counts[i] == 0)
                    continue;
                foreach (int value in column.Column.Sets.Distinct(i))
                    ofValues[value] += counts[i];
            }

            counts = ofValues;
        }

        return new Facet(known, rows, Most(column, counts, size));
    }

    private static List<FacetValue> Most(ColumnView column, int[] counts, int size)
    {
        var heap = new Best(size, (a, b) => counts[a] != counts[b] ? counts[b].CompareTo(counts[a]) : column.Column.Texts.Compare(a, b));
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
                heap.Offer(i);
        }

        var values = new List<FacetValue>();
        foreach (int value in heap.InOrder())
            values.Add(new FacetValue(column.Column.Texts[value], counts[value]));
        return values;
    }
}
