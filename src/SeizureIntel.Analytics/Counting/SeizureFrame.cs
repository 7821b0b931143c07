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

    /// <summary>Case number of each seizure; one number for a case that was sent in several files.</summary>
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
        var batches = new List<SeizureBatch>();
        await foreach (
            SeizureBatch batch in index
                .ReadAsync(reader, query, [.. fields.Union(WhoseFields, StringComparer.Ordinal)], cancellationToken)
                .ConfigureAwait(false)
        )
            batches.Add(batch);
        int count = batches.Sum(b => b.Count);
        var frame = new SeizureFrame(Join(batches, count, b => b.Days), InOrder(Join(batches, count, b => b.Cases)));
        foreach (string field in batches.SelectMany(b => b.Coded.Keys).Distinct())
            frame._coded[field] = JoinColumn(batches, count, field);
        foreach (string field in batches.SelectMany(b => b.Numbers.Keys).Distinct())
            frame._numbers[field] = Join(batches, count, b => b.Numbers[field]);
        frame.JoinRepeated(batches);
        foreach (string field in fields.Union(WhoseFields, StringComparer.Ordinal))
        {
            if (count == 0)
                frame._coded.TryAdd(field, new FrameColumn([], [0], []));
            if (count == 0)
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

    // A case that a reporter sends again in another file, with its reference and its day, is one case: else every file sent twice would be a wave of seizures.
    private void JoinRepeated(List<SeizureBatch> batches)
    {
        if (Count == 0)
            return;
        FrameColumn submission = this["submission"],
            reporter = this["reporting_country"];
        int only = submission.First(0);
        if (Enumerable.Range(0, Count).All(row => submission.First(row) == only))
            return;
        var first = new Dictionary<(int Reporter, int Day, string Reference), int>();
        int at = 0;
        foreach (SeizureBatch batch in batches)
        {
            IReadOnlyList<string?> references = batch.Texts["case_ref"];
            for (int i = 0; i < batch.Count; i++, at++)
            {
                if (string.IsNullOrEmpty(references[i]) || !reporter.HasKnown(at))
                    continue;
                (int, int, string) key = (reporter.First(at), Days[at], references[i]!);
                if (!first.TryAdd(key, Cases[at]))
                    Cases[at] = first[key];
            }
        }
    }

    private static T[] Join<T>(List<SeizureBatch> batches, int count, Func<SeizureBatch, ReadOnlyMemory<T>> column)
    {
        var all = new T[count];
        int at = 0;
        foreach (SeizureBatch batch in batches)
        {
            column(batch).Span[..batch.Count].CopyTo(all.AsSpan(at));
            at += batch.Count;
        }

        return all;
    }

    private static FrameColumn JoinColumn(List<SeizureBatch> batches, int count, string field)
    {
        var starts = new int[count + 1];
        var codes = new List<int>(count);
        int at = 0;
        foreach (SeizureBatch batch in batches)
        {
            SeizureColumn column = batch.Coded[field];
            ReadOnlySpan<int> from = column.Starts.Span,
                numbers = column.Codes.Span;
            for (int i = 0; i < batch.Count; i++)
            {
                for (int k = from[i]; k < from[i + 1]; k++)
                    codes.Add(numbers[k]);
                starts[++at] = codes.Count;
            }
        }

        return InOrder(batches[^1].Coded[field].Values, starts, [.. codes]);
    }

    // Engines number codes as they meet them. What draws at random, or breaks ties, must not depend on that: the codes that occur are numbered in the
    // order of their names.
    private static FrameColumn InOrder(IReadOnlyList<string> values, int[] starts, int[] codes)
    {
        var occurs = new bool[values.Count];
        foreach (int code in codes)
            occurs[code] = true;
        int[] used = [.. Enumerable.Range(0, values.Count).Where(v => occurs[v]).OrderBy(v => values[v], StringComparer.Ordinal)];
        var numbers = new int[values.Count];
        for (int i = 0; i < used.Length; i++)
            numbers[used[i]] = i;
        for (int i = 0; i < codes.Length; i++)
            codes[i] = numbers[codes[i]];
        return new FrameColumn([.. used.Select(v => values[v])], starts, codes);
    }

    // Cases are numbered as they come.
    private static int[] InOrder(int[] cases)
    {
        var numbers = new Dictionary<int, int>(cases.Length);
        return [.. cases.Select(c => numbers.TryGetValue(c, out int number) ? number : numbers[c] = numbers.Count)];
    }
}
