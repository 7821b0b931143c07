using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.CodeLists;
using SeizureIntel.Loops;
using SeizureIntel.Ports;
using SeizureIntel.Queries;

namespace SeizureIntel.Analytics.Trends;

/// <summary>What all tests of a study share: the series by week and by month, who was active when, and which periods are tested.</summary>
internal sealed class ChangeContext
{
    /// <summary>Fields a frame must hold.</summary>
    public static readonly string[] Fields =
    [
        "heading",
        "product",
        "departure_country",
        "destination_country",
        "leg",
        "concealment",
        "mode_of_transport",
        "exact_duplicate",
    ];

    private const int FewestCases = 3;
    private const double LeastShareOfHeap = 0.2;

    // Fields that a reporter may state or leave empty.
    private static readonly string[] Stated = ["departure_country", "destination_country", "leg", "concealment", "mode_of_transport"];
    private static readonly string?[] WeeklyCrosses = [null, "reporting_country", .. Stated];

    private ChangeContext(
        ScopedFrame scoped,
        SeriesCatalogue weekly,
        ReporterActivity weeklyActivity,
        SeriesCatalogue monthly,
        ReporterActivity monthlyActivity,
        ReportedShares shares,
        HeapedDates heaped,
        int firstWeek,
        int firstMonth
    )
    {
        Heaped = heaped;
        Scoped = scoped;
        Weekly = weekly;
        WeeklyActivity = weeklyActivity;
        Monthly = monthly;
        MonthlyActivity = monthlyActivity;
        Shares = shares;
        FirstWeek = firstWeek;
        FirstMonth = firstMonth;
        WeekCount = weeklyActivity.Periods;
        Seasons = new SeasonalIndices(weekly, weeklyActivity.Counts, WeekCount, 52);
        bool isBounded = scoped.Scope.Query.From is not null;
        TestFrom = isBounded ? Math.Max(0, Weeks.OfDay(scoped.From.DayNumber + 6) - firstWeek) : 0;
        TestTo = WeekCount - 1;
    }

    /// <summary>The scope.</summary>
    public ScopedFrame Scoped { get; }

    /// <summary>Series by week, crossed with reporter, route, hiding place and transport.</summary>
    public SeriesCatalogue Weekly { get; }

    /// <summary>Reporters' activity by week.</summary>
    public ReporterActivity WeeklyActivity { get; }

    /// <summary>Series by month, alone and by reporter.</summary>
    public SeriesCatalogue Monthly { get; }

    /// <summary>Reporters' activity by month.</summary>
    public ReporterActivity MonthlyActivity { get; }

    /// <summary>Seasons of the series by week.</summary>
    public SeasonalIndices Seasons { get; }

    /// <summary>Share of each week's cases that are reported by now.</summary>
    public ReportedShares Shares { get; }

    /// <summary>Reporters that put the cases of a month, quarter or year on one day.</summary>
    public HeapedDates Heaped { get; }

    /// <summary>Running number of the first week.</summary>
    public int FirstWeek { get; }

    /// <summary>Complete weeks.</summary>
    public int WeekCount { get; }

    /// <summary>Running number of the first month.</summary>
    public int FirstMonth { get; }

    /// <summary>First week that may be reported on.</summary>
    public int TestFrom { get; }

    /// <summary>Last week that may be reported on; it is complete.</summary>
    public int TestTo { get; }

    /// <summary>Counts a scope; null where it holds not one complete week.</summary>
    public static async Task<ChangeContext?> ReadAsync(
        ISeizureIndex index,
        ScopedFrame scoped,
        CodeListSet lists,
        Func<string, bool> isWanted,
        CancellationToken cancellationToken
    )
    {
        if (scoped.Frame.Span is not { } span)
            return null;
        int firstWeek = Weeks.OfDay(span.First.DayNumber + 6),
            lastWeek = Weeks.OfDay(scoped.To.DayNumber - 6);
        int firstMonth = Months.Of(span.First.AddDays(6)),
            lastMonth = Months.Of(scoped.To.AddDays(1)) - 1;
        if (lastWeek < firstWeek)
            return null;
        SeizureFrame everyone = await EveryoneAsync(index, scoped, cancellationToken);
        int[] quarterOfWeek =
        [
            .. Enumerable.Range(firstWeek, lastWeek - firstWeek + 1).Select(w => Months.Quarter(Months.Of(Weeks.Start(w).AddDays(3)))),
        ];
        int[] quarterOfMonth = [.. Enumerable.Range(firstMonth, Math.Max(0, lastMonth - firstMonth + 1)).Select(Months.Quarter)];
        var heaped = HeapedDates.Of(everyone);
        int[] days = heaped.Spread(scoped.Frame),
            daysOfAll = ReferenceEquals(everyone, scoped.Frame) ? days : heaped.Spread(everyone);
        int[] weekOf = WeekOf(scoped.Frame, days, firstWeek, lastWeek),
            monthOf = MonthOf(scoped.Frame, days, firstMonth, lastMonth);
        ReporterActivity? weeklyActivity = null,
            monthlyActivity = null;
        SeriesCatalogue? weekly = null,
            monthly = null;
        Parallel.Invoke(
            SideBySide.Here(cancellationToken),
            () =>
                weekly = SeriesCatalogue.Count(
                    scoped.Frame,
                    lists,
                    weekOf,
                    quarterOfWeek.Length,
                    WeeklyCrosses,
                    isWanted,
                    FewestCases,
                    false,
                    cancellationToken
                ),
            () =>
                weeklyActivity = ReporterActivity.Of(
                    everyone,
                    lists,
                    WeekOf(everyone, daysOfAll, firstWeek, lastWeek),
                    quarterOfWeek,
                    6,
                    Stated,
                    cancellationToken
                ),
            () =>
                monthlyActivity = ReporterActivity.Of(
                    everyone,
                    lists,
                    MonthOf(everyone, daysOfAll, firstMonth, lastMonth),
                    quarterOfMonth,
                    1,
                    [],
                    cancellationToken
                ),
            () =>
                monthly = SeriesCatalogue.Count(
                    scoped.Frame,
                    lists,
                    monthOf,
                    quarterOfMonth.Length,
                    [null, "reporting_country"],
                    isWanted,
                    1,
                    false,
                    cancellationToken
                )
        );
        return new ChangeContext(
            scoped,
            weekly!,
            weeklyActivity!,
            monthly!,
            monthlyActivity!,
            ReportedShares.Of(scoped.Frame, firstWeek, lastWeek),
            heaped,
            firstWeek,
            firstMonth
        );
    }

    /// <summary>Months of the period by which a series is tested because most of its dates are heaps of it; 0 where they are days.</summary>
    public int HeapMonths(CountSeries series)
    {
        double heaped = 0;
        int months = 0;
        foreach ((string reporter, int cases) in series.Reporters)
        {
            if (!Heaped.Reporters.TryGetValue(reporter, out (double Share, int Months) heaps))
                continue;
            heaped += heaps.Share * cases;
            if (heaps.Share * cases >= LeastShareOfHeap * series.Total)
                months = Math.Max(months, heaps.Months);
        }

        return heaped >= series.Total / 2.0 ? months : 0;
    }

    /// <summary>First day of a week of the study.</summary>
    public DateOnly StartOf(int week) => Weeks.Start(FirstWeek + week);

    /// <summary>Last day of a week of the study.</summary>
    public DateOnly EndOf(int week) => Weeks.End(FirstWeek + week);

    // The reporters' other goods count, whatever the scope's conditions on goods, routes or words.
    private static async Task<SeizureFrame> EveryoneAsync(ISeizureIndex index, ScopedFrame scoped, CancellationToken cancellationToken)
    {
        SeizureQuery asked = scoped.Scope.Query,
            reporters = ReporterPanel.ReportersOf(asked) with { To = scoped.To };
        return ReporterPanel.IsWhole(asked)
            ? scoped.Frame
            : await SeizureFrame.ReadAsync(
                index,
                scoped.Scope.Reader,
                reporters,
                ["heading", "product", "reporting_country", "date_precision", .. Stated],
                cancellationToken
            );
    }

    private static int[] WeekOf(SeizureFrame frame, int[] days, int first, int last)
    {
        FrameColumn precision = frame["date_precision"];
        int day = precision.NumberOf("DAY");
        var weeks = new int[frame.Count];
        for (int row = 0; row < weeks.Length; row++)
        {
            int week = Weeks.OfDay(days[row]);
            weeks[row] = precision.First(row) == day && week >= first && week <= last ? week - first : -1;
        }

        return weeks;
    }

    private static int[] MonthOf(SeizureFrame frame, int[] days, int first, int last)
    {
        FrameColumn precision = frame["date_precision"];
        int day = precision.NumberOf("DAY"),
            inMonth = precision.NumberOf("MONTH");
        int[] months = Months.OfDays(days);
        for (int row = 0; row < months.Length; row++)
        {
            bool isKnown = precision.First(row) == day || precision.First(row) == inMonth;
            months[row] = isKnown && months[row] >= first && months[row] <= last ? months[row] - first : -1;
        }

        return months;
    }
}
