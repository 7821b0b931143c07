using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Queries;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>Searches with eight facets, as an analyst narrows and widens.</summary>
internal static class SearchCase
{
    private const int Rounds = 60;

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

    private static readonly string[] Queries =
    [
        """{}""",
        """{"where":{"product":["cocaine"]}}""",
        """{"where":{"reporting_country":["ES","PT"]},"from":"2012-01-01","to":"2012-12-31"}""",
        """{"where":{"mode_of_transport":["4"]}}""",
        """{"where":{"concealment":["1"]}}""",
        """{"where":{"leg":["CO>ES"]}}""",
        """{"text":"heroin"}""",
    ];

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        using BenchmarkFolder? folder = await BenchmarkFolder.OpenAsync(arguments, output, stop);
        if (folder is null)
            return 0;
        SearchRequest[] requests = [.. Queries.Select(q => new SearchRequest { Query = SeizureQueryJson.Read(q), Facets = Facets })];
        foreach (SearchRequest request in requests)
            await folder.Index.SearchAsync(request, stop);
        var milliseconds = new List<double>();
        int seizures = 0;
        for (int round = 0; round < Rounds; round++)
        {
            foreach (SearchRequest request in requests)
            {
                long start = Stopwatch.GetTimestamp();
                SearchResult result = await folder.Index.SearchAsync(request, stop);
                milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                seizures = Math.Max(seizures, result.Seizures);
            }
        }

        double slow = Spread.Quantile(milliseconds, 0.95);
        await new CaseRun(arguments, output).FigureAsync(
            $"search with {Facets.Length} facets over {seizures} seizures: n = {milliseconds.Count}, p50 "
                + $"{Spread.Quantile(milliseconds, 0.5):0.00} ms, p95 {slow:0.00} ms",
            $"p95 10 ms",
            slow <= 10
        );
        return 0;
    }
}
