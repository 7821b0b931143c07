using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Counting;

/// <summary>Which reporters put the cases of a whole month, quarter or year on one day, and when.</summary>
/// <remarks>
/// A day of such a reporter says no more than the period it stands for: the cases are counted as spread evenly over it, and tests by the week give way
/// to tests by that period. What is dated by the month openly (date_precision) is not touched.
/// </remarks>
internal sealed class HeapedDates
{
    private const int FewestInPeriod = 4;
    private const int FewestHeaped = 3;
    private const double LeastShareOnOneDay = 0.4;
    private const double LeastShareOfPeriods = 2.0 / 3;
    private const int FewestOnCommonDay = 12;
    private const double LeastShareOnQuarterDay = 0.6;
    private const int CommonDays = 3;
    private const int MonthsAround = 6;
    private const double GoldenRatio = 0.6180339887498949;

    // Month totals fill a third of a quarter each: one day of a quarter or year must hold more than that.
    private static readonly (int Months, double LeastShare, int Around)[] Coarser = [(12, 0.6, 3), (3, 0.6, 4)];

    private readonly Dictionary<string, int[]> _months;
    private readonly Dictionary<string, (double Share, int Months)> _reporters;
    private readonly int _first;

    private HeapedDates(Dictionary<string, int[]> months, Dictionary<string, (double, int)> reporters, int first)
    {
        _months = months;
        _reporters = reporters;
        _first = first;
    }

    /// <summary>Whether any reporter heaps.</summary>
    public bool IsAny => _reporters.Count > 0;

    /// <summary>Reporters that heap, with the share of their cases that is heaped and the months of the longest period they heap.</summary>
    public IReadOnlyDictionary<string, (double Share, int Months)> Reporters => _reporters;

    /// <summary>Looks at the days of a frame.</summary>
    /// <param name="frame">All seizures of the reporters; holds reporting_country and date_precision.</param>
    public static HeapedDates Of(SeizureFrame frame)
    {
        var months = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var reporters = new Dictionary<string, (double, int)>(StringComparer.Ordinal);
        if (frame.Span is not { } span)
            return new HeapedDates(months, reporters, 0);
        int first = Months.Of(span.First),
            count = Months.Of(span.Last) - first + 1;
        foreach ((string reporter, SortedDictionary<int, int> days) in ByDay(frame))
        {
            int[] heaped = Heaped(days, first, count);
            if (heaped.All(g => g == 0))
                continue;
            double inHeaps = days.Where(d => heaped[MonthOf(d.Key) - first] > 0).Sum(d => d.Value);
            months[reporter] = heaped;
            reporters[reporter] = (inHeaps / days.Values.Sum(), heaped.Max());
        }

        return new HeapedDates(months, reporters, first);
    }

    /// <summary>Day of each row of a frame, those of heaps spread over the period that the heap stands for.</summary>
    public int[] Spread(SeizureFrame frame)
    {
        if (!IsAny)
            return frame.Days;
        int[] days = [.. frame.Days];
        FrameColumn reporter = frame["reporting_country"],
            precision = frame["date_precision"],
            product = frame["product"];
        int exact = precision.NumberOf("DAY");
        var heaps = new Dictionary<(string Reporter, int First, int Months), List<int>>();
        for (int row = 0; row < days.Length; row++)
        {
            if (precision.First(row) != exact || !_months.TryGetValue(reporter.FirstCode(row), out int[]? heaped))
                continue;
            int month = MonthOf(days[row]),
                at = month - _first;
            if (at < 0 || at >= heaped.Length || heaped[at] == 0)
                continue;
            (string, int, int) key = (reporter.FirstCode(row), month / heaped[at] * heaped[at], heaped[at]);
            if (!heaps.TryGetValue(key, out List<int>? rows))
                heaps[key] = rows = [];
            rows.Add(row);
        }

        foreach (((_, int first, int months), List<int> rows) in heaps)
        {
            int start = Months.Start(first).DayNumber,
                length = Months.Start(first + months).DayNumber - start;

            // Steps of the golden ratio spread every run of neighbours evenly, so that each kind of goods is spread and not only their sum.
            double place = 0.5;
            foreach (
                IGrouping<int, int> of in rows.GroupBy(r => frame.Cases[r])
                    .OrderBy(g => product.FirstCode(g.First()), StringComparer.Ordinal)
                    .ThenBy(g => g.Key)
            )
            {
                foreach (int row in of)
                    days[row] = start + (int)(place * length);
                place = (place + GoldenRatio) % 1;
            }
        }

        return days;
    }

    private static Dictionary<string, SortedDictionary<int, int>> ByDay(SeizureFrame frame)
    {
        FrameColumn reporter = frame["reporting_country"],
            precision = frame["date_precision"];
        int exact = precision.NumberOf("DAY");
        var seen = new bool[frame.Count];
        var days = new Dictionary<string, SortedDictionary<int, int>>(StringComparer.Ordinal);
        for (int row = 0; row < frame.Count; row++)
        {
            if (precision.First(row) != exact || !reporter.HasKnown(row) || seen[frame.Cases[row]])
                continue;
            seen[frame.Cases[row]] = true;
            if (!days.TryGetValue(reporter.FirstCode(row), out SortedDictionary<int, int>? of))
                days[reporter.FirstCode(row)] = of = [];
            of[frame.Days[row]] = of.GetValueOrDefault(frame.Days[row]) + 1;
        }

        return days;
    }

    // Months of the heap that each month belongs to; 0 where its days are days.
    private static int[] Heaped(SortedDictionary<int, int> days, int first, int count)
    {
        var heaped = new int[count];
        foreach ((int months, double share, int around) in Coarser)
            Mark(heaped, days, first, months, share, around);
        Mark(heaped, days, first, 1, LeastShareOnOneDay, MonthsAround);
        for (int month = 0; month < count; month++)
        {
            if (heaped[month] == 0 && HasCommonDay(days, first + month, 3, LeastShareOnQuarterDay))
                heaped[month] = 3;
            else if (heaped[month] == 0 && HasCommonDay(days, first + month, 1, LeastShareOnOneDay))
                heaped[month] = 1;
        }

        return heaped;
    }

    // A period is of heaps where most of those around it that have enough cases have them on one day.
    private static void Mark(int[] heaped, SortedDictionary<int, int> days, int first, int months, double share, int around)
    {
        int from = first / months,
            to = (first + heaped.Length - 1) / months;
        var isHeap = new bool?[to - from + 1];
        foreach (IGrouping<int, KeyValuePair<int, int>> period in days.GroupBy(d => (MonthOf(d.Key) / months) - from))
        {
            int all = period.Sum(d => d.Value);
            if (all >= FewestInPeriod)
                isHeap[period.Key] = period.Max(d => d.Value) >= Math.Max(3, share * all);
        }

        for (int period = 0; period < isHeap.Length; period++)
        {
            bool[] near =
            [
                .. isHeap[Math.Max(0, period - around)..Math.Min(isHeap.Length, period + around + 1)]
                    .Where(h => h is not null)
                    .Select(h => h!.Value),
            ];
            if (isHeap[period] == false || near.Count(h => h) < FewestHeaped || near.Count(h => h) < LeastShareOfPeriods * near.Length)
                continue;
            for (int month = (from + period) * months; month < (from + period + 1) * months; month++)
            {
                if (month >= first && month < first + heaped.Length && heaped[month - first] == 0)
                    heaped[month - first] = months;
            }
        }
    }

    // Rare cases show a heap by their place in the period alone: a thirtieth of dates would fall on each day of a month.
    private static bool HasCommonDay(SortedDictionary<int, int> days, int month, int months, double share)
    {
        var near = new int[CommonDays];
        var own = new int[CommonDays];
        int all = 0,
            inMonth = 0;
        foreach ((int day, int cases) in days)
        {
            int of = MonthOf(day);
            if (Math.Abs(of - month) > MonthsAround)
                continue;
            all += cases;
            inMonth += of == month ? cases : 0;
            if (CommonDay(day, of, months) is not { } common)
                continue;
            near[common] += cases;
            own[common] += of == month ? cases : 0;
        }

        return inMonth > 0
            && Enumerable.Range(0, CommonDays).Any(c => near[c] >= Math.Max(FewestOnCommonDay, share * all) && own[c] >= share * inMonth);
    }

    // First or last day of a period, or the middle of a month.
    private static int? CommonDay(int day, int month, int months) =>
        day == Months.Start(month / months * months).DayNumber ? 0
        : day == Months.Start((month / months * months) + months).DayNumber - 1 ? 1
        : months == 1 && day == Months.Start(month).DayNumber + 14 ? 2
        : null;

    private static int MonthOf(int day) => Months.Of(DateOnly.FromDayNumber(day));
}
