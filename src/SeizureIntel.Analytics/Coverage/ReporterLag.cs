using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;

namespace SeizureIntel.Analytics.Coverage;

/// <summary>How many days pass between a reporter's seizures and its reports.</summary>
/// <param name="Reporter">Reporting country.</param>
/// <param name="Seizures">Its seizures within the scope.</param>
/// <param name="Dated">Those with a report date and a seizure date known to the day.</param>
/// <param name="Lags">Days from seizure to report within the scope, ascending.</param>
/// <param name="Recent">Days from seizure to report in the scope's last quarter of a year, ascending.</param>
/// <param name="Earlier">Days from seizure to report before that, history included, ascending.</param>
internal sealed record ReporterLag(string Reporter, int Seizures, int Dated, double[] Lags, double[] Recent, double[] Earlier)
{
    private const int RecentDays = 91;

    /// <summary>The lags of every reporter of a scope, by code.</summary>
    public static IReadOnlyList<ReporterLag> Of(ScopedFrame scoped)
    {
        SeizureFrame frame = scoped.Frame;
        FrameColumn reporter = frame["reporting_country"],
            precision = frame["date_precision"];
        double[] reported = frame.Numbers("reported_date");
        int since = scoped.To.DayNumber - RecentDays + 1,
            from = scoped.From.DayNumber;
        return
        [
            .. Enumerable
                .Range(0, frame.Count)
                .Where(reporter.HasKnown)
                .GroupBy(reporter.FirstCode, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(group =>
                {
                    int[] rows = [.. group],
                        dated = [.. rows.Where(r => !double.IsNaN(reported[r]) && precision.FirstCode(r) == "DAY")];
                    return new ReporterLag(
                        group.Key,
                        rows.Count(r => frame.Days[r] >= from),
                        dated.Count(r => frame.Days[r] >= from),
                        Sorted(dated.Where(r => frame.Days[r] >= from)),
                        Sorted(dated.Where(r => frame.Days[r] >= Math.Max(from, since))),
                        Sorted(dated.Where(r => frame.Days[r] < Math.Max(from, since)))
                    );
                })
                .Where(l => l.Seizures > 0),
        ];

        double[] Sorted(IEnumerable<int> rows) => [.. rows.Select(r => reported[r] - frame.Days[r]).Order()];
    }

    /// <summary>Value at a share of sorted values, the mean of the two middle ones for the median; null without values.</summary>
    public static double? Quantile(double[] sorted, double share)
    {
        if (sorted.Length == 0)
            return null;
        double at = share * (sorted.Length - 1);
        int low = (int)Math.Floor(at),
            high = (int)Math.Ceiling(at);
        return sorted[low] + ((at - low) * (sorted[high] - sorted[low]));
    }
}
