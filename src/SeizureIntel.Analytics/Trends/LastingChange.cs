using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Whether a week is high only because a lasting change, told elsewhere, goes on.</summary>
internal static class LastingChange
{
    private const double LongestPastYears = 2.5;
    private const double LeastRatioBeyond = 1.5;

    /// <summary>True where, without the cases that a shift, a trend or a reporter's change accounts for, the window lies within its bounds.</summary>
    public static bool Explains(ChangeCandidate week, IReadOnlyList<ChangeCandidate> lasting, ChangeContext context, WindowRecords records)
    {
        IReadOnlyList<int>? rows = null;
        foreach (ChangeCandidate change in lasting)
        {
            // A spike that starts a shift is the shift; one that came before it is not.
            if (change.Excess <= 0 || week.Period.To < change.Period.From || week.Period.From > change.Period.To) continue;
            rows ??= records.Of(week.Series, week.Period, isMonthly: false);
            int shared = rows.Where(r => records.Matches(change.Series, r)).Select(r => context.Scoped.Frame.Cases[r]).Distinct().Count();
            double ratio = change.Kind == TrendScan.Kind ? Math.Exp(Math.Log(1 + (change.Effect.Value / 100)) * PastYears(week, change)) : change.Effect.Value;
            if (week.Count - (shared * (1 - (1 / ratio))) <= week.Expected.High) return true;
        }

        return false;
    }

    /// <summary>True where a steady rise or fall of the goods, told elsewhere, would have made as large a step.</summary>
    public static bool Explains(ChangeCandidate shift, IReadOnlyList<ChangeCandidate> trends, CodeListSet lists)
    {
        foreach (ChangeCandidate trend in trends)
        {
            if (!CandidateChoice.Contains(trend.Series, shift.Series, lists) && trend.Series.Id != shift.Series.Id) continue;
            double logSlope = Math.Log(1 + (trend.Effect.Value / 100)), years = (trend.Period.To.DayNumber - trend.Period.From.DayNumber) / 2.0 / 365.25;
            double made = logSlope * years, least = Math.Log(logSlope > 0 ? shift.Effect.Low!.Value : shift.Effect.High!.Value);
            if (Math.Sign(Math.Log(shift.Effect.Value)) == Math.Sign(logSlope) && Math.Abs(least) - Math.Abs(made) <= Math.Log(LeastRatioBeyond)) return true;
        }

        return false;
    }

    // A steady rise stands so far above the middle of the past that it was compared with.
    private static double PastYears(ChangeCandidate week, ChangeCandidate trend) =>
        Math.Min(LongestPastYears, (week.Period.To.DayNumber - trend.Period.From.DayNumber) / 2.0 / 365.25);
}
