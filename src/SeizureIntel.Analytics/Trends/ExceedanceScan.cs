using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Analytics.Statistics.Surveillance;
using SeizureIntel.Loops;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Tests every complete week of every series for more cases than its past lets expect.</summary>
internal sealed class ExceedanceScan
{
    /// <summary>Kind of its findings.</summary>
    public const string Kind = "exceedance";

    // Weeks less unusual than this stay among the hypotheses and are not kept: no family would flag them.
    private const double KeptUpTo = 0.005;
    private const int FewestWeeks = 13;
    private const int PastWeeks = 259;
    private const int QuietWeeks = 8;

    // Half a year before the longest window: with less, the siblings speak and not the series.
    private const int FirstTested = 39;
    private const int YearsForFrequent = 3;
    private const double LeastShareReported = 0.2;
    private const double BandLevel = 0.99;
    private const double IntervalLevel = 0.95;

    private static readonly FarringtonOptions Weekly = new() { ExposureOffset = true };

    private readonly FarringtonOptions[] _optionsOfYears =
    [
        .. Enumerable.Range(0, Weekly.Years + 1).Select(y => Weekly with { Years = y }),
    ];

    private readonly ChangeContext _context;
    private readonly DateOnly[] _dates;
    private readonly FarringtonBaseline?[] _baselines;
    private readonly IReadOnlyDictionary<string, (GammaRatePrior Prior, double Dispersion)> _siblings;

    private ExceedanceScan(ChangeContext context)
    {
        _context = context;
        _dates = [.. Enumerable.Range(0, context.WeekCount).Select(context.StartOf)];
        _baselines = new FarringtonBaseline?[context.WeekCount];
        for (int week = Math.Max(context.TestFrom, YearsForFrequent * 52); week <= context.TestTo; week++)
            _baselines[week] = Baseline(week);
        _siblings = SiblingLaws.Of(context);
    }

    /// <summary>The unusual weeks, judged as one family.</summary>
    public static (IReadOnlyList<ChangeCandidate> Found, long Hypotheses) Run(
        ChangeContext context,
        WindowRecords records,
        CancellationToken cancellationToken
    )
    {
        long weeks = Math.Max(0, context.TestTo - Math.Max(context.TestFrom, FirstTested) + 1);
        long hypotheses = weeks * context.Weekly.Possible;
        if (hypotheses == 0)
            return ([], 0);
        var scan = new ExceedanceScan(context);
        var found = new List<(int Week, ChangeCandidate Candidate)>[context.Weekly.Series.Count];
        int[] heaps = [.. context.Weekly.Series.Select(context.HeapMonths)];
        Parallel.For(0, found.Length, SideBySide.Here(cancellationToken), i =>
            found[i] = heaps[i] > 0 ? [] : scan.Test(context.Weekly.Series[i])
        );
        var heaped = new HeapedExceedances(context, records, scan._siblings);
        for (int i = 0; i < found.Length; i++)
        {
            if (heaps[i] > 0)
                found[i] = heaped.Test(context.Weekly.Series[i], heaps[i]);
        }

        // A signal that lasts is one rejection, not one a week: else it would buy room for chance findings elsewhere.
        ChangeCandidate[] all = [.. found.SelectMany(WithoutRepeats)];
        IReadOnlyList<double> q = FalseDiscovery.BenjaminiHochberg(
            [.. all.Select(context.Weekly.WeightedP)],
            (int)Math.Min(int.MaxValue, Math.Max(hypotheses, all.Length))
        );
        return ([.. all.Select((c, i) => c with { Q = q[i] })], hypotheses);
    }

    // Signals of a series with at most 8 quiet weeks between them are one signal, told once where it is clearest.
    private static IEnumerable<ChangeCandidate> WithoutRepeats(IEnumerable<(int Week, ChangeCandidate Candidate)> weeks)
    {
        int? last = null;
        ChangeCandidate? clearest = null;
        foreach ((int week, ChangeCandidate candidate) in weeks.OrderBy(w => w.Week))
        {
            if (clearest is not null && week - last > QuietWeeks)
            {
                yield return clearest;
                clearest = null;
            }

            if (clearest is null || candidate.P < clearest.P)
                clearest = candidate;
            last = week;
        }

        if (clearest is not null)
            yield return clearest;
    }

    private List<(int Week, ChangeCandidate Candidate)> Test(CountSeries series)
    {
        var found = new List<(int, ChangeCandidate)>();
        double[] counts = _context.WeeklyActivity.Counts(series);
        double[]? activity = _context.WeeklyActivity.Standard(series);
        IReadOnlyList<double> shares = _context.Shares.Shares;
        double[] plain = [.. shares],
            adjusted = activity is null ? plain : [.. activity.Select((a, i) => a * shares[i])];
        double[]? season = null,
            seasonal = null,
            offsets = null,
            plainOffsets = null;
        double past = 0,
            pastWeeks = 0;
        for (int week = 0; week <= _context.TestTo; week++)
        {
            (past, pastWeeks) = Slide(counts, week, past, pastWeeks);
            if (week < FirstTested || week < _context.TestFrom || !(counts[week] > 0) || shares[week] < LeastShareReported)
                continue;
            double recent = Recent(counts, week);
            if (recent < 3)
                continue;
            bool isFrequent = pastWeeks > 0 && past / pastWeeks >= SiblingLaws.FrequentFrom && _baselines[week] is not null;
            ChangeCandidate? candidate;
            if (isFrequent)
            {
                if (recent < Weekly.GateEvents || counts[week] < 0.6 * past / pastWeeks)
                    continue;
                offsets ??= FlexibleFarrington.Offsets(adjusted);
                candidate = Frequent(series, counts, offsets, week);
                if (candidate is not null && activity is not null)
                {
                    plainOffsets ??= FlexibleFarrington.Offsets(plain);
                    candidate = Weaker(candidate, Frequent(series, counts, plainOffsets, week));
                }
            }
            else
            {
                season ??= _context.Seasons.Of(series);
                seasonal ??= Times(adjusted, season);
                if (!MayBeLarge(series, counts, seasonal, week, past, pastWeeks))
                    continue;
                candidate = Sparse(series, counts, seasonal, week);
                if (candidate is not null && activity is not null)
                    candidate = Weaker(candidate, Sparse(series, counts, Times(plain, season), week));
            }

            if (candidate is not null)
                found.Add((week, candidate));
        }

        return found;
    }

    private static (double Events, double Weeks) Slide(double[] counts, int week, double events, double weeks)
    {
        int enters = week - FewestWeeks,
            leaves = week - PastWeeks - 1;
        if (enters >= 0 && !double.IsNaN(counts[enters]))
            (events, weeks) = (events + counts[enters], weeks + 1);
        if (leaves >= 0 && !double.IsNaN(counts[leaves]))
            (events, weeks) = (events - counts[leaves], weeks - 1);
        return (events, weeks);
    }

    private static double Recent(double[] counts, int week)
    {
        double sum = 0;
        for (int i = Math.Max(0, week - 3); i <= week; i++)
            sum += double.IsNaN(counts[i]) ? 0 : counts[i];
        return sum;
    }

    // The gates ask for twice the expectation and three cases more: where no window comes near that, nothing needs testing.
    private bool MayBeLarge(CountSeries series, double[] counts, double[] exposure, int week, double past, double pastWeeks)
    {
        const double margin = 0.4;
        GammaRatePrior prior = _siblings[series.Dimension ?? ""].Prior;
        double rate = (prior.Shape + past) / (prior.Rate + pastWeeks),
            count = 0,
            sum = 0;
        for (int weeks = 1; weeks <= FewestWeeks; weeks++)
        {
            int at = week - weeks + 1;
            if (!double.IsNaN(counts[at]))
                (count, sum) = (count + counts[at], sum + (double.IsNaN(exposure[at]) ? 1 : exposure[at]));
            if (weeks is 1 or 4 or FewestWeeks && SignalGates.IsLargeEnough(count, margin * rate * sum, isSparse: true))
                return true;
        }

        return false;
    }

    private static double[] Times(double[] exposure, double[] season)
    {
        var both = new double[exposure.Length];
        for (int i = 0; i < both.Length; i++)
            both[i] = exposure[i] * season[i];
        return both;
    }

    // Of the tests with and without the reporter's activity the less certain one counts: neither a burst of other goods nor a lull of them makes a signal.
    internal static ChangeCandidate? Weaker(ChangeCandidate one, ChangeCandidate? other) =>
        other is null ? null
        : one.P >= other.P ? one
        : other with { Effect = one.Effect };

    private ChangeCandidate? Frequent(CountSeries series, double[] counts, double[] offsets, int week)
    {
        FarringtonBaseline baseline = _baselines[week]!;
        FarringtonOptions options = _optionsOfYears[baseline.Years];
        FlexibleFarrington.Estimated estimate = FlexibleFarrington.EstimateWith(counts, baseline, options, offsets);
        if (estimate.Reason is not null)
            return null;

        // What is too small to be told needs no p-value, and that is dear.
        double expected = Math.Exp(estimate.Predictor);
        if (
            !SignalGates.IsLargeEnough(counts[week], expected, isSparse: false)
            && !SignalGates.IsLargeEnough(counts[week] + counts[week - 1], 2 * expected, isSparse: false)
        )
            return null;
        PredictiveResult test = PredictiveDetector.Judge(counts, week, options, estimate);
        if (test.PValue > KeptUpTo || !test.IsGateOpen)
            return null;
        bool isOne = test.PValueTwoPeriods is not { } two || test.PValueOnePeriod <= two;
        int weeks = isOne ? 1 : 2;
        double count = isOne ? test.Count : test.CountTwoPeriods!.Value,
            mean = weeks * test.Mean;
        if (!SignalGates.IsLargeEnough(count, mean, isSparse: false))
            return null;
        CountDistribution law = CountDistribution.WithDispersion(mean, test.Dispersion);

        // The baseline's certainty as events seen before: a gamma law with the same relative error.
        double before = 1 / Math.Max(1e-4, test.LogMeanError * test.LogMeanError);
        RateRatio ratio = RateComparison.Ratio(
            new GammaRatePrior(0.5, 0.5 / mean),
            before,
            count / test.Dispersion,
            before / mean,
            1 / test.Dispersion,
            IntervalLevel
        );
        return Candidate(series, week, weeks, count, law, ratio, test.PValue, "noufaily-predictive");
    }

    private ChangeCandidate? Sparse(CountSeries series, double[] counts, double[] exposure, int week)
    {
        (GammaRatePrior prior, double dispersion) = _siblings[series.Dimension ?? ""];
        if (
            SparseDetector.Test(counts, week, prior, dispersion, exposure).Value is not { } test
            || test.PValue > KeptUpTo
            || !test.IsGateOpen
        )
            return null;
        SparseWindow window = test.Windows.MinBy(w => w.MidP)!;
        if (!SignalGates.IsLargeEnough(window.Count, window.Expected, isSparse: true))
            return null;
        double windowExposure = window.Expected * (prior.Rate + test.PastExposure) / (prior.Shape + test.PastCount);
        CountDistribution law = RatePrediction.Of(prior, test.PastCount, test.PastExposure, windowExposure, dispersion).Law;
        RateRatio ratio = RateComparison.Ratio(prior, test.PastCount, window.Count, test.PastExposure, windowExposure, IntervalLevel);
        return Candidate(series, week, window.Weeks, window.Count, law, ratio, test.PValue, "gamma-poisson-windows");
    }

    private ChangeCandidate Candidate(
        CountSeries series,
        int week,
        int weeks,
        double count,
        CountDistribution law,
        RateRatio ratio,
        double p,
        string method
    )
    {
        var caveats = new List<Phrase>();
        if (_context.Shares.Shares[week] < 1)
            caveats.Add($"last {_context.Shares.Corrected} weeks corrected for reporting delay");
        return new ChangeCandidate
        {
            Kind = Kind,
            Series = series,
            Period = new Period(_context.StartOf(Math.Max(0, week - weeks + 1)), _context.EndOf(week), weeks == 1 ? "week" : null),
            Expected = new Baseline(law.Mean, law.Quantile((1 - BandLevel) / 2), law.Quantile((1 + BandLevel) / 2), BandLevel),
            Count = count,
            Effect = new Effect("rate_ratio", ratio.Median, ratio.Low, ratio.High, ratio.Level),
            P = p,
            Rank = SignalGates.Rank(p, ratio.Median),
            Method = method,
            Caveats = caveats,
        };
    }

    private FarringtonBaseline? Baseline(int week)
    {
        for (int years = Math.Min(Weekly.Years, (week - Weekly.HalfWindow) / 52); years >= YearsForFrequent; years--)
        {
            if (FarringtonBaseline.Find(week, Weekly with { Years = years }, _dates) is { } baseline)
                return baseline;
        }

        return null;
    }
}
