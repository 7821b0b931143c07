using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Ports;
using SeizureIntel.Queries;

namespace SeizureIntel.Analytics.Routes;

/// <summary>What each reporter sent in each window, whatever the goods: seizures that state what the study looks at, as a reporter that leaves a field empty says nothing.</summary>
internal sealed class ReporterCounts
{
    private const double MostDated = 0.8;
    private static readonly string[] WhoFields = ["reporting_country", "source", "submission"];

    private ReporterCounts(IReadOnlyList<string> codes, int[] ofRow, int[][] counts, bool[] isDated)
    {
        Codes = codes;
        OfRow = ofRow;
        Counts = counts;
        IsDated = isDated;
    }

    /// <summary>The reporters; a seizure without a known reporter has one of its own.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Reporter of each row of the scope's frame.</summary>
    public int[] OfRow { get; }

    /// <summary>Seizures of any goods by reporter and window.</summary>
    public int[][] Counts { get; }

    /// <summary>True where the reporter says when it reported, so that late reports can be told from a fall.</summary>
    public bool[] IsDated { get; }

    /// <summary>Counts the reporters of a scope; where the scope is narrowed to some goods, all goods are read once more.</summary>
    /// <param name="index">The index.</param>
    /// <param name="scoped">The scope.</param>
    /// <param name="plan">The windows.</param>
    /// <param name="stated">Field that must be known.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<ReporterCounts> ReadAsync(ISeizureIndex index, ScopedFrame scoped, WindowPlan plan, string stated, CancellationToken cancellationToken)
    {
        SeizureQuery query = scoped.Scope.Query;
        FrameColumn column = scoped.Frame["reporting_country"];
        string[] codes = [.. column.Values];
        FrameColumn known = scoped.Frame[stated];
        int[] ofRow = new int[scoped.Frame.Count];
        int[][] counts = [.. codes.Select(_ => new int[plan.Count])];
        int[] dated = new int[codes.Length], all = new int[codes.Length];
        double[] reported = scoped.Frame.Numbers("reported_date");
        for (int row = 0; row < ofRow.Length; row++)
        {
            int reporter = ofRow[row] = column.First(row);
            all[reporter]++;
            if (!double.IsNaN(reported[row])) dated[reporter]++;
            if (plan.OfRow[row] >= 0 && known.HasKnown(row)) counts[reporter][plan.OfRow[row]]++;
        }

        if (!IsWhole(query) && plan.Count > 0)
        {
            var wider = new SeizureQuery { From = plan.Start(0), To = plan.End(plan.Count - 1), Ceiling = query.Ceiling };
            foreach (string field in WhoFields)
            {
                if (query.Where.TryGetValue(field, out IReadOnlyList<string>? values)) wider = wider.With(field, values);
            }

            SeizureFrame frame = await SeizureFrame.ReadAsync(index, wider, ["reporting_country", "date_precision", stated], cancellationToken).ConfigureAwait(false);
            counts = Recount(frame, plan, codes, stated);
        }

        return new ReporterCounts(codes, ofRow, counts, [.. Enumerable.Range(0, codes.Length).Select(r => dated[r] >= MostDated * all[r])]);
    }

    private static bool IsWhole(SeizureQuery query) =>
        query.Text is null && query.Not.Count == 0 && query.And is null && query.Where.Keys.All(k => Array.IndexOf(WhoFields, k) >= 0);

    private static int[][] Recount(SeizureFrame frame, WindowPlan plan, string[] codes, string stated)
    {
        var counts = codes.Select(_ => new int[plan.Count]).ToArray();
        FrameColumn column = frame["reporting_country"], precision = frame["date_precision"], known = frame[stated];
        int[] numbers = [.. column.Values.Select(v => Array.IndexOf(codes, v))];
        int year = precision.NumberOf("YEAR");
        int[] starts = [.. Enumerable.Range(0, plan.Count).Select(w => plan.Start(w).DayNumber)];
        for (int row = 0; row < frame.Count; row++)
        {
            int reporter = numbers[column.First(row)];
            if (reporter < 0 || !known.HasKnown(row) || (year >= 0 && precision.First(row) == year)) continue;
            int window = Array.BinarySearch(starts, frame.Days[row]);
            counts[reporter][window >= 0 ? window : ~window - 1]++;
        }

        return counts;
    }
}
