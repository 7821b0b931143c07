using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Analytics.Statistics.Trends;
using SeizureIntel.Loops;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Tests goods, over all reporters and by reporter, for a steady rise or fall by the month.</summary>
internal static class TrendScan
{
    /// <summary>Kind of its findings.</summary>
    public const string Kind = "trend";

    /// <summary>Months a year.</summary>
    public const int MonthsPerYear = 12;

    private const int FewestMonths = 36;
    private const int FewestCases = 36;
    private const int MostReporters = 25;
    private const double LeastPresence = 0.6;
    private const double LeastPercent = 10;
    private const double Level = 0.95;
    private const double Z95 = 1.959963984540054;
    private const double KeptUpTo = 0.1;
    private const double ExposureScale = 100;

    /// <summary>The trends, judged as one family.</summary>
    /// <param name="context">The series.</param>
    /// <param name="isStepped">True for a series that a step describes better.</param>
    /// <param name="cancellationToken">Stops the tests.</param>
    public static IReadOnlyList<ChangeCandidate> Run(
        ChangeContext context,
        Func<string, bool> isStepped,
        CancellationToken cancellationToken
    )
    {
        // Without report dates the newest two months may be incomplete and would look like a fall.
        int months = context.MonthlyActivity.Periods - (context.Shares.HasDates ? 0 : 2);
        if (months < FewestMonths)
            return [];
        CountSeries[] series = [.. context.Monthly.Series.Where(s => s.Total >= FewestCases && !isStepped(s.Id))];
        var found = new ChangeCandidate?[series.Length];
        Parallel.For(0, series.Length, SideBySide.Here(cancellationToken), i => found[i] = Test(context, series[i], months));
        ChangeCandidate[] all = [.. found.OfType<ChangeCandidate>()];
        IReadOnlyList<double> q = FalseDiscovery.BenjaminiHochberg(
            [.. all.Select(c => c.P)],
            (int)Math.Min(int.MaxValue, Math.Max(context.Monthly.Possible, all.Length))
        );
        return [.. all.Select((c, i) => c with { Q = q[i] })];
    }

    private static ChangeCandidate? Test(ChangeContext context, CountSeries series, int months)
    {
        List<PanelObservation> panel = Panel(context, series, months, out bool isAdjusted);
        if (panel.Count == 0 || PanelRegression.Trend(panel, isAdjusted).Value is not { } trend || trend.PValue > KeptUpTo)
            return null;
        double[]? standard = context.MonthlyActivity.Standard(series);
        double[] counts = context.MonthlyActivity.Counts(series);
        double[] rates = [.. counts.Take(months).Select((n, i) => standard is null ? n : n / standard[i])];
        if (MannKendall.SeasonalTest(rates, MonthsPerYear).Value is not { } rank || Math.Sign(rank.Score) != Math.Sign(trend.Slope))
            return null;

        // What the adjustment alone makes is as likely a change of the other goods.
        if (PanelRegression.Trend(panel, isAdjusted: false).Value is not { } raw || raw.PValue > KeptUpTo || raw.Slope / trend.Slope < 0.5)
            return null;
        double p = Math.Max(trend.PValue, rank.PValue);
        double low = trend.Slope - (Z95 * trend.Error),
            high = trend.Slope + (Z95 * trend.Error);
        if (p > KeptUpTo || Math.Abs(Percent(trend.Slope)) < LeastPercent || low * high <= 0)
            return null;
        double count = counts.Take(months).Where(n => !double.IsNaN(n)).Sum();
        double[] flat = [.. new[] { low, trend.Slope, high }.Select(s => Flat(counts, months, s)).Order()];
        var caveats = new List<Phrase>
        {
            isAdjusted
                ? "adjusted for reporting: each reporter's other goods are the exposure"
                : "not adjusted for reporting: the reporters' other goods are too few",
        };
        if (isAdjusted && PanelRegression.Sensitivity(panel).Value is { } range)
        {
            caveats.Add($"leaving one reporter out: {Percent(range[0].Slope):0} to {Percent(range[1].Slope):0} % a year");
        }

        return new ChangeCandidate
        {
            Kind = Kind,
            Series = series,
            Period = new Period(Months.Start(context.FirstMonth), Months.End(context.FirstMonth + months - 1)),
            Expected = new Baseline(flat[1], flat[0], flat[2], Level),
            Count = count,
            Effect = new Effect("percent_per_year", Percent(trend.Slope), Percent(low), Percent(high), Level),
            P = p,
            Rank = SignalGates.Rank(p, Math.Exp(Math.Abs(trend.Slope) * MonthsPerYear)),
            Method = "panel-quasi-poisson+seasonal-mann-kendall",
            Caveats = caveats,
        };
    }

    /// <summary>Change a year in per cent of a slope a month on the log scale.</summary>
    private static double Percent(double slope) => 100 * (Math.Exp(MonthsPerYear * slope) - 1);

    // Cases had the rate stayed where it was in the first month.
    private static double Flat(double[] counts, int months, double slope)
    {
        double sum = 0;
        for (int i = 0; i < months; i++)
            sum += double.IsNaN(counts[i]) ? 0 : counts[i] * Math.Exp(-slope * i);
        return sum;
    }

    private static List<PanelObservation> Panel(ChangeContext context, CountSeries series, int months, out bool isAdjusted)
    {
        ReporterActivity activity = context.MonthlyActivity;
        var panel = new List<PanelObservation>();
        isAdjusted = activity.Standard(series) is not null;
        foreach (
            (string reporter, _) in series
                .Reporters.OrderByDescending(r => r.Cases)
                .ThenBy(r => r.Reporter, StringComparer.Ordinal)
                .Take(MostReporters)
        )
        {
            IReadOnlyList<bool> missing = activity.IsMissing(reporter);
            CountSeries? own = series.Reporter is not null ? series : context.Monthly.Find(series.Id + "|reporting_country=" + reporter);
            double[]? others = isAdjusted ? activity.Others(reporter, series.Base) : null;
            if (own is null || (isAdjusted && others is null) || missing.Take(months).Count(m => !m) < LeastPresence * months)
                continue;
            for (int month = 0; month < months; month++)
            {
                if (!missing[month])
                    panel.Add(
                        new PanelObservation(
                            reporter,
                            month,
                            own.Counts[month],
                            others is null ? ExposureScale : ExposureScale * others[month]
                        )
                    );
            }
        }

        return panel;
    }
}
