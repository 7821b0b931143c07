using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Routes;

/// <summary>Tells the changes of pairs that are beyond chance and large enough to matter.</summary>
internal sealed class PairChangeFindings(ScopedFrame scoped, WindowPlan plan)
{
    /// <summary>Name of the method.</summary>
    public const string Method = "gamma-poisson-change";

    /// <summary>Least ratio of a rise; the inverse is the largest of a fall.</summary>
    public const double LeastRatio = 2;

    private const double ShownWithAll = 0.05;

    // A change that was told is not told again within a year.
    private const int Quiet = 4;
    private const double IntervalLevel = 0.9;

    /// <summary>The changes to tell: large enough, the narrowest of nested pairs, and each change once, at the first window that shows it.</summary>
    /// <param name="changes">Changes of one table.</param>
    /// <param name="cells">The table.</param>
    /// <param name="isBelow">True where the first pair lies below the second, so that the second only repeats it.</param>
    public IReadOnlyList<CellChange> Told(
        IEnumerable<CellChange> changes,
        CellCounts cells,
        Func<(int First, int Second), (int First, int Second), bool> isBelow
    )
    {
        CellChange[] large =
        [
            .. changes.Where(c => IsLarge(c) && (c.Q <= FindingOrder.ShownUpTo || (scoped.Scope.ShowAll && c.P <= ShownWithAll))),
        ];
        var narrow = new List<CellChange>();
        foreach (IGrouping<(int, bool), CellChange> group in large.GroupBy(c => (c.Window, c.IsRise)))
        {
            CellChange[] peers = [.. group];
            foreach (CellChange change in peers)
            {
                if (!peers.Any(p => p.Cell != change.Cell && p.Gap >= 0.5 * change.Gap && isBelow(cells[p.Cell], cells[change.Cell])))
                    narrow.Add(change);
            }
        }

        HashSet<(int, bool, int)> told = [.. narrow.Select(c => (c.Cell, c.IsRise, c.Window))];
        return [.. narrow.Where(c => !Enumerable.Range(1, Quiet).Any(back => told.Contains((c.Cell, c.IsRise, c.Window - back))))];
    }

    /// <summary>A finding of a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cells">Its table.</param>
    /// <param name="kindOfFall">Kind of a fall.</param>
    /// <param name="subject">Template fields and codes of the pair; a search for them finds what was counted.</param>
    /// <param name="rowsInWindow">All seizures of the window.</param>
    /// <param name="margins">The margins whose change stands for the exposure, in words.</param>
    public Finding Of(
        CellChange change,
        CellCounts cells,
        string kindOfFall,
        (string Field, string Code)[] subject,
        int rowsInWindow,
        string margins
    )
    {
        int from = change.IsRise ? change.Window : WindowPlan.BeforeFrom(change.Window);
        int count = cells.Sum(change.Cell, from, change.Window + 1);
        int[] feeding =
        [
            .. cells.ByReporter(change.Cell).Where(r => r.Value.Skip(from).Take(change.Window + 1 - from).Sum() > 0).Select(r => r.Key),
        ];
        var period = new Period(plan.Start(change.Window), plan.End(change.Window), plan.Bucket);
        Dictionary<string, IReadOnlyList<string>> codes = subject.ToDictionary(
            s => s.Field,
            s => (IReadOnlyList<string>)[s.Code],
            StringComparer.Ordinal
        );
        string kind = change.IsRise ? "emerging" : kindOfFall;
        string windows = plan.Bucket is null ? "periods of thirteen weeks" : "quarters";
        RateRatio interval = change.Interval();
        var caveats = new List<Phrase>();
        if (change.IsRise && change.Before == 0)
            caveats.Add($"not seen in the {Before(change.Window)} {windows} before");
        if (!change.IsRise && change.Now == 0)
            caveats.Add("none in the period");
        if (feeding.Length == 1)
            caveats.Add("single reporter");
        if (feeding.Length == 1 && period.From.DayOfYear == 1)
            caveats.Add("begins with the calendar year: a change of coding is possible");
        if (change.Reporter >= 0)
            caveats.Add("exposure: the reporter's other seizures");
        else
            caveats.Add($"exposure: change of {margins}");
        if (plan.HasYearsOnly)
            caveats.Add("seizures of which only the year is known are left out");
        return new Finding
        {
            Id = FindingId.Of(kind, codes, period),
            Kind = kind,
            Subject = codes,
            Period = period,
            Figure = new Figure(change.Now, "seizures"),
            Baseline = new Baseline(
                change.Law.Mean,
                change.Law.Quantile((1 - IntervalLevel) / 2),
                change.Law.Quantile((1 + IntervalLevel) / 2),
                IntervalLevel
            ),
            Effect = new Effect("rate_ratio", change.Ratio, interval.Low, interval.High, IntervalLevel),
            N = count,
            Known = new Known(cells.Totals[change.Window], rowsInWindow),
            Reporters = feeding.Length,
            P = change.P,
            Q = change.Q,
            Method = Method,
            Caveats = caveats,
            Evidence = WindowEvidence.Of(scoped, plan, count, plan.Start(from), plan.End(change.Window), subject),
            Rank = -Math.Log10(Math.Max(change.P, 1e-300)) * Math.Max(change.Ratio, 1 / Math.Max(change.Ratio, 1e-6)),
        };
    }

    private static int Before(int window) => window - WindowPlan.BeforeFrom(window);

    private static bool IsLarge(CellChange change) =>
        change.IsRise ? change.Ratio >= LeastRatio && change.Now >= 2 : change.Ratio <= 1 / LeastRatio;
}
