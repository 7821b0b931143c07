using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Columns;

namespace SeizureIntel.Search.Embedded;

/// <summary>Hands out rows as columns: dictionary numbers are copied, texts are not made.</summary>
internal static class BatchReader
{
    /// <summary>Most seizures of a batch.</summary>
    public const int Size = 65_536;

    public static SeizureBatch Read(
        IndexSnapshot snapshot,
        IndexFile? file,
        ReadOnlySpan<int> rows,
        Reader reader,
        IReadOnlyList<string> fields
    )
    {
        int[] codes = new int[rows.Length];
        var coded = new Dictionary<string, SeizureColumn>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, ReadOnlyMemory<double>>(StringComparer.Ordinal);
        var texts = new Dictionary<string, IReadOnlyList<string?>>(StringComparer.Ordinal);
        foreach (string field in fields)
        {
            ColumnView column = snapshot[field];
            column.Codes.Gather(rows, codes);
            switch (column.Column.Kind)
            {
                case ColumnKind.Code:
                    coded[field] = OneEach(column, codes);
                    break;
                case ColumnKind.Codes:
                    coded[field] = Several(column, codes);
                    break;
                case ColumnKind.Number:
                    numbers[field] = Numbers(column.Column.Numbers, codes);
                    break;
                case ColumnKind.Text:
                    texts[field] = Array.ConvertAll(codes, c => c == 0 ? null : column.Column.Texts[c]);
                    break;
                default:
                    if (!reader.ReadsAllWords())
                        Close(snapshot["case_headings"], rows, codes);
                    texts[field] = LongTexts(file, codes);
                    break;
            }
        }

        double[] days = Numbers(snapshot["seizure_date"], rows, codes);
        int[] cases = new int[rows.Length];
        snapshot["case_id"].Codes.Gather(rows, cases);
        return new SeizureBatch
        {
            Count = rows.Length,
            Days = Array.ConvertAll(days, d => (int)d),
            Cases = cases,
            Coded = coded,
            Numbers = numbers,
            Texts = texts,
        };
    }

    private static SeizureColumn OneEach(ColumnView column, int[] codes)
    {
        int[] starts = new int[codes.Length + 1];
        for (int i = 0; i < starts.Length; i++)
            starts[i] = i;
        return new SeizureColumn(column.Column.Name, column.Column.Texts, starts, (int[])codes.Clone());
    }

    private static SeizureColumn Several(ColumnView column, int[] codes)
    {
        SetPool sets = column.Column.Sets;
        int[] starts = new int[codes.Length + 1];
        for (int i = 0; i < codes.Length; i++)
            starts[i + 1] = starts[i] + sets.Values(codes[i]).Length;
        int[] values = new int[starts[^1]];
        for (int i = 0; i < codes.Length; i++)
            sets.Values(codes[i]).CopyTo(values, starts[i]);
        return new SeizureColumn(column.Column.Name, column.Column.Texts, starts, values);
    }

    private static double[] Numbers(ColumnView column, ReadOnlySpan<int> rows, int[] codes)
    {
        column.Codes.Gather(rows, codes);
        return Numbers(column.Column.Numbers, codes);
    }

    private static double[] Numbers(NumberPool pool, int[] codes)
    {
        double[] numbers = new double[codes.Length];
        for (int i = 0; i < codes.Length; i++)
            numbers[i] = pool[codes[i]];
        return numbers;
    }

    // The numbers of texts that a reader may not read become that of no text.
    private static void Close(ColumnView headings, ReadOnlySpan<int> rows, int[] codes)
    {
        var isClosed = new bool[headings.Entries];
        for (int i = 0; i < isClosed.Length; i++)
            isClosed[i] = Restriction.IsClosed(headings.TextsOf(i));
        for (int i = 0; i < codes.Length; i++)
        {
            if (isClosed[headings.Codes[rows[i]]])
                codes[i] = 0;
        }
    }

    // Long texts are numbered in the order of their rows, so those of a batch stand together in the file.
    private static string?[] LongTexts(IndexFile? file, int[] codes)
    {
        var texts = new string?[codes.Length];
        if (file is null || !codes.Any(c => c > 0))
            return texts;
        Dictionary<int, string> known = file.LongTexts(codes.Where(c => c > 0).Min(), codes.Max());
        for (int i = 0; i < codes.Length; i++)
            texts[i] = known.GetValueOrDefault(codes[i]);
        return texts;
    }
}
