using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Queries;
using SeizureIntel.Readers;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>Searches with eight facets, as an analyst narrows and widens.</summary>
internal static class SearchCase
{
    private const int Rounds = 60;
    private const string Word = "cocaine";

    private static readonly string[] Facets =
    [
        "reporting_country",
        "product",
        "place_type",
        "mode_of_transport",
        "concealment",
        "departure_country",
        "destination_country",
        "direction",
    ];

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        using BenchmarkFolder folder = await BenchmarkFolder.OpenAsync(run, stop);
        SearchRequest[] requests = [.. (await QueriesAsync(folder, stop)).Select(q => new SearchRequest { Query = q, Facets = Facets })];
        foreach (SearchRequest request in requests)
            await folder.Index.SearchAsync(Reader.Owner, request, stop);
        var milliseconds = new List<double>();
        int seizures = 0;
        for (int round = 0; round < Rounds; round++)
        {
            foreach (SearchRequest request in requests)
            {
                long start = Stopwatch.GetTimestamp();
                SearchResult result = await folder.Index.SearchAsync(Reader.Owner, request, stop);
                milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                seizures = Math.Max(seizures, result.Seizures);
            }
        }

        double slow = Spread.Quantile(milliseconds, 0.95);
        await run.FigureAsync(
            $"search with {Facets.Length} facets over {seizures} seizures: n = {milliseconds.Count}, p50 "
                + $"{Spread.Quantile(milliseconds, 0.5):0.00} ms, p95 {slow:0.00} ms",
            $"p95 10 ms",
            slow <= 10
        );
        return 0;
    }

    // Everything, then its most frequent values, a year and a word: whatever the folder holds, each narrows and none is empty.
    private static async Task<IReadOnlyList<SeizureQuery>> QueriesAsync(BenchmarkFolder folder, CancellationToken stop)
    {
        string[] legs = [.. Facets, "leg"];
        SearchResult all = await folder.Index.SearchAsync(
            Reader.Owner,
            new SearchRequest { Query = SeizureQuery.All, Facets = legs },
            stop
        );
        string[] Top(string field, int count) => [.. all.Facets[field].Values.Take(count).Select(v => v.Value)];
        SeizureQuery Where(string field, int count) => SeizureQuery.All.With(field, Top(field, count));
        int year = int.Parse(all.Hits[0].Values["seizure_date"][0].AsSpan(0, 4), CultureInfo.InvariantCulture) - 1;
        return
        [
            SeizureQuery.All,
            Where("product", 1),
            Where("reporting_country", 2).Within(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
            Where("mode_of_transport", 1),
            Where("concealment", 1),
            Where("leg", 1),
            SeizureQuery.All with
            {
                Text = Word,
            },
        ];
    }
}
