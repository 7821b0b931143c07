using System;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.CodeLists;
using SeizureIntel.Loops;
using SeizureIntel.Ports;

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

    private static readonly string?[] WeeklyCrosses = [null, "reporting_country", .. ScopeActivity.Stated];

    private readonly ScopeActivity _activity;

    private ChangeContext(ScopedFrame scoped, ScopeActivity activity, SeriesCatalogue weekly, SeriesCatalogue monthly)
    {
        _activity = activity;
        Scoped = scoped;
        Weekly = weekly;
        Monthly = monthly;
        WeekCount = activity.Weekly.Periods;
        Seasons = new SeasonalIndices(weekly, activity.Weekly.Counts, WeekCount, 52);
        bool isBounded = scoped.Scope.Query.From is not null;
        TestFrom = isBounded ? Math.Max(0, Weeks.OfDay(scoped.From.DayNumber + 6) - activity.FirstWeek) : 0;
        TestTo = WeekCount - 1;
    }

    /// <summary>The scope.</summary>
    public ScopedFrame Scoped { get; }

    /// <summary>Series by week, crossed with reporter, route, hiding place and transport.</summary>
    public SeriesCatalogue Weekly { get; }

    /// <summary>Reporters' activity by week.</summary>
    public ReporterActivity WeeklyActivity => _activity.Weekly;

    /// <summary>Series by month, alone and by reporter.</summary>
    public SeriesCatalogue Monthly { get; }

    /// <summary>Reporters' activity by month.</summary>
    public ReporterActivity MonthlyActivity => _activity.Monthly;

    /// <summary>Seasons of the series by week.</summary>
    public SeasonalIndices Seasons { get; }

    /// <summary>Share of each week's cases that are reported by now.</summary>
    public ReportedShares Shares => _activity.Shares;

    /// <summary>Reporters that put the cases of a month, quarter or year on one day.</summary>
    public HeapedDates Heaped => _activity.Heaped;

    /// <summary>Running number of the first week.</summary>
    public int FirstWeek => _activity.FirstWeek;

    /// <summary>Complete weeks.</summary>
    public int WeekCount { get; }

    /// <summary>Running number of the first month.</summary>
    public int FirstMonth => _activity.FirstMonth;

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
        if (await ScopeActivity.OfAsync(index, scoped, lists, cancellationToken) is not { } activity)
            return null;
        SeriesCatalogue? weekly = null,
            monthly = null;
        Parallel.Invoke(
            SideBySide.Here(cancellationToken),
            () =>
                weekly = SeriesCatalogue.Count(
                    scoped.Frame,
                    lists,
                    activity.WeekOf,
                    activity.Weekly.Periods,
                    WeeklyCrosses,
                    isWanted,
                    FewestCases,
                    false,
                    cancellationToken
                ),
            () =>
                monthly = SeriesCatalogue.Count(
                    scoped.Frame,
                    lists,
                    activity.MonthOf,
                    activity.Monthly.Periods,
                    [null, "reporting_country"],
                    isWanted,
                    1,
                    false,
                    cancellationToken
                )
        );
        return new ChangeContext(scoped, activity, weekly!, monthly!);
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
}
