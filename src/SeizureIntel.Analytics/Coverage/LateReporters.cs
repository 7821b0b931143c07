using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Analytics.Coverage;

/// <summary>Reporters whose reports come much later than they used to and than the region's do.</summary>
internal static class LateReporters
{
    private const int FewestDated = 10;
    private const double Times = 2;
    private const double LeastDays = 14;

    /// <summary>One finding a late reporter.</summary>
    public static IEnumerable<Finding> Of(ScopedFrame scoped, IReadOnlyList<ReporterLag> lags)
    {
        foreach (ReporterLag lag in lags)
        {
            if (lag.Recent.Length < FewestDated || lag.Earlier.Length < FewestDated)
                continue;
            double now = ReporterLag.Quantile(lag.Recent, 0.5)!.Value,
                own = ReporterLag.Quantile(lag.Earlier, 0.5)!.Value;

            // The reporter itself is no part of what it is compared with.
            double[] others = [.. lags.Where(l => l.Reporter != lag.Reporter).SelectMany(l => l.Lags).Order()];
            if (ReporterLag.Quantile(others, 0.5) is not { } region)
                continue;
            double usual = Math.Max(own, region);
            if (now < Times * usual || now - usual < LeastDays)
                continue;
            DateOnly from = scoped.To.AddDays(-90) > scoped.From ? scoped.To.AddDays(-90) : scoped.From;
            var period = new Period(from, scoped.To);
            var subject = new Dictionary<string, IReadOnlyList<string>> { ["reporting_country"] = [lag.Reporter] };
            int count = scoped.Frame.Rows(from, scoped.To).Count(r => scoped.Frame["reporting_country"].FirstCode(r) == lag.Reporter);
            yield return new Finding
            {
                Id = FindingId.Of("late_reporter", subject, period),
                Kind = "late_reporter",
                Subject = subject,
                Period = period,
                Figure = new Figure(now, "days"),
                Effect = new Effect("lag_ratio", now / Math.Max(1, usual), null, null, null),
                N = lag.Recent.Length,
                Known = new Known(lag.Recent.Length, count),
                Reporters = 1,
                Method = "median-lag",
                Caveats =
                [
                    $"median of its own earlier reports {own:0.#} days, of the others {region:0.#} days",
                    "cases not yet reported are missing, so the lag is a lower bound",
                ],
                Evidence = scoped.Evidence(count, from, scoped.To, ("reporting_country", lag.Reporter)),
            };
        }
    }

    /// <summary>Days from seizure to report by reporter.</summary>
    public static FigureTable Table(ScopedFrame scoped, IReadOnlyList<ReporterLag> lags) =>
        new()
        {
            Id = "lags",
            Title = "Days from seizure to report",
            Columns =
            [
                new("reporting_country", "Reporting country", CodeField: "reporting_country"),
                new("seizures", "Seizures", "seizures"),
                new("dated", "With a report date", "seizures"),
                new("median_days", "Median", "days"),
                new("ninety_days", "90 % within", "days"),
                new("recent_median_days", "Median of the last quarter", "days"),
            ],
            Rows =
            [
                .. lags.Select(l => new TableRow(
                    [
                        l.Reporter,
                        l.Seizures,
                        l.Dated,
                        ReporterLag.Quantile(l.Lags, 0.5),
                        ReporterLag.Quantile(l.Lags, 0.9),
                        ReporterLag.Quantile(l.Recent, 0.5),
                    ],
                    scoped.Evidence(l.Seizures, scoped.From, scoped.To, ("reporting_country", l.Reporter))
                )),
            ],
            Known = new Known(lags.Sum(l => l.Dated), scoped.Inside.Count),
            Notes = ["From the seizure date to the report date; without a report date there is no lag, and receipt is none."],
        };
}
