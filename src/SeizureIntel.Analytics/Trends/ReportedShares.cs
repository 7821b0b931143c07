using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Statistics.Nowcasting;

namespace SeizureIntel.Analytics.Trends;

/// <summary>What share of each week's cases is reported by now; the newest weeks are not complete.</summary>
internal sealed class ReportedShares
{
    /// <summary>Newest weeks in which no fall is looked for where report dates are missing.</summary>
    public const int WeeksWithoutFalls = 8;

    private const double DatesNeeded = 0.5;
    private const double DelayCovered = 0.99;
    private const int LongestDelay = 26;
    private const int PastWeeks = 52;
    private const double Complete = 0.98;

    private ReportedShares(bool hasDates, double[] shares)
    {
        HasDates = hasDates;
        Shares = shares;
    }

    /// <summary>Whether most seizures have a report date.</summary>
    public bool HasDates { get; }

    /// <summary>Expected share reported, one a week, oldest first; 1 where the week is complete or nothing is known.</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <summary>Newest weeks that are corrected for delay.</summary>
    public int Corrected => Shares.Count(s => s < 1);

    /// <summary>Estimates the delays of a frame's newest year.</summary>
    public static ReportedShares Of(SeizureFrame frame, int firstWeek, int lastWeek)
    {
        var shares = new double[lastWeek - firstWeek + 1];
        Array.Fill(shares, 1);
        double[] reported = frame.Numbers("reported_date");
        var delays = new List<int>();
        int newest = lastWeek,
            since = lastWeek - PastWeeks - LongestDelay,
            recent = 0;
        for (int row = 0; row < frame.Count; row++)
        {
            int week = Weeks.OfDay(frame.Days[row]);
            if (week < since || week > lastWeek)
                continue;
            recent++;
            if (double.IsNaN(reported[row]))
                continue;
            delays.Add(Math.Max(0, Weeks.OfDay((int)reported[row]) - week));
            newest = Math.Max(newest, Weeks.OfDay((int)reported[row]));
        }

        if (delays.Count == 0 || delays.Count < DatesNeeded * recent)
            return new ReportedShares(false, shares);
        delays.Sort();
        int longest = Math.Min(LongestDelay, delays[(int)Math.Min(delays.Count - 1, DelayCovered * delays.Count)]);

        // Long after the last seizure there is nothing left to wait for.
        if (newest - lastWeek > longest)
            return new ReportedShares(true, shares);
        int first = Math.Max(firstWeek, newest - PastWeeks - longest);
        double[][] triangle =
        [
            .. Enumerable
                .Range(first, newest - first + 1)
                .Select(w => Enumerable.Range(0, longest + 1).Select(d => w + d > newest ? double.NaN : 0.0).ToArray()),
        ];
        for (int row = 0; row < frame.Count; row++)
        {
            int week = Weeks.OfDay(frame.Days[row]);
            if (double.IsNaN(reported[row]) || week < first || week > lastWeek)
                continue;
            int delay = Math.Min(longest, Math.Max(0, Weeks.OfDay((int)reported[row]) - week));
            if (week + delay <= newest)
                triangle[week - first][delay]++;
        }

        if (Nowcast.Delays(triangle).Value is not { } estimate)
            return new ReportedShares(true, shares);
        for (int i = 0; i < triangle.Length && first + i <= lastWeek; i++)
        {
            if (estimate.ReportedShares[i] < Complete)
                shares[first + i - firstWeek] = Math.Max(1e-3, estimate.ReportedShares[i]);
        }

        return new ReportedShares(true, shares);
    }
}
