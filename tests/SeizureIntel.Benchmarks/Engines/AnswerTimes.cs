using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Benchmarks.Million;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Elasticsearch;
using SeizureIntel.Search.Settings;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Settings;

namespace SeizureIntel.Benchmarks.Engines;

/// <summary>The same questions of both engines, each asked once of each by turns; then what both need.</summary>
internal static class AnswerTimes
{
    private const int Searches = 200;
    private const int Tabulations = 50;
    private const int Warm = 30;
    private const double Megabyte = 1048576;

    public static async Task RunAsync(CaseRun run, BenchmarkFolder folder, BenchmarkCluster cluster, CancellationToken stop)
    {
        ElasticsearchOptions options = cluster.NewOptions();
        using ElasticsearchIndex elasticsearch = BenchmarkCluster.Open(options, folder.CodeLists);
        Store store = StoreEngine.Open(folder.Folder, new StorageOptions(), TimeProvider.System, null);
        long start = Stopwatch.GetTimestamp();
        int seizures = (await elasticsearch.RebuildAsync(store.Submissions.ReadAllAsync(Reader.Owner, stop), stop)).Seizures;
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await run.LineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"reindex of {seizures:N0} seizures from the store: {seizures / seconds:N0} a second"
            )
        );

        var queries = await RealisticQueries.OfAsync(folder, stop);
        ISeizureIndex[] engines = [folder.Index, elasticsearch];
        // Code runs once before it is measured, on questions that are not asked again.
        foreach (SeizureQuery warm in queries.Take(Warm, withWords: true))
        {
            foreach (ISeizureIndex engine in engines)
            {
                await engine.SearchAsync(Reader.Owner, Search(warm), stop);
                await engine.TabulateAsync(Reader.Owner, new TabulationRequest(warm, queries.Fields(2), Measure.Count, Bucket.Month), stop);
            }
        }

        int differing = 0;
        List<double>[] searches =

            [
                [],
                [],
            ],
            tabulations =

            [
                [],
                [],
            ];
        foreach (SearchRequest request in queries.Take(Searches, withWords: true).Select(Search))
        {
            string[] found = new string[2];
            for (int i = 0; i < engines.Length; i++)
            {
                start = Stopwatch.GetTimestamp();
                SearchResult result = await engines[i].SearchAsync(Reader.Owner, request, stop);
                searches[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                found[i] = Told(result);
            }

            differing += found[0] == found[1] ? 0 : 1;
        }

        foreach (SeizureQuery query in queries.Take(Tabulations, withWords: false))
        {
            var request = new TabulationRequest(query, queries.Fields(2), Measure.Count, Bucket.Month);
            string[] found = new string[2];
            for (int i = 0; i < engines.Length; i++)
            {
                start = Stopwatch.GetTimestamp();
                Tabulation result = await engines[i].TabulateAsync(Reader.Owner, request, stop);
                // Rows get their texts when they are looked at: every one is.
                double looked = result.Rows.Sum(r => r.Value + r.Key.Count);
                tabulations[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                found[i] = Told(result, looked);
            }

            differing += found[0] == found[1] ? 0 : 1;
        }

        await run.LineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Searches} searches with {RealisticQueries.Facets.Length} facets: {Beside(searches)}"
            )
        );
        await run.LineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{Tabulations} tabulations, 2 dimensions by month: {Beside(tabulations)}")
        );
        await run.FigureAsync(
            string.Create(CultureInfo.InvariantCulture, $"answers that differ between the engines: {differing}"),
            "0",
            differing == 0
        );
        await SizesAsync(run, folder, cluster, options.Prefix, seizures, stop);
    }

    private static async Task SizesAsync(
        CaseRun run,
        BenchmarkFolder folder,
        BenchmarkCluster cluster,
        string prefix,
        int seizures,
        CancellationToken stop
    )
    {
        double columns = AnswerBars.ColumnBytes(folder.Folder, out _);
        (double used, double most, double resident) = await cluster.MemoryAsync(stop);
        string process = resident > 0 ? string.Create(CultureInfo.InvariantCulture, $", at most {resident:0} MB resident") : "";
        await run.LineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"memory: embedded {columns / Megabyte:0} MB of columns ({columns / seizures:0} bytes a seizure); Elasticsearch heap "
                    + $"{used:0} of {most:0} MB{process}"
            )
        );
        long embedded = new DirectoryInfo(Path.Combine(folder.Folder, "index")).EnumerateFiles().Sum(f => f.Length),
            fed = await cluster.BytesAsync(prefix, stop);
        await cluster.AskAsync(HttpMethod.Post, $"{prefix}-seizures-*/_forcemerge?max_num_segments=1", null, stop);
        long merged = await cluster.BytesAsync(prefix, stop);
        await run.LineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"index on disk: embedded {embedded / Megabyte:0} MB ({embedded / (double)seizures:0} bytes a seizure); Elasticsearch "
                    + $"{fed / Megabyte:0} MB as fed ({fed / (double)seizures:0}), {merged / Megabyte:0} MB merged "
                    + $"({merged / (double)seizures:0}), a copy"
            )
        );
    }

    // Totals, hits in their order, and every value of every facet.
    private static string Told(SearchResult result)
    {
        string counts = string.Create(CultureInfo.InvariantCulture, $"{result.Seizures} {result.Cases}");
        IEnumerable<string> facets = result
            .Facets.OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key} {f.Value.Known} {string.Join(' ', f.Value.Values)}"));
        return string.Join(' ', [counts, .. result.Hits.Select(h => h.Id), .. facets]);
    }

    // Every cell.
    private static string Told(Tabulation result, double looked) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{looked} {result.Known} {result.Of} {string.Join(' ', result.Rows.Select(r => $"{string.Join(',', r.Key)}={r.Value}"))}"
        );

    private static SearchRequest Search(SeizureQuery query) => new() { Query = query, Facets = RealisticQueries.Facets };

    private static string Beside(List<double>[] times) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"embedded p50 {Spread.Quantile(times[0], 0.5):0.0} ms, p95 {Spread.Quantile(times[0], 0.95):0.0} ms; Elasticsearch p50 "
                + $"{Spread.Quantile(times[1], 0.5):0.0} ms, p95 {Spread.Quantile(times[1], 0.95):0.0} ms"
        );
}
