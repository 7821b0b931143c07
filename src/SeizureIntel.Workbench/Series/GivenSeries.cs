using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Workbench.Series;

/// <summary>Counts over time without holes in time: a period that the file does not have is missing, not zero.</summary>
internal sealed record GivenSeries
{
    /// <summary>The periods.</summary>
    public required PeriodAxis Axis { get; init; }

    /// <summary>Periods a year.</summary>
    public required int PeriodsPerYear { get; init; }

    /// <summary>Events a period, oldest first; NaN = missing.</summary>
    public required double[] Counts { get; init; }

    /// <summary>Exposure a period, above 0; empty where none is known, 1 for missing periods.</summary>
    public double[] Exposure { get; init; } = [];

    /// <summary>Events by period and delay, for nowcasts; null for a plain series.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? Triangle { get; init; }

    /// <summary>Columns that were read.</summary>
    public required SeriesColumns Columns { get; init; }

    /// <summary>Periods without a count.</summary>
    public int Missing => Counts.Count(double.IsNaN);

    /// <summary>First days of the weeks; null where periods are numbered or no weeks.</summary>
    public DateOnly[]? WeekDates => Axis.Step == PeriodStep.Week ? [.. Counts.Select((_, i) => Axis.Day(i))] : null;

    /// <summary>Mean of the counts that are there; 0 without any.</summary>
    public double Mean => Counts.Where(c => !double.IsNaN(c)).DefaultIfEmpty(0).Average();

    /// <summary>One period in words: week, month or period.</summary>
    public string StepWord =>
        Axis.Step switch
        {
            PeriodStep.Numbered when PeriodsPerYear == 52 => "week",
            PeriodStep.Numbered when PeriodsPerYear == 12 => "month",
            PeriodStep.Numbered => "period",
            PeriodStep.Day => "day",
            PeriodStep.Week => "week",
            PeriodStep.Month => "month",
            PeriodStep.Quarter => "quarter",
            _ => "year",
        };
}
