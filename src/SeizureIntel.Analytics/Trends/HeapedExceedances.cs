using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Tests series whose dates are month, quarter or year totals by that period: a week says nothing of them.</summary>
internal sealed class HeapedExceedances(
    ChangeContext context,
    WindowRecords records,
    IReadOnlyDictionary<string, (GammaRatePrior Prior, double Dispersion)> siblings
)
{
    private const double KeptUpTo = 0.005;
    private const double BandLevel = 0.99;
    private const double IntervalLevel = 0.95;
    private const double LeastShareReported = 0.2;
    private const double FewestPastWeeks = 26;
    private const int PastMonths = 60;
    private const int GapMonths = 3;

    /// <summary>The unusual periods of a series, with the last week of each.</summary>
    /// <param name="series">The series.</param>
    /// <param name="months">Months of the period, 1, 3 or 12.</param>
    public List<(int Week, ChangeCandidate Candidate)> Test(CountSeries series, int months)
    {
        var found = new List<(int, ChangeCandidate)>();
        int first = (context.FirstMonth + months - 1) / months,
            last = ((context.FirstMonth + context.MonthlyActivity.Periods) / months) - 1;
        if (last <= first)
            return found;
        double[] counts = Counts(series, months, first, last),
            season = context.Seasons.Of(series);
        double[] plain = Exposure(season, months, first, last);
        double[]? adjusted = context.WeeklyActivity.Standard(series) is { } activity
            ? Exposure([.. season.Select((s, i) => s * activity[i])], months, first, last)
            : null;
        for (int period = 1; period < counts.Length; period++)
        {
            DateOnly from = Months.Start((first + period) * months),
                to = Months.End(((first + period + 1) * months) - 1);
            if (to < context.StartOf(context.TestFrom) || to > context.EndOf(context.TestTo).AddDays(6))
                continue;
            ChangeCandidate? candidate = Test(series, counts, plain, period, months, (from, to));
            if (candidate is not null && adjusted is not null)
                candidate = ExceedanceScan.Weaker(candidate, Test(series, counts, adjusted, period, months, (from, to)));
            if (candidate is not null)
                found.Add((Weeks.Of(to) - context.FirstWeek, candidate));
        }

        return found;
    }

    private ChangeCandidate? Test(
        CountSeries series,
        double[] counts,
        double[] exposure,
        int period,
        int months,
        (DateOnly From, DateOnly To) window
    )
    {
        (GammaRatePrior prior, double dispersion) = siblings[series.Dimension ?? ""];
        int gap = Math.Max(0, (GapMonths / months) - 1),
            begin = Math.Max(0, period - gap - (PastMonths / months));
        double past = 0,
            pastExposure = 0;
        for (int i = begin; i < period - gap; i++)
            (past, pastExposure) = (past + counts[i], pastExposure + exposure[i]);
        if (pastExposure < FewestPastWeeks || !(exposure[period] > 0))
            return null;

        // The period's own dispersion, where the series shows more of it than its siblings.
        double rate = past / pastExposure,
            squares = 0;
        int degrees = -1;
        for (int i = begin; i < period - gap; i++)
        {
            double expected = rate * exposure[i];
            if (expected <= 0)
                continue;
            squares += (counts[i] - expected) * (counts[i] - expected) / expected;
            degrees++;
        }

        if (degrees > 0)
            dispersion = Math.Max(dispersion, squares / degrees);
        CountDistribution law = RatePrediction.Of(prior, past, pastExposure, exposure[period], dispersion).Law;
        double p = law.MidUpperTail(counts[period]);
        bool isSparse = law.Mean < exposure[period];
        if (p > KeptUpTo || !SignalGates.IsLargeEnough(counts[period], law.Mean, isSparse))
            return null;
        RateRatio ratio = RateComparison.Ratio(prior, past, counts[period], pastExposure, exposure[period], IntervalLevel);
        string name = NameOf(months);
        return new ChangeCandidate
        {
            Kind = ExceedanceScan.Kind,
            Series = series,
            Period = new Period(window.From, window.To, name),
            Expected = new Baseline(law.Mean, law.Quantile((1 - BandLevel) / 2), law.Quantile((1 + BandLevel) / 2), BandLevel),
            Count = counts[period],
            Effect = new Effect("rate_ratio", ratio.Median, ratio.Low, ratio.High, ratio.Level),
            P = p,
            Rank = SignalGates.Rank(p, ratio.Median),
            Method = "gamma-poisson-periods",
            Caveats =
            [
                $"{Phrase.Join(", ", [.. Heaping(series).Select(Named)])}: the cases of a {name} stand on one day; tested by the {name}, not by the week",
            ],
        };
    }

    private IEnumerable<string> Heaping(CountSeries series) =>
        series.Reporters.Select(r => r.Reporter).Where(context.Heaped.Reporters.ContainsKey).Order(StringComparer.Ordinal);

    private static Phrase Named(string reporter) => $"{new NamedCode("reporting_country", reporter, reporter)}";

    private static string NameOf(int months) =>
        months switch
        {
            1 => "month",
            3 => "quarter",
            _ => "year",
        };

    // Distinct cases a period, by the dates as they stand: these lie on days of the period.
    private double[] Counts(CountSeries series, int months, int first, int last)
    {
        var counts = new double[last - first + 1];
        var seen = new HashSet<int>();
        var whole = new Period(Months.Start(first * months), Months.End(((last + 1) * months) - 1));
        SeizureFrame frame = context.Scoped.Frame;
        foreach (int row in records.Of(series, whole, isMonthly: false))
        {
            if (seen.Add(frame.Cases[row]))
                counts[(Months.Of(DateOnly.FromDayNumber(frame.Days[row])) / months) - first]++;
        }

        return counts;
    }

    // In weeks, as the prior is; a week in which the reporter was not heard of adds nothing.
    private double[] Exposure(double[] weekly, int months, int first, int last)
    {
        var exposure = new double[last - first + 1];
        for (int period = 0; period < exposure.Length; period++)
        {
            int end = Months.Start((first + period + 1) * months).DayNumber;
            for (int day = Months.Start((first + period) * months).DayNumber; day < end; day++)
            {
                int week = Math.Clamp(Weeks.OfDay(day) - context.FirstWeek, 0, weekly.Length - 1);
                double share = context.Shares.Shares[week];
                if (!double.IsNaN(weekly[week]) && share >= LeastShareReported)
                    exposure[period] += weekly[week] * share / 7;
            }
        }

        return exposure;
    }
}
