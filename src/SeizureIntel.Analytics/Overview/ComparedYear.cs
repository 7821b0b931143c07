using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Overview;

/// <summary>What is set against the year before: the period itself, or its latest year where the data hold nothing before the period.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Now">Rows of the frame within these days.</param>
/// <param name="Before">Rows of the same days a year before.</param>
/// <param name="IsWhole">Whether it is the period itself.</param>
internal sealed record ComparedYear(DateOnly From, DateOnly To, IReadOnlyList<int> Now, IReadOnlyList<int> Before, bool IsWhole)
{
    // Data that begin within the first month of the earlier year count as a year.
    private const int MostDaysLate = 31;

    /// <summary>Which year the changes are of.</summary>
    public Phrase Said => $"Changes compare {From:yyyy-MM-dd} to {To:yyyy-MM-dd} with the year before it.";

    /// <summary>Null where no year can be set against another: a change would compare a full period with an empty one. The latest year of a longer
    /// period is not told where small counts are kept back, for the three together would give them back.</summary>
    public static ComparedYear? Of(ScopedFrame scoped)
    {
        if (scoped.Frame.Span is not { } span)
            return null;
        if (span.First <= scoped.From.AddYears(-1).AddDays(MostDaysLate))
            return new ComparedYear(scoped.From, scoped.To, scoped.Inside, Earlier(scoped, scoped.From, scoped.To), IsWhole: true);
        DateOnly from = scoped.To.AddYears(-1).AddDays(1);
        if (scoped.Scope.SuppressBelow > 0 || scoped.From > from.AddYears(-1).AddDays(MostDaysLate))
            return null;
        int[] now = [.. scoped.Inside.Where(r => scoped.Frame.Days[r] >= from.DayNumber)];
        return new ComparedYear(from, scoped.To, now, Earlier(scoped, from, scoped.To), IsWhole: false);
    }

    // A longer period overlaps its own days a year before.
    private static int[] Earlier(ScopedFrame scoped, DateOnly from, DateOnly to) =>
        [.. scoped.Frame.Rows(from.AddYears(-1), to.AddYears(-1)).Where(r => scoped.Frame.Days[r] < from.DayNumber)];
}
