using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Queries;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Tabulating;

namespace SeizureIntel.Dashboards.Pages.Search;

/// <summary>The seizures found over time; steps without any are there too, so that a gap is seen as one.</summary>
internal sealed class Histogram
{
    /// <summary>Years that are still shown by months.</summary>
    public const int YearsByMonths = 10;

    private const int MonthsForYears = 12 * YearsByMonths;
    private const int MonthsForMonths = 2;
    private const int MostBars = 400;

    /// <summary>How long a step is.</summary>
    public required Bucket Step { get; init; }

    /// <summary>The steps, oldest first.</summary>
    public required IReadOnlyList<HistogramBar> Bars { get; init; }

    /// <summary>Seizures whose date is less precise than a step.</summary>
    public required int Undated { get; init; }

    /// <summary>The highest bar; at least 1.</summary>
    public int Highest => Math.Max(1, Bars.Count == 0 ? 0 : Bars.Max(b => b.Count));

    /// <summary>The step that shows a period best.</summary>
    public static Bucket StepOf(DateOnly? from, DateOnly? to)
    {
        if (from is not { } first || to is not { } last)
            return Bucket.Year;
        int months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        return months > MonthsForYears ? Bucket.Year
            : months > MonthsForMonths ? Bucket.Month
            : Bucket.Day;
    }

    /// <summary>Reads the bars off a tabulation by a step and nothing else.</summary>
    public static Histogram Of(TabulationAnswer counted, Bucket step, PageAddress address, PageTexts texts)
    {
        ArgumentNullException.ThrowIfNull(counted);
        ArgumentNullException.ThrowIfNull(address);
        Dictionary<string, int> counts = counted.Rows.ToDictionary(r => r.Key[^1], r => (int)r.Value, StringComparer.Ordinal);
        string[] keys = [.. counts.Keys.Where(k => !NonValue.Is(k)).Order(StringComparer.Ordinal)];
        var bars = new List<HistogramBar>();
        if (keys.Length > 0)
        {
            DateOnly last = step.FirstDay(keys[^1])!.Value;
            for (DateOnly day = step.FirstDay(keys[0])!.Value; day <= last && bars.Count < MostBars; day = step.Next(day))
                bars.Add(Bar(day, step, counts.GetValueOrDefault(step.Key(day)), address, texts));
        }

        return new Histogram
        {
            Step = step,
            Bars = bars,
            Undated = counts.Where(c => NonValue.Is(c.Key)).Sum(c => c.Value),
        };
    }

    private static HistogramBar Bar(DateOnly day, Bucket step, int count, PageAddress address, PageTexts texts)
    {
        DateOnly end = step.Next(day).AddDays(-1);
        (string from, string to) = PeriodShift.Written(day, end);
        return new HistogramBar(texts.Span(day, end), from, to, count, address.With("from", from).With("to", to).ToString());
    }
}
