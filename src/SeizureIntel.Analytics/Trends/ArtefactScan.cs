using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Analytics.Statistics.Trends;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Finds reporters all of whose goods changed alike: a change of who reports, not of what is seized.</summary>
internal static class ArtefactScan
{
    /// <summary>Kind of its findings.</summary>
    public const string Kind = "reporter_artefact";

    private const int FewestWeeks = 52;
    private const int FewestCases = 30;
    private const int FewestGoods = 3;
    private const double LeastShareAlike = 0.6;
    private const double DifferentBelow = 0.05;
    private const double CertainAt = 0.05;
    private const double Half = 0.5;
    private const double Third = 1.0 / 3;
    private const double BandLevel = 0.99;

    private static readonly double LeastLogRatio = Math.Log(1.5);
    private static readonly double LargeLogRatio = Math.Log(2.5);

    /// <summary>One candidate a reporter and change.</summary>
    public static IReadOnlyList<ChangeCandidate> Run(ChangeContext context)
    {
        ReporterActivity activity = context.WeeklyActivity;
        if (context.WeekCount < FewestWeeks)
            return [];
        var all = new double[context.WeekCount];
        foreach (string reporter in activity.Reporters)
        {
            IReadOnlyList<int> total = activity.Total(reporter);
            for (int i = 0; i < all.Length; i++)
                all[i] += total[i];
        }

        double[] season = SeasonalIndex.Of(all, 52) ?? [.. all.Select(_ => 1.0)];
        double[] exposure = [.. season.Select((s, i) => s * context.Shares.Shares[i])];
        var found = activity.Reporters.SelectMany(r => Of(context, r, exposure)).ToList();
        IReadOnlyList<double> q = FalseDiscovery.BenjaminiHochberg(
            [.. found.Select(c => c.P)],
            Math.Max(found.Count, activity.Reporters.Count)
        );
        return [.. found.Select((c, i) => c with { Q = q[i] })];
    }

    private static IEnumerable<ChangeCandidate> Of(ChangeContext context, string reporter, double[] exposure)
    {
        IReadOnlyList<int> total = context.WeeklyActivity.Total(reporter);
        if (total.Sum() < FewestCases)
            yield break;
        var series = new CountSeries([("reporting_country", reporter)], null, [.. total], [(reporter, total.Sum())]);
        double[] counts = ShiftScan.WithoutSpikes(context.WeeklyActivity.Counts(series));
        if (ChangePoints.Find(counts, exposure).Value is not { } cut)
            yield break;
        foreach (LevelStep step in LevelStep.Of(counts, exposure, cut.Changes, cut.Dispersion))
        {
            bool mayBeLate = !context.Shares.HasDates && step.Change >= context.WeekCount - ReportedShares.WeeksWithoutFalls;
            if (
                step.Change < context.TestFrom
                || step.Change > context.TestTo
                || LevelChange.Of(counts, exposure, step.Sides, cut.Dispersion) is not { } whole
            )
                continue;
            if (Math.Abs(whole.LogRatio) < LeastLogRatio || (mayBeLate && whole.LogRatio < 0))
                continue;
            (int goods, int alike, double share) = Alike(context, reporter, counts, exposure, step.Sides, whole);
            if (goods < FewestGoods || share < LeastShareAlike)
                continue;
            double p = Math.Min(1, counts.Length * whole.P);
            RateRatio ratio = whole.Ratio();
            CountDistribution law = CountDistribution.WithDispersion(whole.Expected, whole.Dispersion);
            yield return new ChangeCandidate
            {
                Kind = Kind,
                Series = series,
                Period = new Period(context.StartOf(step.Change), context.EndOf(step.To - 1)),
                Past = new Period(context.StartOf(step.From), context.EndOf(step.Change - 1)),
                Expected = new Baseline(whole.Expected, law.Quantile((1 - BandLevel) / 2), law.Quantile((1 + BandLevel) / 2), BandLevel),
                Count = whole.After,
                Effect = new Effect("rate_ratio", ratio.Median, ratio.Low, ratio.High, ratio.Level),
                P = p,
                Rank = SignalGates.Rank(p, Math.Exp(Math.Abs(Math.Log(ratio.Median)))),
                Method = "leave-one-commodity-out",
                Caveats =
                [
                    .. step.IsEpisode ? [ShiftScan.EpisodeCaveat(context, step)] : Array.Empty<Phrase>(),
                    $"{alike} of {goods} kinds of goods of this reporter changed alike ({share:0%} of its cases): a change of reporting, not of one trade",
                ],
            };
        }
    }

    // How far a trade may be from the others, as a share of the whole change: half of a small change is so little that a trade of its own would pass.
    private static double Alikeness(LevelChange whole) => Math.Abs(whole.LogRatio) >= LargeLogRatio ? Half : Third;

    // Goods whose own change is that of the reporter's other goods: with those as the exposure nothing is left of it.
    private static (int Goods, int Alike, double Share) Alike(
        ChangeContext context,
        string reporter,
        double[] counts,
        double[] exposure,
        sbyte[] sides,
        LevelChange whole
    )
    {
        CountSeries[] kinds = [.. context.WeeklyActivity.GoodsOf(reporter).Where(s => s.Product is null)];
        if (kinds.Length < FewestGoods)
            kinds = [.. context.WeeklyActivity.GoodsOf(reporter).Where(s => s.Product is not null)];
        double weight = 0,
            weightAlike = 0,
            largest = 0;
        int goods = 0,
            alike = 0;
        bool isWithoutLargest = false;
        foreach (CountSeries kind in kinds)
        {
            double[] own = [.. counts.Select((n, i) => double.IsNaN(n) ? double.NaN : kind.Counts[i])];
            double[] others = [.. counts.Select((n, i) => double.IsNaN(n) ? double.NaN : n - kind.Counts[i])];
            if (
                LevelChange.Of(own, exposure, sides, whole.Dispersion) is not { } of
                || LevelChange.Of(others, exposure, sides, whole.Dispersion) is not { } rest
            )
                continue;
            if (Math.Max(of.Expected, of.After) < 5)
                continue;
            var against = new LevelChange
            {
                Before = of.Before,
                After = of.After,
                ExposureBefore = rest.Before + 0.5,
                ExposureAfter = rest.After + 0.5,
                Dispersion = whole.Dispersion,
            };
            double size = Math.Max(of.Expected, of.After);

            // What one large trade did says nothing of the reporter: the others must have changed by themselves.
            if (size > largest)
                (largest, isWithoutLargest) = (size, rest.P <= CertainAt);
            goods++;
            weight += size;
            bool isAlike =
                of.LogRatio / whole.LogRatio > Half
                && rest.LogRatio / whole.LogRatio > Half
                && (against.P > DifferentBelow || Math.Abs(against.LogRatio) < Alikeness(whole) * Math.Abs(whole.LogRatio));
            if (!isAlike)
                continue;
            alike++;
            weightAlike += size;
        }

        return (goods, alike, isWithoutLargest ? weightAlike / weight : 0);
    }
}
