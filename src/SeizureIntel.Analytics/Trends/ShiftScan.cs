using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Analytics.Statistics.Trends;
using SeizureIntel.Loops;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Dates lasting changes of level, and tells those of the goods from those of the reporters.</summary>
internal sealed class ShiftScan
{
    /// <summary>Kind of its findings.</summary>
    public const string Kind = "shift";

    /// <summary>A change of which reporting leaves less than half (on the log scale) is one of reporting.</summary>
    public const double Vanishes = 0.5;

    private const int FewestWeeks = 104;
    private const int FewestCases = 20;
    private const int ShortestWeeks = 8;
    private const int HalfWeeks = 2;
    private const double LeastExcess = 5;
    private const double BandLevel = 0.99;
    private const double KeptUpTo = 0.05;

    private const double StaysBelow = 0.01;
    private const double DaysPerYear = 365.25;

    private static readonly double LeastLogRatio = Math.Log(1.5);
    private static readonly string[] EndFields = ["departure_country", "destination_country"];

    private ShiftScan(
        IReadOnlyList<ChangeCandidate> shifts,
        IReadOnlySet<string> stepped,
        IReadOnlyList<ChangeCandidate> explained,
        int untestable
    )
    {
        Untestable = untestable;
        Shifts = shifts;
        Stepped = stepped;
        Explained = explained;
    }

    /// <summary>Shifts of goods, judged as one family.</summary>
    public IReadOnlyList<ChangeCandidate> Shifts { get; }

    /// <summary>Series that a step describes better than a steady rise or fall.</summary>
    public IReadOnlySet<string> Stepped { get; }

    /// <summary>Changes that vanish once the reporters' other goods, or how often they fill the field, are the exposure; they are not judged.</summary>
    public IReadOnlyList<ChangeCandidate> Explained { get; }

    /// <summary>Series of enough cases whose course of a year cannot be had, neither from them nor from what lies above; they are not cut.</summary>
    public int Untestable { get; }

    /// <summary>Cuts every series of enough cases.</summary>
    public static ShiftScan Run(ChangeContext context, CancellationToken cancellationToken)
    {
        if (context.WeekCount < FewestWeeks)
            return new ShiftScan([], new HashSet<string>(), [], 0);
        CountSeries[] enough = [.. context.Weekly.Series.Where(s => s.Total >= FewestCases)];
        CountSeries[] series = [.. enough.Where(context.Seasons.CanTell)];
        var found = new (List<ChangeCandidate> Explained, List<ChangeCandidate> Shifts)[series.Length];
        Parallel.For(0, series.Length, SideBySide.Here(cancellationToken), i => found[i] = Cut(context, series[i]));
        ChangeCandidate[] all = [.. found.SelectMany(f => f.Shifts)];
        IReadOnlyList<double> q = FalseDiscovery.BenjaminiHochberg(
            [.. all.Select(context.Weekly.WeightedP)],
            (int)Math.Min(int.MaxValue, Math.Max(context.Weekly.Possible, all.Length))
        );
        HashSet<string> stepped = [.. series.Where((_, i) => found[i].Shifts.Count > 0).Select(s => s.Id)];
        return new ShiftScan(
            [.. all.Select((c, i) => c with { Q = q[i] })],
            stepped,
            [.. found.SelectMany(f => f.Explained)],
            enough.Length - series.Length
        );
    }

    private static (List<ChangeCandidate> Explained, List<ChangeCandidate> Shifts) Cut(ChangeContext context, CountSeries series)
    {
        List<ChangeCandidate> shifts = [],
            episodes = [],
            explained = [];
        int months = context.HeapMonths(series);
        double[] sent = context.WeeklyActivity.Counts(series),
            counts = months == 0 ? WithoutSpikes(sent) : WithoutHighPeriods(sent, context, months),
            season = context.Seasons.Of(series);
        double[] plain = [.. season.Select((s, i) => s * context.Shares.Shares[i])];
        if (ChangePoints.Find(counts, plain, Shortest(months)).Value is not { Changes.Count: > 0 } cut || IsSteady(counts, plain, cut))
            return (explained, shifts);
        double[]? activity = context.WeeklyActivity.Standard(series);
        double[] adjusted = activity is null ? plain : [.. plain.Select((e, i) => e * activity[i])];
        double[][] filled = [.. Filled(context, series) is { } known ? [known] : Array.Empty<double[]>(), .. Ends(context, series, plain)];
        double dispersion = Math.Max(cut.Dispersion, WithinLevels(counts, plain, cut.Changes));
        foreach (LevelStep step in LevelStep.Of(counts, plain, cut.Changes, dispersion))
        {
            if (
                LevelChange.Of(counts, plain, step.Sides, dispersion) is not { } raw
                || LevelChange.Of(counts, adjusted, step.Sides, dispersion) is not { } own
            )
                continue;
            if (counts.Length * raw.P > KeptUpTo)
                continue;

            // A field that is filled more or less often than before moves all of its codes.
            LevelChange?[] among = [own, .. filled.Select(f => LevelChange.Of(counts, f, step.Sides, dispersion))];
            if (among.Any(a => a is null || a.LogRatio / raw.LogRatio < Vanishes))
            {
                explained.Add(Candidate(context, series, step, raw, Math.Min(1, counts.Length * raw.P), false));
                continue;
            }

            if (among.Any(a => a!.P > StaysBelow))
                continue;
            bool isTestable =
                step.Change >= context.TestFrom
                && step.Change <= context.TestTo
                && (raw.LogRatio > 0 || context.Shares.HasDates || step.Change < context.WeekCount - ReportedShares.WeeksWithoutFalls);
            double p = Math.Min(1, counts.Length * Math.Max(raw.P, own.P));
            if (!isTestable || p > KeptUpTo || !IsLarge(own) || !IsLarge(raw))
                continue;
            ChangeCandidate shift = Candidate(context, series, step, own, p, activity is not null);
            (step.IsEpisode ? episodes : shifts).Add(shift);
        }

        shifts.AddRange(OncePerSeason(episodes));
        return (explained, shifts);
    }

    // Episodes that come back at the same time of another year are a season that the years do not yet prove: the clearest of them speaks for all.
    private static IEnumerable<ChangeCandidate> OncePerSeason(List<ChangeCandidate> episodes)
    {
        List<ChangeCandidate> left = [.. episodes.OrderBy(e => e.P).ThenBy(e => e.Period.From)];
        while (left.Count > 0)
        {
            ChangeCandidate clearest = left[0];
            ChangeCandidate[] alike = [.. left.Where(e => e == clearest || IsAnotherYear(e, clearest)).OrderBy(e => e.Period.From)];
            left.RemoveAll(e => alike.Contains(e));
            yield return alike.Length == 1
                ? clearest
                : clearest with
                {
                    Caveats =
                    [
                        .. clearest.Caveats,
                        $"it came back at the same time of the year, a season is likelier than a change: {Days(alike)}",
                    ],
                };
        }
    }

    private static bool IsAnotherYear(ChangeCandidate one, ChangeCandidate other)
    {
        int years = (int)Math.Round((one.Period.From.DayNumber - other.Period.From.DayNumber) / DaysPerYear);
        return years != 0
            && Math.Sign(one.Excess) == Math.Sign(other.Excess)
            && Math.Abs(one.Period.From.DayNumber - other.Period.From.DayNumber - (years * DaysPerYear)) <= LastingChange.DaysOfOneChange;
    }

    /// <summary>Says of an episode when it ended.</summary>
    internal static Phrase EpisodeCaveat(ChangeContext context, LevelStep episode) =>
        $"an episode: from {context.StartOf(episode.To):yyyy-MM-dd} on the level is again that of before it";

    private static Phrase Days(IEnumerable<ChangeCandidate> candidates) => Phrase.Join(", ", [.. candidates.Select(Day)]);

    private static Phrase Day(ChangeCandidate candidate) => $"{candidate.Period.From:yyyy-MM-dd}";

    /// <summary>Variance over mean about the levels that were found. The blocks by which the series was cut say too little of rare series: in most of
    /// their quarters hardly anything happens.</summary>
    /// <remarks>Source: P. McCullagh, J. Nelder, Generalized Linear Models, 2nd ed. 1989, section 4.5 (Pearson's statistic over its degrees of
    /// freedom).</remarks>
    internal static double WithinLevels(double[] counts, double[] exposure, IReadOnlyList<int> changes)
    {
        double squares = 0,
            degrees = 0;
        for (int level = 0; level <= changes.Count; level++)
        {
            int from = level == 0 ? 0 : changes[level - 1],
                to = level < changes.Count ? changes[level] : counts.Length;
            double events = 0,
                exposed = 0;
            for (int i = from; i < to; i++)
                (events, exposed) = double.IsNaN(counts[i]) ? (events, exposed) : (events + counts[i], exposed + exposure[i]);
            degrees--;
            for (int i = from; i < to; i++)
            {
                if (double.IsNaN(counts[i]))
                    continue;
                degrees++;
                double expected = events / exposed * exposure[i];
                if (expected > 0)
                    squares += (counts[i] - expected) * (counts[i] - expected) / expected;
            }
        }

        return degrees > 0 ? Math.Max(1, squares / degrees) : 1;
    }

    // With and without the reporters' activity: else a lull of their other goods would make a large change of a small one.
    private static bool IsLarge(LevelChange change) =>
        Math.Abs(change.LogRatio) >= LeastLogRatio && Math.Abs(change.After - change.Expected) >= LeastExcess;

    // The cases of the goods in which the crossed field is known, smoothed; null where the field is the reporter or there is none.
    private static double[]? Filled(ChangeContext context, CountSeries series)
    {
        if (series.Dimension is null or "reporting_country" || context.Weekly.Known(series.Base, series.Dimension) is not { } known)
            return null;
        var filled = new double[known.Length];
        for (int i = 0; i < filled.Length; i++)
        {
            int first = Math.Max(0, i - HalfWeeks),
                last = Math.Min(filled.Length - 1, i + HalfWeeks);
            double sum = 0.5;
            for (int j = first; j <= last; j++)
                sum += known[j];
            filled[i] = sum / (last - first + 1);
        }

        return filled;
    }

    // A leg is known from any of its stations: whether a reporter begins to state where goods come from or go to shows only in those fields.
    private static IEnumerable<double[]> Ends(ChangeContext context, CountSeries series, double[] plain)
    {
        if (series.Dimension != "leg")
            yield break;
        foreach (string field in EndFields)
        {
            if (context.WeeklyActivity.Standard(series, field) is { } stating)
                yield return [.. plain.Select((e, i) => e * stating[i])];
        }
    }

    /// <summary>A week that stands alone above its neighbours is brought down to the highest of them: one week is no level.</summary>
    internal static double[] WithoutSpikes(double[] counts)
    {
        var level = new double[counts.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            double highest = 0;
            for (int j = Math.Max(0, i - ShortestWeeks); j <= Math.Min(counts.Length - 1, i + ShortestWeeks); j++)
            {
                if (j != i && counts[j] > highest)
                    highest = counts[j];
            }

            level[i] = counts[i] > Math.Max(2 * highest, highest + 3) ? highest : counts[i];
        }

        return level;
    }

    // Two of the periods by which the reporter dates.
    private static int Shortest(int months) => Math.Max(ShortestWeeks, 2 * WeeksOf(months));

    private static int WeeksOf(int months) => (int)Math.Ceiling(months * 52 / 12.0);

    /// <summary>The same of a month or quarter where dates are totals of it: their cases stand on all of its weeks.</summary>
    internal static double[] WithoutHighPeriods(double[] counts, ChangeContext context, int months)
    {
        int[] periodOf = [.. Enumerable.Range(0, counts.Length).Select(w => Months.Of(context.StartOf(w).AddDays(3)) / months)];
        var sums = new double[periodOf[^1] - periodOf[0] + 1];
        for (int i = 0; i < counts.Length; i++)
            sums[periodOf[i] - periodOf[0]] += double.IsNaN(counts[i]) ? 0 : counts[i];
        double[] level = [.. counts];
        for (int i = 0; i < counts.Length; i++)
        {
            int at = periodOf[i] - periodOf[0];
            double highest = 0;
            for (int j = Math.Max(0, at - 2); j <= Math.Min(sums.Length - 1, at + 2); j++)
                highest = j == at ? highest : Math.Max(highest, sums[j]);
            if (sums[at] > Math.Max(2 * highest, highest + 3))
                level[i] = Math.Round(counts[i] * highest / sums[at]);
        }

        return level;
    }

    private static ChangeCandidate Candidate(
        ChangeContext context,
        CountSeries series,
        LevelStep at,
        LevelChange own,
        double p,
        bool isAdjusted
    )
    {
        CountDistribution law = CountDistribution.WithDispersion(Math.Max(own.Expected, 1e-6), own.Dispersion);
        RateRatio ratio = own.Ratio();
        return new ChangeCandidate
        {
            Kind = Kind,
            Series = series,
            Period = new Period(context.StartOf(at.Change), context.EndOf(at.To - 1)),
            Past = new Period(context.StartOf(at.From), context.EndOf(at.Change - 1)),
            IsAdjusted = isAdjusted,
            Expected = new Baseline(own.Expected, law.Quantile((1 - BandLevel) / 2), law.Quantile((1 + BandLevel) / 2), BandLevel),
            Count = own.After,
            Effect = new Effect("rate_ratio", ratio.Median, ratio.Low, ratio.High, ratio.Level),
            P = p,
            Rank = SignalGates.Rank(p, Math.Exp(Math.Abs(Math.Log(ratio.Median)))),
            Method = "quasi-poisson-optimal-partitioning",
            Caveats =
            [
                .. at.IsEpisode ? [EpisodeCaveat(context, at)] : Array.Empty<Phrase>(),
                .. isAdjusted ? ["adjusted for reporting: the reporters' other goods are the exposure"] : Array.Empty<Phrase>(),
            ],
        };
    }

    /// <summary>Whether a steady rise or fall describes a series better than its steps do.</summary>
    private static bool IsSteady(double[] counts, double[] exposure, Segmentation cut)
    {
        int[] present = [.. Enumerable.Range(0, counts.Length).Where(i => !double.IsNaN(counts[i]))];
        double[] ones = [.. present.Select(_ => 1.0)],
            time = [.. present.Select(i => i / 52.0)],
            offset = [.. present.Select(i => Math.Log(exposure[i]))];
        double[] y = [.. present.Select(i => counts[i])];
        if (GeneralizedLinearModel.Fit([ones, time], y, GlmFamily.Poisson, offset) is not { } fit)
            return false;
        double cost = 0;
        for (int i = 0; i < y.Length; i++)
            cost -= y[i] > 0 ? 2 * y[i] * (Math.Log(fit.Mean[i]) - offset[i]) / cut.Dispersion : 0;

        // A step costs its week and its level; a slope costs half as much.
        return cost + (cut.Penalty / 2) <= cut.Objective;
    }
}
