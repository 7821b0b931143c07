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

    // A date known to the year only lies in no window.
    private static readonly Dictionary<string, IReadOnlyList<string>> YearsOnly = new(StringComparer.Ordinal)
    {
        ["date_precision"] = ["YEAR"],
    };

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

    /// <summary>Counts the reporters of a scope; where the scope is narrowed to some goods, the index counts all goods of theirs.</summary>
    /// <param name="index">The index.</param>
    /// <param name="scoped">The scope.</param>
    /// <param name="plan">The windows.</param>
    /// <param name="stated">Field that must be known.</param>
    /// <param name="fields">Fields that a reporter may begin or cease to state.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    public static async Task<ReporterCounts> CountAsync(
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

        bool isWhole = ReporterPanel.IsWhole(query);
        int[][] stating = await OfAsync(stated),
            sent = await OfAsync(null);
        int[][][] filled = new int[fields.Count][][];
        for (int i = 0; i < filled.Length; i++)
            filled[i] = await OfAsync(fields[i]);
        return new ReporterCounts(
            codes,
            ofRow,
            stating,
            filled,
            sent,
            [.. Enumerable.Range(0, codes.Length).Select(r => dated[r] >= MostDated * all[r])]
        );

        async Task<int[][]> OfAsync(string? field) =>
            isWhole
                ? Counted(scoped.Frame, plan, codes.Length, field)
                : await AskedAsync(index, scoped, plan, codes, field, cancellationToken);
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

    // Seizures by reporter and window; those in which a field is known where one is named.
    private static int[][] Counted(SeizureFrame frame, WindowPlan plan, int reporters, string? field)
    {
        int[][] counts = Empty(reporters, plan.Count);
        FrameColumn who = frame["reporting_country"];
        FrameColumn? column = field is null ? null : frame[field];
        for (int row = 0; row < plan.OfRow.Length; row++)
        {
            if (plan.OfRow[row] >= 0 && column?.HasKnown(row) != false)
                counts[who.First(row)][plan.OfRow[row]]++;
        }

        return counts;
    }

    // The same of all goods, which the frame of a narrower scope does not hold: counted by the index.
    private static async Task<int[][]> AskedAsync(
        ISeizureIndex index,
        ScopedFrame scoped,
        WindowPlan plan,
        string[] codes,
        string? field,
        CancellationToken cancellationToken
    )
    {
        int[][] counts = Empty(codes.Length, plan.Count);
        SeizureQuery all = ReporterPanel.ReportersOf(scoped.Scope.Query) with { Not = YearsOnly };
        if (field is not null)
            all = all.With(field, "*");
        for (int window = 0; window < plan.Count; window++)
        {
            Tabulation table = await index.TabulateAsync(
                scoped.Scope.Reader,
                new TabulationRequest(all.Within(plan.Start(window), plan.End(window)), ["reporting_country"]),
                cancellationToken
            );
            foreach (TabulationRow row in table.Rows)
            {
                int reporter = Array.IndexOf(codes, row.Key[0]);
                if (reporter >= 0)
                    counts[reporter][window] = (int)row.Value;
            }
        }

        return counts;
    }

    private static int[][] Empty(int reporters, int windows) => [.. Enumerable.Range(0, reporters).Select(_ => new int[windows])];
}
