using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;

namespace SeizureIntel.Analytics.Routes;

/// <summary>The equally long windows in which a scope's history is counted, and those of them that are tested.</summary>
internal sealed class WindowPlan
{
    /// <summary>Weeks of a window.</summary>
    public const double Weeks = 13;

    /// <summary>Most windows of the past that a window is compared with.</summary>
    public const int MostBefore = 8;

    /// <summary>Fewest of them: without a year nothing is known of the season.</summary>
    public const int FewestBefore = 4;

    private const int WindowDays = 91;

    // A window whose first or last week holds nothing yet is still whole.
    private const int Tolerance = 7;
    private const int NewestDays = 56;

    private readonly int _base;
    private readonly bool _isCalendar;
    private readonly DateOnly _last;

    private WindowPlan(SeizureFrame frame, int firstWindow, int lastWindow, bool isCalendar, int baseDay, DateOnly last, DateOnly from)
    {
        _base = isCalendar ? firstWindow : baseDay;
        _isCalendar = isCalendar;
        _last = last;
        Count = Math.Max(0, lastWindow - firstWindow + 1);
        FrameColumn precision = frame["date_precision"];
        int year = precision.NumberOf("YEAR");
        OfRow = new int[frame.Count];
        int[]? months = isCalendar ? Months.OfDays(frame.Days) : null;
        for (int row = 0; row < OfRow.Length; row++)
        {
            if (year >= 0 && precision.First(row) == year)
            {
                HasYearsOnly = true;
                OfRow[row] = -1;
                continue;
            }

            int window = months is not null
                ? Months.Quarter(months[row]) - firstWindow
                : (int)Math.Floor((frame.Days[row] - baseDay) / (double)WindowDays);
            OfRow[row] = window >= 0 && window < Count ? window : -1;
        }

        Tested = [.. Enumerable.Range(0, Count).Where(w => w >= FewestBefore && End(w) >= from && (isCalendar || w == Count - 1))];
    }

    /// <summary>Number of windows.</summary>
    public int Count { get; }

    /// <summary>Window of each row; −1 where it lies in none, or where only the year is known.</summary>
    public int[] OfRow { get; }

    /// <summary>Windows that are tested.</summary>
    public IReadOnlyList<int> Tested { get; }

    /// <summary>True where a seizure of the frame has only a year: it lies in no window.</summary>
    public bool HasYearsOnly { get; }

    /// <summary>Name of the windows; null where they are no calendar quarters.</summary>
    public string? Bucket => _isCalendar ? "quarter" : null;

    /// <summary>Calendar quarters where one ends within the period; else thirteen weeks up to its last day.</summary>
    public static WindowPlan Of(ScopedFrame scoped)
    {
        SeizureFrame frame = scoped.Frame;
        if (frame.Span is not { } span)
            return new WindowPlan(frame, 0, -1, true, 0, scoped.To, scoped.From);
        DateOnly last = scoped.To < span.Last ? scoped.To : span.Last;
        int first = Months.Quarter(Months.Of(span.First));
        if (Months.QuarterStart(first).AddDays(Tolerance) < span.First)
            first++;
        int final = Months.Quarter(Months.Of(last));
        if (Months.QuarterEnd(final) > last.AddDays(Tolerance))
            final--;
        if (final >= first && Months.QuarterEnd(final) >= scoped.From)
            return new WindowPlan(frame, first, final, true, 0, span.Last, scoped.From);
        int windows = (last.DayNumber + 1 - span.First.DayNumber) / WindowDays;
        return new WindowPlan(frame, 0, windows - 1, false, last.DayNumber + 1 - (windows * WindowDays), span.Last, scoped.From);
    }

    /// <summary>First day of a window.</summary>
    public DateOnly Start(int window) =>
        _isCalendar ? Months.QuarterStart(_base + window) : DateOnly.FromDayNumber(_base + (window * WindowDays));

    /// <summary>Last day of a window.</summary>
    public DateOnly End(int window) => Start(window + 1).AddDays(-1);

    /// <summary>First window that a window is compared with.</summary>
    public static int BeforeFrom(int window) => Math.Max(0, window - MostBefore);

    /// <summary>True where the window reaches into the newest eight weeks, in which late reports may still be missing.</summary>
    public bool IsNewest(int window) => End(window).DayNumber > _last.DayNumber - NewestDays;
}
