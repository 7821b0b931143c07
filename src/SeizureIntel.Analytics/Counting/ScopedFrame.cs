using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Ports;

namespace SeizureIntel.Analytics.Counting;

/// <summary>A scope's seizures with the history before it, and who reported over that time.</summary>
internal sealed class ScopedFrame
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Type, Task> _made = [];
    private ScopeCoverage? _coverage;

    private ScopedFrame(StudyScope scope, SeizureFrame frame, ReporterPanel panel, DateOnly from, DateOnly to)
    {
        Scope = scope;
        Frame = frame;
        Panel = panel;
        From = from;
        To = to;
        Inside = [.. frame.Rows(from, to)];
    }

    /// <summary>What was asked.</summary>
    public StudyScope Scope { get; }

    /// <summary>The seizures of the scope's conditions up to its last day, history included.</summary>
    public SeizureFrame Frame { get; }

    /// <summary>Who reported, from a year before the scope.</summary>
    public ReporterPanel Panel { get; }

    /// <summary>First day reported on: the scope's, else that of the data.</summary>
    public DateOnly From { get; }

    /// <summary>Last day reported on: the scope's, else that of the data.</summary>
    public DateOnly To { get; }

    /// <summary>Rows of the frame within the period.</summary>
    public IReadOnlyList<int> Inside { get; }

    /// <summary>Reads the scope with all history before it; null when it holds no seizure and no period is given.</summary>
    public static async Task<ScopedFrame?> ReadAsync(
        ISeizureIndex index,
        StudyScope scope,
        IReadOnlyList<string> fields,
        CancellationToken cancellationToken
    )
    {
        List<string> all = [.. fields.Union(["reporting_country", "reported_date", "date_precision"], StringComparer.Ordinal)];
        SeizureFrame frame = await SeizureFrame.ReadAsync(index, scope.Reader, scope.Query with { From = null }, all, cancellationToken);
        if ((scope.Query.From ?? frame.Span?.First) is not { } from || (scope.Query.To ?? frame.Span?.Last) is not { } to)
            return null;
        DateOnly baseline = from.AddYears(-1);
        if (frame.Span is { } span && baseline < span.First)
            baseline = span.First < from ? span.First : from;
        ReporterPanel panel = await ReporterPanel.ReadAsync(index, scope, baseline, to, cancellationToken);
        return new ScopedFrame(scope, frame, panel, from, to);
    }

    /// <summary>Who reported within the period; counted when first asked.</summary>
    public ScopeCoverage Coverage() => _coverage ??= Count();

    /// <summary>What several studies make of this frame alone: the first that asks makes it, the others wait for it.</summary>
    /// <param name="make">Makes it; there is one of each type.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<T> OnceAsync<T>(Func<Task<T>> make, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task<T> making = Made(make);
            try
            {
                return await making.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (making.IsCanceled && !cancellationToken.IsCancellationRequested)
            {
                // Who began to make it was stopped; whoever still waits makes it.
            }
        }
    }

    /// <summary>The result of a study of this scope.</summary>
    public StudyResult Result(
        string study,
        IReadOnlyList<Finding> findings,
        IReadOnlyList<FigureTable> tables,
        IReadOnlyList<string>? notTestable = null
    ) =>
        DisclosureRule.Apply(
            EditionQueries.Apply(
                new StudyResult
                {
                    Study = study,
                    AsOf = To,
                    Scope = Scope,
                    Coverage = Coverage(),
                    Findings = FindingOrder.Sorted(findings, Scope.ShowAll),
                    Tables = tables,
                    NotTestable = notTestable ?? [],
                }
            )
        );

    /// <summary>The result of a study that has nothing to look at.</summary>
    public static StudyResult Nothing(string study, StudyScope scope) =>
        new()
        {
            Study = study,
            AsOf = scope.Query.To,
            Scope = scope,
            Coverage = new ScopeCoverage(0, 0, 0, 0, null),
            Findings = [],
            NotTestable = ["There is no seizure in this scope."],
        };

    /// <summary>The records behind a figure of this scope.</summary>
    public Evidence Evidence(int count, DateOnly from, DateOnly to, params ReadOnlySpan<(string Field, string Code)> subject) =>
        EvidenceQueries.Of(Scope.Query, count, from, to, subject);

    private Task<T> Made<T>(Func<Task<T>> make)
    {
        lock (_gate)
        {
            if (_made.GetValueOrDefault(typeof(T)) is Task<T> { IsFaulted: false, IsCanceled: false } made)
                return made;

            // A task of its own: nothing is made while the lock is held.
            Task<T> making = Task.Factory.StartNew(make, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current).Unwrap();
            _made[typeof(T)] = making;
            return making;
        }
    }

    private ScopeCoverage Count()
    {
        FrameColumn reporter = Frame["reporting_country"];
        var isThere = new bool[reporter.Values.Count];
        var isCase = new bool[Frame.Count];
        int cases = 0;
        var lags = new List<double>();
        double[] reported = Frame.Numbers("reported_date");
        foreach (int row in Inside)
        {
            if (reporter.HasKnown(row))
                isThere[reporter.First(row)] = true;
            if (!isCase[Frame.Cases[row]])
                cases++;
            isCase[Frame.Cases[row]] = true;
            if (!double.IsNaN(reported[row]))
                lags.Add(reported[row] - Frame.Days[row]);
        }

        HashSet<string> reporters = [.. reporter.Values.Where((_, i) => isThere[i])];
        lags.Sort();
        double? median = lags.Count == 0 ? null : (lags[(lags.Count - 1) / 2] + lags[lags.Count / 2]) / 2;
        return new ScopeCoverage(reporters.Count, Panel.Constant.Count(reporters.Contains), cases, Inside.Count, median);
    }
}
