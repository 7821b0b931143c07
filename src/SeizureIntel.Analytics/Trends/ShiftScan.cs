using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Analytics.Statistics.Trends;

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

    private static readonly double LeastLogRatio = Math.Log(1.5);
    private static readonly string[] EndFields = ["departure_country", "destination_country"];

    private ShiftScan(IReadOnlyList<ChangeCandidate> shifts, IReadOnlySet<string> stepped, IReadOnlyList<ChangeCandidate> explained)
    {
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

    /// <summary>Cuts every series of enough cases.</summary>
    public static ShiftScan Run(ChangeContext context, CancellationToken cancellationToken)
    {
        if (context.WeekCount < FewestWeeks)
            return new ShiftScan([], new HashSet<string>(), []);
        CountSeries[] series = [.. context.Weekly.Series.Where(s => s.Total >= FewestCases)];
        var found = new (List<ChangeCandidate> Explained, List<ChangeCandidate> Shifts)[series.Length];
        Parallel.For(0, series.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
            found[i] = Cut(context, series[i])
        );
        ChangeCandidate[] all = [.. found.SelectMany(f => f.Shifts)];
        IReadOnlyList<double> q = FalseDiscovery.BenjaminiHochberg(
            [.. all.Select(context.Weekly.WeightedP)],
            (int)Math.Min(int.MaxValue, Math.Max(context.Weekly.Possible, all.Length))
        );
        HashSet<string> stepped = [.. series.Where((_, i) => found[i].Shifts.Count > 0).Select(s => s.Id)];
        return new ShiftScan([.. all.Select((c, i) => c with { Q = q[i] })], stepped, [.. found.SelectMany(f => f.Explained)]);
    }

    private static (List<ChangeCandidate> Explained, List<ChangeCandidate> Shifts) Cut(ChangeContext context, CountSeries series)
    {
        List<ChangeCandidate> shifts = [],
            explained = [];
        double[] counts = WithoutSpikes(context.WeeklyActivity.Counts(series)),
            season = context.Seasons.Of(series);
        double[] plain = [.. season.Select((s, i) => s * context.Shares.Shares[i])];
        if (ChangePoints.Find(counts, plain, ShortestWeeks).Value is not { Changes.Count: > 0 } cut || IsSteady(counts, plain, cut))
            return (explained, shifts);
        double[]? activity = context.WeeklyActivity.Standard(series);
        double[] adjusted = activity is null ? plain : [.. plain.Select((e, i) => e * activity[i])];
        double[][] filled = [.. Filled(context, series) is { } known ? [known] : Array.Empty<double[]>(), .. Ends(context, series, plain)];
        double dispersion = Math.Max(cut.Dispersion, WithinLevels(counts, plain, cut.Changes));
        for (int i = 0; i < cut.Changes.Count; i++)
        {
            int from = i == 0 ? 0 : cut.Changes[i - 1],
                change = cut.Changes[i],
                to = i + 1 < cut.Changes.Count ? cut.Changes[i + 1] : counts.Length;
            if (
                LevelChange.Of(counts, plain, from, change, to, dispersion) is not { } raw
                || LevelChange.Of(counts, adjusted, from, change, to, dispersion) is not { } own
            )
                continue;
            if (counts.Length * raw.P > KeptUpTo)
                continue;

            // A field that is filled more or less often than before moves all of its codes.
            LevelChange?[] among = [own, .. filled.Select(f => LevelChange.Of(counts, f, from, change, to, dispersion))];
            if (among.Any(a => a is null || a.LogRatio / raw.LogRatio < Vanishes))
            {
                explained.Add(Candidate(context, series, (from, change, to), raw, Math.Min(1, counts.Length * raw.P), false));
                continue;
            }

            if (among.Any(a => a!.P > StaysBelow))
                continue;
            bool isTestable =
                change >= context.TestFrom
                && change <= context.TestTo
                && (raw.LogRatio > 0 || context.Shares.HasDates || change < context.WeekCount - ReportedShares.WeeksWithoutFalls);
            double p = Math.Min(1, counts.Length * Math.Max(raw.P, own.P));
            if (!isTestable || p > KeptUpTo || !IsLarge(own) || !IsLarge(raw))
                continue;
            shifts.Add(Candidate(context, series, (from, change, to), own, p, activity is not null));
        }

        return (explained, shifts);
    }

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

    private static ChangeCandidate Candidate(
        ChangeContext context,
        CountSeries series,
        (int From, int Change, int To) at,
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
            Caveats = isAdjusted ? ["adjusted for reporting: the reporters' other goods are the exposure"] : [],
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
