using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Tells a high window that only a reporter's larger reporting makes: the artefact's echo in whatever that reporter feeds.</summary>
/// <remarks>
/// The excess is attributed to reporters. Where it vanishes without those whose whole reporting had grown by then, and what these sent in the window is
/// no more than they send of the series in the weeks around it, given their other goods, nothing is new beside the artefact.
/// </remarks>
internal sealed class ReporterEcho(ChangeContext context, WindowRecords records, IReadOnlyList<ChangeCandidate> artefacts)
{
    private const int DaysBefore = 28;
    private const int WeeksAround = 52;
    private const int FewestWeeksAround = 8;
    private const int WeeksOfReporting = 4;
    private const double LeastGrowth = 1.5;
    private const double NewsBelow = 1e-4;

    /// <summary>True where a high window is the echo of a reporter's artefact.</summary>
    public bool Explains(ChangeCandidate window)
    {
        if (window.Excess <= 0)
            return false;
        ChangeCandidate[] grown = [.. artefacts.Where(a => IsGrown(a, window.Period))];
        if (grown.Length == 0)
            return false;
        IReadOnlyList<int> rows = records.Of(window.Series, window.Period, isMonthly: false);
        HashSet<string> who = [.. grown.Select(a => a.Series.Reporter!)];
        int theirs = Cases(rows.Where(r => who.Contains(records.ReporterOf(r))));
        return theirs > 0
            && Cases(rows) - theirs <= window.Expected.High
            && grown.DistinctBy(a => a.Series.Reporter).All(a => !StandsOut(window, a));
    }

    /// <summary>Whether a high window stands out from the weeks around it since a change of reporting: then the change does not explain it.</summary>
    /// <param name="window">The window.</param>
    /// <param name="change">A reporter's artefact, which is asked of that reporter, or a change of level that reporting explains.</param>
    public bool StandsOut(ChangeCandidate window, ChangeCandidate change)
    {
        string? reporter = change.Kind == ArtefactScan.Kind ? change.Series.Reporter : null;
        double[]? exposures = reporter is null
            ? context.WeeklyActivity.Standard(window.Series)
            : context.WeeklyActivity.Others(reporter, window.Series.Base);
        (int from, int to) = (Math.Max(0, WeekOf(window.Period.From)), Math.Min(context.WeekCount - 1, WeekOf(window.Period.To)));
        int first = Math.Max(0, Math.Max(WeekOf(change.Period.From), from - WeeksAround)),
            last = Math.Min(context.WeekCount - 1, to + WeeksAround);
        first = Math.Min(first, from);

        // A level ends where the next begins; what a reporter sends of its other goods says what a later level of it is.
        if (reporter is null)
            last = Math.Max(to, Math.Min(last, WeekOf(change.Period.To)));
        int[] sent = Sent(reporter, window.Series, first, last);
        double around = 0,
            exposed = 0,
            count = 0,
            exposure = 0;
        int weeks = 0;
        for (int week = first; week <= last; week++)
        {
            if (week >= from && week <= to)
                (count, exposure) = (count + sent[week - first], exposure + Of(week));
            else
                (around, exposed, weeks) = (around + sent[week - first], exposed + Of(week), weeks + 1);
        }

        // Where the growth has only begun there is nothing that the window could stand out from.
        if (weeks < FewestWeeksAround)
            return false;
        double rate = (around + 0.5) / exposed,
            squares = 0;
        for (int week = first; week <= last; week++)
        {
            double expected = rate * Of(week);
            if (week < from || week > to)
                squares += (sent[week - first] - expected) * (sent[week - first] - expected) / Math.Max(1e-6, expected);
        }

        double mean = rate * exposure,
            dispersion = Math.Max(1, squares / (weeks - 1));
        var law = CountDistribution.WithVariance(mean, (dispersion * mean) + (mean * mean / (around + 0.5)));
        return SignalGates.IsLargeEnough(count, mean, isSparse: true) && law.MidUpperTail(count) < NewsBelow;

        double Of(int week) => exposures is null || double.IsNaN(exposures[week]) ? 1 : exposures[week];
    }

    // What a reporter began to send stays new for tests that look back years, long after its level changed again: as long as it sends more than before.
    private bool IsGrown(ChangeCandidate artefact, Period window)
    {
        if (artefact.Excess <= 0 || artefact.Past is not { } past || window.To.DayNumber < artefact.Period.From.DayNumber - DaysBefore)
            return false;
        IReadOnlyList<int> total = context.WeeklyActivity.Total(artefact.Series.Reporter!);
        (int first, int last) = (WeekOf(window.From) - WeeksOfReporting, WeekOf(window.To) + WeeksOfReporting);
        return Mean(total, first, last) >= LeastGrowth * Mean(total, WeekOf(past.From), WeekOf(past.To));
    }

    // Cases a week of a series; those of one reporter where one is named.
    private int[] Sent(string? reporter, CountSeries series, int first, int last)
    {
        var sent = new int[last - first + 1];
        var seen = new HashSet<int>();
        SeizureFrame frame = context.Scoped.Frame;
        foreach (int row in records.Of(series, new Period(context.StartOf(first), context.EndOf(last)), isMonthly: false))
        {
            if ((reporter is null || records.ReporterOf(row) == reporter) && seen.Add(frame.Cases[row]))
                sent[Weeks.OfDay(frame.Days[row]) - context.FirstWeek - first]++;
        }

        return sent;
    }

    private int Cases(IEnumerable<int> rows) => rows.Select(r => context.Scoped.Frame.Cases[r]).Distinct().Count();

    private int WeekOf(DateOnly day) => Weeks.Of(day) - context.FirstWeek;

    private static double Mean(IReadOnlyList<int> counts, int first, int last)
    {
        (first, last) = (Math.Max(0, first), Math.Min(counts.Count - 1, last));
        double sum = 0;
        for (int i = first; i <= last; i++)
            sum += counts[i];
        return sum / Math.Max(1, last - first + 1);
    }
}
