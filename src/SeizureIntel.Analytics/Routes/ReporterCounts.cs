using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Ports;
using SeizureIntel.Queries;

namespace SeizureIntel.Analytics.Routes;

/// <summary>What each reporter sent in each window, whatever the goods: seizures that state what the study looks at, as a reporter that leaves a
/// field empty says nothing.</summary>
internal sealed class ReporterCounts
{
    private const double MostDated = 0.8;

    private readonly int[][][] _filled;
    private readonly int[][] _all;

    private ReporterCounts(IReadOnlyList<string> codes, int[] ofRow, int[][] counts, int[][][] filled, int[][] all, bool[] isDated)
    {
        Codes = codes;
        OfRow = ofRow;
        Counts = counts;
        _filled = filled;
        _all = all;
        IsDated = isDated;
    }

    /// <summary>The reporters; a seizure without a known reporter has one of its own.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Reporter of each row of the scope's frame.</summary>
    public int[] OfRow { get; }

    /// <summary>Seizures of any goods that state what the study looks at, by reporter and window.</summary>
    public int[][] Counts { get; }

    /// <summary>True where the reporter says when it reported, so that late reports can be told from a fall.</summary>
    public bool[] IsDated { get; }

    /// <summary>Reporters that state every field, by what they sent in each window.</summary>
    public static ReporterCounts Of(int[][] counts, bool[] isDated) =>
        new([.. Enumerable.Range(0, counts.Length).Select(r => $"{r}")], [], counts, [], counts, isDated);

    /// <summary>Counts the reporters of a scope; where the scope is narrowed to some goods, all goods are read once more.</summary>
    /// <param name="index">The index.</param>
    /// <param name="scoped">The scope.</param>
    /// <param name="plan">The windows.</param>
    /// <param name="stated">Field that must be known.</param>
    /// <param name="fields">Fields that a reporter may begin or cease to state.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<ReporterCounts> ReadAsync(
        ISeizureIndex index,
        ScopedFrame scoped,
        WindowPlan plan,
        string stated,
        IReadOnlyList<string> fields,
        CancellationToken cancellationToken
    )
    {
        SeizureQuery query = scoped.Scope.Query;
        FrameColumn column = scoped.Frame["reporting_country"];
        string[] codes = [.. column.Values];
        int[] ofRow = new int[scoped.Frame.Count];
        int[] dated = new int[codes.Length],
            all = new int[codes.Length];
        double[] reported = scoped.Frame.Numbers("reported_date");
        for (int row = 0; row < ofRow.Length; row++)
        {
            int reporter = ofRow[row] = column.First(row);
            all[reporter]++;
            if (!double.IsNaN(reported[row]))
                dated[reporter]++;
        }

        SeizureFrame frame = scoped.Frame;
        int[] windows = plan.OfRow;
        if (!ReporterPanel.IsWhole(query) && plan.Count > 0)
        {
            SeizureQuery wider = ReporterPanel.ReportersOf(query) with { From = plan.Start(0), To = plan.End(plan.Count - 1) };
            frame = await SeizureFrame
                .ReadAsync(index, scoped.Scope.Reader, wider, ["reporting_country", "date_precision", stated, .. fields], cancellationToken)
                .ConfigureAwait(false);
            windows = Windows(frame, plan);
        }

        int[] numbers = [.. frame["reporting_country"].Values.Select(v => Array.IndexOf(codes, v))];
        int[][] Count(string? field) => Counted(frame, windows, numbers, codes.Length, plan.Count, field);
        return new ReporterCounts(
            codes,
            ofRow,
            Count(stated),
            [.. fields.Select(Count)],
            Count(null),
            [.. Enumerable.Range(0, codes.Length).Select(r => dated[r] >= MostDated * all[r])]
        );
    }

    /// <summary>True where a reporter began or ceased to state one of the fields, so that a rise or fall of its codes tells nothing of smuggling.</summary>
    /// <param name="reporter">The reporter.</param>
    /// <param name="from">First window of the past.</param>
    /// <param name="window">The window that is compared with it.</param>
    /// <param name="isRise">Whether a rise is to be explained; false for a fall.</param>
    public bool IsFilling(int reporter, int from, int window, bool isRise)
    {
        foreach (int[][] filled in _filled)
        {
            double known = 0,
                all = 0;
            for (int w = from; w < window; w++)
                (known, all) = (known + filled[reporter][w], all + _all[reporter][w]);
            int windows = window - from;
            if (FieldFilling.Explains(new(known / windows, all / windows), new(filled[reporter][window], _all[reporter][window]), isRise))
                return true;
        }

        return false;
    }

    private static int[] Windows(SeizureFrame frame, WindowPlan plan)
    {
        FrameColumn precision = frame["date_precision"];
        int year = precision.NumberOf("YEAR");
        int[] starts = [.. Enumerable.Range(0, plan.Count).Select(w => plan.Start(w).DayNumber)];
        var windows = new int[frame.Count];
        for (int row = 0; row < windows.Length; row++)
        {
            int at = Array.BinarySearch(starts, frame.Days[row]);
            windows[row] =
                year >= 0 && precision.First(row) == year ? -1
                : at >= 0 ? at
                : ~at - 1;
        }

        return windows;
    }

    // Seizures by reporter and window; those in which a field is known where one is named.
    private static int[][] Counted(SeizureFrame frame, int[] windows, int[] numbers, int reporters, int count, string? field)
    {
        int[][] counts = [.. Enumerable.Range(0, reporters).Select(_ => new int[count])];
        FrameColumn who = frame["reporting_country"];
        FrameColumn? column = field is null ? null : frame[field];
        for (int row = 0; row < windows.Length; row++)
        {
            int reporter = numbers[who.First(row)];
            if (windows[row] >= 0 && reporter >= 0 && column?.HasKnown(row) != false)
                counts[reporter][windows[row]]++;
        }

        return counts;
    }
}
