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

namespace SeizureIntel.Analytics.Trends;

/// <summary>Dates lasting changes of level, and tells those of the goods from those of the reporters.</summary>
internal sealed class ShiftScan
{
    /// <summary>Kind of its findings.</summary>
    public const string Kind = "shift";

    private const int FewestWeeks = 104;
    private const int FewestCases = 20;
    private const int ShortestWeeks = 8;
    private const int HalfWeeks = 2;
    private const double LeastExcess = 5;
    private const double BandLevel = 0.99;
    private const double KeptUpTo = 0.05;

    // A change of which reporting leaves less than half (on the log scale) is one of reporting.
    private const double Vanishes = 0.5;
    private const double StaysBelow = 0.01;

    private static readonly double LeastLogRatio = Math.Log(1.5);

    // Where a field is filled twice or half as often, two counts of its codes cannot be compared.
    private static readonly double NotComparable = Math.Log(2);

    private ShiftScan(IReadOnlyList<ChangeCandidate> shifts, IReadOnlySet<string> stepped, int explained)
    {
        Shifts = shifts;
        Stepped = stepped;
        Explained = explained;
    }

    /// <summary>Shifts of goods, judged as one family.</summary>
    public IReadOnlyList<ChangeCandidate> Shifts { get; }

    /// <summary>Series that a step describes better than a steady rise or fall.</summary>
    public IReadOnlySet<string> Stepped { get; }

    /// <summary>Changes that vanish once the reporters' other goods, or how often they fill the field, are the exposure.</summary>
    public int Explained { get; }

    /// <summary>Cuts every series of enough cases.</summary>
    public static ShiftScan Run(ChangeContext context, CancellationToken cancellationToken)
    {
        if (context.WeekCount < FewestWeeks) return new ShiftScan([], new HashSet<string>(), 0);
        CountSeries[] series = [.. context.Weekly.Series.Where(s => s.Total >= FewestCases)];
        var found = new (bool IsStep, int Explained, List<ChangeCandidate> Shifts)[series.Length];
        Parallel.For(0, series.Length, new ParallelOptions { CancellationToken = cancellationToken }, i => found[i] = Cut(context, series[i]));
        ChangeCandidate[] all = [.. found.SelectMany(f => f.Shifts)];
        IReadOnlyList<double> q = FalseDiscovery.BenjaminiHochberg([.. all.Select(c => c.P)], (int)Math.Min(int.MaxValue, Math.Max(context.Weekly.Possible, all.Length)));
        HashSet<string> stepped = [.. series.Where((_, i) => found[i].IsStep).Select(s => s.Id)];
        return new ShiftScan([.. all.Select((c, i) => c with { Q = q[i] })], stepped, found.Sum(f => f.Explained));
    }

    private static (bool IsStep, int Explained, List<ChangeCandidate> Shifts) Cut(ChangeContext context, CountSeries series)
    {
        var shifts = new List<ChangeCandidate>();
        double[] counts = WithoutSpikes(context.WeeklyActivity.Counts(series)), season = context.Seasons.Of(series);
        double[] plain = [.. season.Select((s, i) => s * context.Shares.Shares[i])];
        if (ChangePoints.Find(counts, plain, ShortestWeeks).Value is not { Changes.Count: > 0 } cut || IsSteady(counts, plain, cut)) return (false, 0, shifts);
        double[]? activity = context.WeeklyActivity.Standard(series);
        double[] adjusted = activity is null ? plain : [.. plain.Select((e, i) => e * activity[i])];
        double[]? filled = Filled(context, series);
        int explained = 0;
        for (int i = 0; i < cut.Changes.Count; i++)
        {
            int from = i == 0 ? 0 : cut.Changes[i - 1], change = cut.Changes[i], to = i + 1 < cut.Changes.Count ? cut.Changes[i + 1] : counts.Length;
            if (LevelChange.Of(counts, plain, from, change, to, cut.Dispersion) is not { } raw || LevelChange.Of(counts, adjusted, from, change, to, cut.Dispersion) is not { } own) continue;
            if (own.LogRatio / raw.LogRatio < Vanishes || own.P > StaysBelow || IsFilling(context, series, from, change, to, own))
            {
                explained++;
                continue;
            }

            // A field that is filled more or less often than before moves all of its codes.
            if (filled is not null && (LevelChange.Of(counts, filled, from, change, to, cut.Dispersion) is not { } among || among.LogRatio / raw.LogRatio < Vanishes || among.P > StaysBelow))
            {
                explained++;
                continue;
            }

            bool isTestable = change >= context.TestFrom && change <= context.TestTo && (raw.LogRatio > 0 || context.Shares.HasDates || change < context.WeekCount - ReportedShares.WeeksWithoutFalls);
            double p = Math.Min(1, counts.Length * Math.Max(raw.P, own.P));
            if (!isTestable || p > KeptUpTo || Math.Abs(own.LogRatio) < LeastLogRatio || Math.Abs(own.After - own.Expected) < LeastExcess) continue;
            shifts.Add(Candidate(context, series, change, to, own, p, activity is not null));
        }

        return (shifts.Count > 0, explained, shifts);
    }

    // The cases of the goods in which the crossed field is known, smoothed; null where the field is the reporter or there is none.
    private static double[]? Filled(ChangeContext context, CountSeries series)
    {
        if (series.Dimension is null or "reporting_country" || context.Weekly.Known(series.Base, series.Dimension) is not { } known) return null;
        var filled = new double[known.Length];
        for (int i = 0; i < filled.Length; i++)
        {
            int first = Math.Max(0, i - HalfWeeks), last = Math.Min(filled.Length - 1, i + HalfWeeks);
            double sum = 0.5;
            for (int j = first; j <= last; j++) sum += known[j];
            filled[i] = sum / (last - first + 1);
        }

        return filled;
    }

    // A reporter that begins or ceases to state the field that the goods are crossed with changes the count, not the traffic.
    private static bool IsFilling(ChangeContext context, CountSeries series, int from, int change, int to, LevelChange own)
    {
        if (series.Dimension is null || !context.Filling.TryGetValue(series.Dimension, out FieldFilling? filling)) return false;
        double factor = filling.Change(series.Reporters, (MonthOf(from), MonthOf(change - 1)), (MonthOf(change), MonthOf(to - 1)));
        double share = Math.Log(factor) / own.LogRatio;
        return share > 1 - Vanishes || (share > 0 && Math.Abs(Math.Log(factor)) > NotComparable);

        int MonthOf(int week) => Months.Of(context.StartOf(week));
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
                if (j != i && counts[j] > highest) highest = counts[j];
            }

            level[i] = counts[i] > Math.Max(2 * highest, highest + 3) ? highest : counts[i];
        }

        return level;
    }

    private static ChangeCandidate Candidate(ChangeContext context, CountSeries series, int change, int to, LevelChange own, double p, bool isAdjusted)
    {
        CountDistribution law = CountDistribution.WithDispersion(Math.Max(own.Expected, 1e-6), own.Dispersion);
        RateRatio ratio = own.Ratio();
        return new ChangeCandidate
        {
            Kind = Kind,
            Series = series,
            Period = new Period(context.StartOf(change), context.EndOf(to - 1)),
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
        double[] ones = [.. present.Select(_ => 1.0)], time = [.. present.Select(i => i / 52.0)], offset = [.. present.Select(i => Math.Log(exposure[i]))];
        double[] y = [.. present.Select(i => counts[i])];
        if (GeneralizedLinearModel.Fit([ones, time], y, GlmFamily.Poisson, offset) is not { } fit) return false;
        double cost = 0;
        for (int i = 0; i < y.Length; i++) cost -= y[i] > 0 ? 2 * y[i] * (Math.Log(fit.Mean[i]) - offset[i]) / cut.Dispersion : 0;

        // A step costs its week and its level; a slope costs half as much.
        return cost + (cut.Penalty / 2) <= cut.Objective;
    }
}
