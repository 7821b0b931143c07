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

/// <summary>Who reported how much in which week and month of a scope, whatever the goods: the same for every study of the scope, and counted once.</summary>
/// <param name="Weekly">Reporters' activity by week.</param>
/// <param name="Monthly">Reporters' activity by month.</param>
/// <param name="Shares">Share of each week's cases that are reported by now.</param>
/// <param name="Heaped">Reporters that put the cases of a month, quarter or year on one day.</param>
/// <param name="WeekOf">Week of each seizure of the scope's frame, those of heaps spread; −1 where it has none.</param>
/// <param name="MonthOf">Month of each seizure of the scope's frame, those of heaps spread; −1 where it has none.</param>
/// <param name="FirstWeek">Running number of the first week.</param>
/// <param name="FirstMonth">Running number of the first month.</param>
internal sealed record ScopeActivity(
    ReporterActivity Weekly,
    ReporterActivity Monthly,
    ReportedShares Shares,
    HeapedDates Heaped,
    int[] WeekOf,
    int[] MonthOf,
    int FirstWeek,
    int FirstMonth
)
{
    /// <summary>Fields that a reporter may state or leave empty.</summary>
    public static readonly string[] Stated = ["departure_country", "destination_country", "leg", "concealment", "mode_of_transport"];

    /// <summary>The activity of a scope, counted by whichever study asks first; null where it holds not one complete week.</summary>
    public static Task<ScopeActivity?> OfAsync(
        ISeizureIndex index,
        ScopedFrame scoped,
        CodeListSet lists,
        CancellationToken cancellationToken
    ) => scoped.OnceAsync(() => CountAsync(index, scoped, lists, cancellationToken), cancellationToken);

    private static async Task<ScopeActivity?> CountAsync(
        ISeizureIndex index,
        ScopedFrame scoped,
        CodeListSet lists,
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
        ReporterActivity? weekly = null,
            monthly = null;
        Parallel.Invoke(
            SideBySide.Here(cancellationToken),
            () =>
                weekly = ReporterActivity.Of(
                    everyone,
                    lists,
                    Week(everyone, daysOfAll, firstWeek, lastWeek),
                    quarterOfWeek,
                    6,
                    Stated,
                    cancellationToken
                ),
            () =>
                monthly = ReporterActivity.Of(
                    everyone,
                    lists,
                    Month(everyone, daysOfAll, firstMonth, lastMonth),
                    quarterOfMonth,
                    1,
                    [],
                    cancellationToken
                )
        );
        return new ScopeActivity(
            weekly!,
            monthly!,
            ReportedShares.Of(scoped.Frame, firstWeek, lastWeek),
            heaped,
            Week(scoped.Frame, days, firstWeek, lastWeek),
            Month(scoped.Frame, days, firstMonth, lastMonth),
            firstWeek,
            firstMonth
        );
    }

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

    private static int[] Week(SeizureFrame frame, int[] days, int first, int last)
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

    private static int[] Month(SeizureFrame frame, int[] days, int first, int last)
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
