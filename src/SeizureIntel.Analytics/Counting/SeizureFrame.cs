using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;

namespace SeizureIntel.Analytics.Counting;

/// <summary>The seizures of a query as whole columns: what every study counts in.</summary>
internal sealed class SeizureFrame
{
    // What tells a case that was sent again.
    private static readonly string[] WhoseFields = ["reporting_country", "submission", "case_ref"];

    private readonly Dictionary<string, FrameColumn> _coded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double[]> _numbers = new(StringComparer.Ordinal);

    private SeizureFrame(int[] days, int[] cases)
    {
        Days = days;
        Cases = cases;
    }

    /// <summary>Seizures.</summary>
    public int Count => Days.Length;

    /// <summary>Seizure date of each seizure as day number.</summary>
    public int[] Days { get; }

    /// <summary>Case number of each seizure, below their count; one number for a case that was sent in several files.</summary>
    public int[] Cases { get; }

    /// <summary>A coded field that was read.</summary>
    public FrameColumn this[string field] => _coded[field];

    /// <summary>A numeric field that was read; NaN where there is none.</summary>
    public double[] Numbers(string field) => _numbers[field];

    /// <summary>First and last seizure date; null without seizures.</summary>
    public (DateOnly First, DateOnly Last)? Span =>
        Count == 0 ? null : (DateOnly.FromDayNumber(Days.Min()), DateOnly.FromDayNumber(Days.Max()));

    /// <summary>Reads the columns of a query, as a reader may see them.</summary>
    public static async Task<SeizureFrame> ReadAsync(
        ISeizureIndex index,
        Reader reader,
        SeizureQuery query,
        IReadOnlyList<string> fields,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<string> all = [.. fields.Union(WhoseFields, StringComparer.Ordinal)];
        List<int> days = [],
            cases = [];
        var columns = new Dictionary<string, FrameColumnBuilder>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, List<double[]>>(StringComparer.Ordinal);
        var numbered = new CaseNumbers();
        var repeated = new RepeatedCases();
        await foreach (SeizureBatch batch in index.ReadAsync(reader, query, all, cancellationToken))
        {
            days.AddRange(batch.Days.Span[..batch.Count]);
            numbered.Add(batch.Cases.Span[..batch.Count], cases);
            repeated.Add(batch.Texts["case_ref"], batch.Count);
            foreach ((string field, SeizureColumn column) in batch.Coded)
                Of(columns, field).Add(column, batch.Count);
            foreach ((string field, ReadOnlyMemory<double> column) in batch.Numbers)
                Of(numbers, field).Add(column.Span[..batch.Count].ToArray());
        }

        var frame = new SeizureFrame([.. days], [.. cases]);
        foreach ((string field, FrameColumnBuilder column) in columns)
            frame._coded[field] = column.Build();
        foreach ((string field, List<double[]> parts) in numbers)
            frame._numbers[field] = Join(parts, frame.Count);
        if (frame.Count > 0)
            repeated.Join(frame["submission"], frame["reporting_country"], frame.Days, frame.Cases);
        foreach (string field in all)
        {
            if (frame.Count == 0)
                frame._coded.TryAdd(field, new FrameColumnBuilder().Build());
            if (frame.Count == 0)
                frame._numbers.TryAdd(field, []);
        }

        return frame;
    }

    /// <summary>The rows of a part of the frame, in order.</summary>
    public IEnumerable<int> Rows(DateOnly? from, DateOnly? to)
    {
        int first = from?.DayNumber ?? int.MinValue,
            last = to?.DayNumber ?? int.MaxValue;
        for (int i = 0; i < Count; i++)
        {
            if (Days[i] >= first && Days[i] <= last)
                yield return i;
        }
    }

    private static double[] Join(List<double[]> parts, int count)
    {
        var all = new double[count];
        int at = 0;
        foreach (double[] part in parts)
        {
            part.CopyTo(all, at);
            at += part.Length;
        }

        return all;
    }

    private static T Of<T>(Dictionary<string, T> columns, string field)
        where T : new()
    {
        if (!columns.TryGetValue(field, out T? column))
            columns[field] = column = new T();
        return column;
    }
}
