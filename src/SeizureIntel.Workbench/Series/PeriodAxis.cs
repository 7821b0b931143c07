using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Workbench.Series;

/// <summary>The periods of a series: where they begin and how far they stand apart.</summary>
/// <param name="Step">The step.</param>
/// <param name="First">First day of the first period; of no meaning where periods are numbered.</param>
/// <param name="FirstNumber">Number of the first period where periods are numbered.</param>
internal sealed record PeriodAxis(PeriodStep Step, DateOnly First, int FirstNumber)
{
    /// <summary>Periods a year; 52 for numbered ones unless the file says otherwise.</summary>
    public int PeriodsPerYear =>
        Step switch
        {
            PeriodStep.Day => 365,
            PeriodStep.Month => 12,
            PeriodStep.Quarter => 4,
            PeriodStep.Year => 1,
            _ => 52,
        };

    /// <summary>The axis of dated periods; null where some of them fit no common step.</summary>
    public static PeriodAxis? Of(IReadOnlyCollection<(PeriodStep Step, DateOnly First)> periods)
    {
        DateOnly first = periods.Min(p => p.First);
        PeriodStep[] kinds = [.. periods.Select(p => p.Step).Distinct()];
        if (kinds.Length > 1)
            return null;
        PeriodStep step = kinds[0];
        if (step != PeriodStep.Day)
            return new PeriodAxis(step, first, 0);
        // A file of months often gives their first days, a file of weeks their Mondays.
        int[] days = [.. periods.Select(p => p.First.DayNumber - first.DayNumber).Where(d => d > 0).Distinct()];
        if (days.Length > 0 && days.All(d => d % 7 == 0))
            return new PeriodAxis(PeriodStep.Week, first, 0);
        if (days.Length == 0 || periods.Any(p => p.First.Day != 1))
            return new PeriodAxis(PeriodStep.Day, first, 0);
        int[] months = [.. periods.Select(p => Months(first, p.First)).Where(m => m > 0)];
        return new PeriodAxis(
            months.All(m => m % 12 == 0) ? PeriodStep.Year
                : months.All(m => m % 3 == 0) ? PeriodStep.Quarter
                : PeriodStep.Month,
            first,
            0
        );
    }

    /// <summary>Place of a dated period, from 0.</summary>
    public int Place(DateOnly day) =>
        Step switch
        {
            PeriodStep.Week => (day.DayNumber - First.DayNumber) / 7,
            PeriodStep.Month => Months(First, day),
            PeriodStep.Quarter => Months(First, day) / 3,
            PeriodStep.Year => day.Year - First.Year,
            _ => day.DayNumber - First.DayNumber,
        };

    /// <summary>First day of a period.</summary>
    public DateOnly Day(int place) =>
        Step switch
        {
            PeriodStep.Numbered => First,
            PeriodStep.Week => First.AddDays(7 * place),
            PeriodStep.Month => First.AddMonths(place),
            PeriodStep.Quarter => First.AddMonths(3 * place),
            PeriodStep.Year => First.AddYears(place),
            _ => First.AddDays(place),
        };

    /// <summary>How a period is written.</summary>
    public string Label(int place) => PeriodText.Label(Step, Day(place), FirstNumber + place);

    private static int Months(DateOnly from, DateOnly to) => (12 * (to.Year - from.Year)) + to.Month - from.Month;
}
