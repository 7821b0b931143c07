using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>The baseline rows of a tested period: which earlier periods, at which seasonal level, at which time.</summary>
/// <remarks>Depends on the calendar and the settings alone, so one baseline serves all series of a family.</remarks>
public sealed class FarringtonBaseline
{
    private readonly int[] _rows;
    private readonly int[] _levels;
    private readonly double[] _times;

    private FarringtonBaseline(
        int index,
        int years,
        int levels,
        int[] rows,
        int[] levelsOfRows,
        double[] times,
        double timeUnit,
        bool isDated
    )
    {
        Index = index;
        Years = years;
        Levels = levels;
        _rows = rows;
        _levels = levelsOfRows;
        _times = times;
        TimeUnit = timeUnit;
        IsDated = isDated;
    }

    /// <summary>The tested period, from 0.</summary>
    public int Index { get; }

    /// <summary>Years of history in use.</summary>
    public int Years { get; }

    /// <summary>Seasonal levels; the tested period has the last.</summary>
    public int Levels { get; }

    /// <summary>Scale of the times below, in periods.</summary>
    internal double TimeUnit { get; }

    /// <summary>Whether time is counted in days of the calendar.</summary>
    internal bool IsDated { get; }

    /// <summary>Baseline periods, ordered by level, then by time.</summary>
    internal ReadOnlySpan<int> Rows => _rows;

    internal ReadOnlySpan<int> LevelsOfRows => _levels;

    internal ReadOnlySpan<double> Times => _times;

    /// <summary>The baseline of a period.</summary>
    /// <param name="index">The tested period, from 0.</param>
    /// <param name="options">Settings.</param>
    /// <param name="dates">First day of each period, oldest first, without gaps; null = periods are counted, not dated.</param>
    /// <returns>The baseline; null where the history is too short.</returns>
    /// <exception cref="ArgumentException">A setting is out of range, or the tested period has no date.</exception>
    /// <remarks>Assumes contiguous periods. Source: A. Noufaily et al., An improved algorithm for outbreak detection in multiple surveillance
    /// systems, Statistics in Medicine 32 (2013), section 3.2; reference dates as in R surveillance 1.20.3.</remarks>
    public static FarringtonBaseline? Find(int index, FarringtonOptions options, IReadOnlyList<DateOnly>? dates = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        if (dates is not null && index >= dates.Count)
        {
            throw new ArgumentException($"Period {index} has no date; there are {dates.Count} dates.", nameof(dates));
        }

        var references = new int[options.Years + 1];
        for (var i = 0; i <= options.Years; i++)
        {
            references[i] = dates is null ? index - (i * options.PeriodsPerYear) : Reference(index, i, options, dates);
        }

        var first = references[^1] - options.HalfWindow;
        if (first < 0)
        {
            return null;
        }

        var level = LevelsByPeriod(references, first, options);
        // Rows of a level stand together, oldest first: that is how they are fitted.
        int[] rows =
        [
            .. Enumerable
                .Range(first, Math.Max(0, index - options.ExcludedPast - first))
                .Where(i => level[i - first] >= 0)
                .OrderBy(i => level[i - first]),
        ];
        return Build(index, options, dates, rows, level, first);
    }

    private static FarringtonBaseline Build(
        int index,
        FarringtonOptions options,
        IReadOnlyList<DateOnly>? dates,
        int[] rows,
        int[] level,
        int first
    )
    {
        // Time runs from the tested period in hundreds of periods; a dated month is as long as the first gap of the series.
        const double unit = 100;
        var gap = dates is null || dates.Count < 2 ? 1 : dates[1].DayNumber - dates[0].DayNumber;
        var levels = new int[rows.Length];
        var times = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            levels[i] = level[rows[i] - first];
            times[i] = (dates is null ? rows[i] - index : (dates[rows[i]].DayNumber - dates[index].DayNumber) / (double)gap) / unit;
        }

        return new FarringtonBaseline(index, options.Years, options.SeasonalLevels, rows, levels, times, unit, dates is not null);
    }

    // Levels 0 .. p-2 are the blocks between two windows, forward in time; p-1 is the windows themselves; -1 is outside.
    private static int[] LevelsByPeriod(int[] references, int first, FarringtonOptions options)
    {
        var w = options.HalfWindow;
        var blocks = options.SeasonalLevels - 1;
        var level = new int[references[0] - first + 1];
        Array.Fill(level, -1);
        for (var i = references.Length - 1; i >= 0; i--)
        {
            var end = i == 0 ? references[0] : references[i] + w;
            for (var t = Math.Max(first, references[i] - w); t <= end; t++)
            {
                level[t - first] = blocks;
            }

            if (i == 0 || blocks == 0)
            {
                continue;
            }

            var start = references[i] + w + 1;
            var length = references[i - 1] - w - start;
            for (var t = 0; t < length; t++)
            {
                level[start + t - first] = Block(t, length, blocks);
            }
        }

        return level;
    }

    private static int Block(int position, int length, int blocks)
    {
        var shortLength = length / blocks;
        var longer = length % blocks;
        return position < longer * (shortLength + 1)
            ? position / (shortLength + 1)
            : longer + ((position - (longer * (shortLength + 1))) / Math.Max(1, shortLength));
    }

    private static int Reference(int index, int yearsBack, FarringtonOptions options, IReadOnlyList<DateOnly> dates)
    {
        var day = dates[index];
        var wanted =
            day.Month == 2 && day.Day == 29 && !DateTime.IsLeapYear(day.Year - yearsBack)
                ? new DateOnly(day.Year - yearsBack, 3, 1)
                : day.AddYears(-yearsBack);
        if (options.PeriodsPerYear == 52)
        {
            var shift = ((int)day.DayOfWeek - (int)wanted.DayOfWeek + 7) % 7;
            wanted = wanted.AddDays(shift > 3 ? shift - 7 : shift);
        }

        int low = 0,
            high = index;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (dates[middle] < wanted)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return dates[low] == wanted ? low
            : low > 0 ? low
            : -1;
    }
}
