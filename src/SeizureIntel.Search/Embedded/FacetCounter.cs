using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using SeizureIntel.Queries;
using SeizureIntel.Search.Columns;
using SeizureIntel.Search.Words;

namespace SeizureIntel.Search.Embedded;

/// <summary>Counts the values of fields among rows.</summary>
internal static class FacetCounter
{
    // Below so many look-ups a second thread costs more than it brings.
    private const long WorthSharing = 300_000;

    public static IReadOnlyDictionary<string, Facet> Count(IndexSnapshot snapshot, int[] rows, IReadOnlyList<string> fields, int size)
    {
        var columns = new ColumnView[fields.Count];
        for (int i = 0; i < columns.Length; i++)
            columns[i] = CodedColumn(snapshot, fields[i]);
        var facets = new Facet[columns.Length];
        if ((long)rows.Length * columns.Length > WorthSharing)
            Parallel.For(0, columns.Length, i => facets[i] = Count(columns[i], rows, size));
        else
            for (int i = 0; i < columns.Length; i++)
                facets[i] = Count(columns[i], rows, size);

        var all = new Dictionary<string, Facet>(StringComparer.Ordinal);
        for (int i = 0; i < columns.Length; i++)
            all[fields[i]] = facets[i];
        return all;
    }

    /// <summary>The column of a field that has codes.</summary>
    /// <exception cref="ArgumentException">There is no such field, or it holds words, numbers or dates.</exception>
    public static ColumnView CodedColumn(IndexSnapshot snapshot, string field)
    {
        ColumnView column = snapshot[field];
        return column.Column.Kind is ColumnKind.Code or ColumnKind.Codes ? column : throw AskedFields.NotCoded(column.Column.Field!);
    }

    private static Facet Count(ColumnView column, int[] rows, int size)
    {
        int[] counts = new int[column.Entries];
        column.Codes.Count(rows, counts);
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

        return new Facet(known, rows.Length, Most(column, counts, size));
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
