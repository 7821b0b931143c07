using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Whether a week is high only because a lasting change, told elsewhere, goes on.</summary>
internal static class LastingChange
{
    private const double LongestPastYears = 2.5;
    private const double LeastRatioBeyond = 1.5;

    /// <summary>Changes dated within two months of each other are taken for one.</summary>
    public const int DaysOfOneChange = 56;

    /// <summary>True where, without the cases that a shift, a trend or a reporter's change accounts for, the window lies within its bounds.</summary>
    public static bool Explains(ChangeCandidate week, IReadOnlyList<ChangeCandidate> lasting, ChangeContext context, WindowRecords records)
    {
        IReadOnlyList<int>? rows = null;
        foreach (ChangeCandidate change in lasting)
        {
            // A spike that starts a shift is the shift; one that came before it is not.
            if (change.Excess <= 0 || week.Period.To < change.Period.From || week.Period.From > change.Period.To)
                continue;
            rows ??= records.Of(week.Series, week.Period, isMonthly: false);
            int shared = rows.Where(r => records.Matches(change.Series, r)).Select(r => context.Scoped.Frame.Cases[r]).Distinct().Count();
            double ratio =
                change.Kind == TrendScan.Kind
                    ? Math.Exp(Math.Log(1 + (change.Effect.Value / 100)) * PastYears(week, change))
                    : change.Effect.Value;
            if (week.Count - (shared * (1 - (1 / ratio))) <= week.Expected.High)
                return true;
        }

        return false;
    }

    /// <summary>True where a steady rise or fall of the goods, told elsewhere, would have made as large a step.</summary>
    public static bool Explains(ChangeCandidate shift, IReadOnlyList<ChangeCandidate> trends, CodeListSet lists)
    {
        foreach (ChangeCandidate trend in trends)
        {
            if (!CandidateChoice.Contains(trend.Series, shift.Series, lists) && trend.Series.Id != shift.Series.Id)
                continue;
            double logSlope = Math.Log(1 + (trend.Effect.Value / 100)),
                years = (trend.Period.To.DayNumber - trend.Period.From.DayNumber) / 2.0 / 365.25;
            double made = logSlope * years,
                least = Math.Log(logSlope > 0 ? shift.Effect.Low!.Value : shift.Effect.High!.Value);
            if (
                Math.Sign(Math.Log(shift.Effect.Value)) == Math.Sign(logSlope)
                && Math.Abs(least) - Math.Abs(made) <= Math.Log(LeastRatioBeyond)
            )
                return true;
        }

        return false;
    }

    /// <summary>True where, without the reporters whose whole reporting changed at that time, too little is left of a change that could not be
    /// adjusted for reporting.</summary>
    public static bool IsReporting(ChangeCandidate shift, IReadOnlyList<ChangeCandidate> artefacts, WindowRecords records)
    {
        if (shift.IsAdjusted || shift.Past is not { } past)
            return false;
        HashSet<string> changed =
        [
            .. artefacts
                .Where(a =>
                    Math.Abs(a.Period.From.DayNumber - shift.Period.From.DayNumber) <= DaysOfOneChange
                    && Math.Sign(a.Excess) == Math.Sign(shift.Excess)
                )
                .Select(a => a.Series.Reporter!),
        ];
        if (changed.Count == 0)
            return false;
        (int before, int beforeRest) = Count(past);
        (int after, int afterRest) = Count(shift.Period);
        double whole = LogRatio(before, after),
            rest = LogRatio(beforeRest, afterRest);
        return (beforeRest == 0 && afterRest == 0) || rest / whole < ShiftScan.Vanishes;

        (int All, int Others) Count(Period period)
        {
            IReadOnlyList<int> rows = records.Of(shift.Series, period, isMonthly: false);
            return (rows.Count, rows.Count(r => !changed.Contains(records.ReporterOf(r))));
        }

        double LogRatio(int then, int now) => Math.Log((now + 0.5) / Weeks.DaysOf(shift.Period) / ((then + 0.5) / Weeks.DaysOf(past)));
    }

    // A steady rise stands so far above the middle of the past that it was compared with.
    private static double PastYears(ChangeCandidate week, ChangeCandidate trend) =>
        Math.Min(LongestPastYears, (week.Period.To.DayNumber - trend.Period.From.DayNumber) / 2.0 / 365.25);
}
