using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Routes;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Routes;

/// <summary>What reporters sent of any goods is the same whether a frame of everything is at hand or the index is asked.</summary>
public sealed class ReporterCountsTests : IDisposable
{
    private static readonly string[] Reporters = ["ES", "NL", "DE"];
    private static readonly DatePrecision[] Precisions =
    [
        DatePrecision.Day,
        DatePrecision.Month,
        DatePrecision.Quarter,
        DatePrecision.Year,
    ];

    private readonly FedIndex _fed = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fed.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("H01")]
    public async Task Each_window_holds_what_each_reporter_sent_of_any_goods(string? heading)
    {
        var kept = new List<(string Reporter, DateOnly Day, bool HasWay)>();
        for (int i = 0; i < 600; i++)
        {
            string reporter = Reporters[i * 7 % 3],
                goods = i % 5 == 0 ? "H02" : "H01";
            DatePrecision precision = Precisions[i * 5 % 11 % 4];
            bool hasWay = i % 4 != 0;
            DateOnly day = new DateOnly(2021, 1, 1).AddDays(i * 2);
            _fed.Add(1, day, 1, c =>
                FedIndex.Goods(
                    hasWay ? FedIndex.Way(c, reporter, "CO", reporter) : c with { ReportingCountry = new(reporter, null) },
                    goods,
                    "pills"
                ) with
                {
                    SeizureDate = new SeizureDate(day, precision),
                }
            );
            // The first day of a month or quarter is where a date of no more than that stands.
            if (precision != DatePrecision.Year)
                kept.Add((reporter, new SeizureDate(day, precision).Start, hasWay));
        }

        await _fed.FeedAsync();
        SeizureQuery query = heading is null ? SeizureQuery.All : SeizureQuery.All.With("heading", heading);
        ScopedFrame scoped = (
            await ScopedFrame.ReadAsync(
                _fed.Index,
                new StudyScope { Reader = Reader.Owner, Query = query },
                ["path", "departure_country"],
                Stop
            )
        )!;
        var plan = WindowPlan.Of(scoped);

        ReporterCounts counted = await ReporterCounts.CountAsync(_fed.Index, scoped, plan, "path", ["departure_country"], Stop);

        Assert.True(plan.Count > 8);
        for (int window = 0; window < plan.Count; window++)
        {
            foreach (string reporter in Reporters)
            {
                int expected = kept.Count(k =>
                    k.Reporter == reporter && k.HasWay && k.Day >= plan.Start(window) && k.Day <= plan.End(window)
                );
                Assert.Equal(expected, counted.Counts[counted.Codes.ToList().IndexOf(reporter)][window]);
            }
        }
    }
}
