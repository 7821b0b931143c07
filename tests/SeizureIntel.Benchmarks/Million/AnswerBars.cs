using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Queries;
using SeizureIntel.Readers;

namespace SeizureIntel.Benchmarks.Million;

/// <summary>What the index answers in this process, each question once, beside DuckDB on the same seizures.</summary>
internal static class AnswerBars
{
    private const int Searches = 200;
    private const int Tabulations = 100;
    private const double LeastSearchRatio = 10;
    private const double LeastTabulationRatio = 8;
    private const double MostBytesOnDisk = 200;

    /// <summary>Measures searches, tabulations and the size of the index.</summary>
    public static async Task<IReadOnlyList<Bar>> MeasureAsync(CaseRun run, string data, Limits limits, CancellationToken stop)
    {
        double memory = ColumnBytes(data, out int seizures);
        (long onDisk, long file) = FrequentWords.Sizes(data);
        (long narratives, double characters) = FrequentWords.Narratives(data);
        await run.LineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{seizures} seizures; narratives {narratives} of {characters:0} characters; index file {file / 1048576.0:0} MB, "
                    + $"of which columns {onDisk / 1048576.0:0} MB"
            )
        );
        using BenchmarkFolder folder = BenchmarkFolder.Opened(data);
        var queries = await RealisticQueries.OfAsync(folder, stop);
        using DuckRival? duck = run.Has("--no-rivals") ? null : await DuckRival.OfAsync(folder, stop);
        SearchRequest[] searches = [.. queries.Take(Searches, withWords: true).Select(Search)];
        // Code runs once before it is measured, on questions that are not asked again.
        foreach (SearchRequest warm in queries.Take(30, withWords: false).Select(Search))
        {
            await folder.Index.SearchAsync(Reader.Owner, warm, stop);
            await folder.Index.TabulateAsync(
                Reader.Owner,
                new TabulationRequest(warm.Query, queries.Fields(2), Measure.Count, Bucket.Month),
                stop
            );
            duck?.Search(warm);
        }

        var plain = new List<double>();
        var all = new List<double>();
        var rival = new List<double>();
        foreach (SearchRequest request in searches)
        {
            long start = Stopwatch.GetTimestamp();
            await folder.Index.SearchAsync(Reader.Owner, request, stop);
            all.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (request.Query.Text is not null)
                continue;
            plain.Add(all[^1]);
            if (duck is not null)
                rival.Add(duck.Search(request));
        }

        (List<double> month, List<double> monthRival) = await TabulateAsync(folder, duck, queries, 2, Bucket.Month, stop);
        (List<double> week, List<double> weekRival) = await TabulateAsync(folder, duck, queries, 3, Bucket.Week, stop);
        await SpreadAsync(run, "search", all, []);
        await SpreadAsync(run, "search without words", plain, rival);
        await SpreadAsync(run, "tabulation, 2 dimensions by month", month, monthRival);
        await SpreadAsync(run, "tabulation, 3 dimensions by week", week, weekRival);
        var bars = new List<Bar>
        {
            new("search", "search + 8 facets in process, p95 ms", limits.Search, false, P95(all)),
            new("search-plain", "the same without words (rival: DuckDB), p95 ms", limits.Search, false, P95(plain), Rival(rival)),
            new("tabulation", "tabulation 2 × month (rival: DuckDB), p95 ms", limits.Tabulation, false, P95(month), Rival(monthRival)),
            new("tabulation-wide", "tabulation 3 × week (rival: DuckDB), p95 ms", limits.Wide, false, P95(week), Rival(weekRival)),
            new("columns-memory", "columns in memory, bytes a seizure", limits.BytesInMemory, false, memory / seizures),
            new("columns-disk", "columns on disk, bytes a seizure", MostBytesOnDisk, false, (double)onDisk / seizures),
        };
        if (duck is not null)
        {
            bars.Add(new Bar("search-times", "search without words, times DuckDB, median", LeastSearchRatio, true, Times(plain, rival)));
            bars.Add(
                new Bar(
                    "tabulation-times",
                    "tabulation 2 × month, times DuckDB, median",
                    LeastTabulationRatio,
                    true,
                    Times(month, monthRival)
                )
            );
        }

        return bars;
    }

    /// <summary>Bytes that an opened index keeps in memory, and the seizures it holds.</summary>
    public static double ColumnBytes(string data, out int seizures)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using BenchmarkFolder folder = BenchmarkFolder.Opened(data);
        SearchResult all = folder
            .Index.SearchAsync(
                Reader.Owner,
                new SearchRequest { Query = SeizureQuery.All, Facets = RealisticQueries.Facets },
                CancellationToken.None
            )
            .GetAwaiter()
            .GetResult();
        seizures = all.Seizures;
        return GC.GetTotalMemory(forceFullCollection: true) - before;
    }

    private static SearchRequest Search(SeizureQuery query) => new() { Query = query, Facets = RealisticQueries.Facets };

    private static async Task<(List<double> Ours, List<double> Rival)> TabulateAsync(
        BenchmarkFolder folder,
        DuckRival? duck,
        RealisticQueries queries,
        int dimensions,
        Bucket bucket,
        CancellationToken stop
    )
    {
        var ours = new List<double>();
        var rival = new List<double>();
        foreach (SeizureQuery query in queries.Take(Tabulations, withWords: false))
        {
            var request = new TabulationRequest(query, queries.Fields(dimensions), Measure.Count, bucket);
            long start = Stopwatch.GetTimestamp();
            Tabulation answer = await folder.Index.TabulateAsync(Reader.Owner, request, stop);
            // Rows get their texts when they are looked at, and the rival's are read too: every one is.
            double sum = 0;
            foreach (TabulationRow row in answer.Rows)
                sum += row.Value + row.Key.Count;
            GC.KeepAlive(sum);
            ours.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (duck is not null)
                rival.Add(duck.Tabulate(request));
        }

        return (ours, rival);
    }

    private static Task SpreadAsync(CaseRun run, string name, List<double> ours, List<double> rival) =>
        run.LineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: n = {ours.Count}, p50 {Spread.Quantile(ours, 0.5):0.00} ms, p95 {P95(ours):0.00} ms"
            )
                + (
                    rival.Count == 0
                        ? ""
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"; DuckDB p50 {Spread.Quantile(rival, 0.5):0.00}, p95 {P95(rival):0.00} ms"
                        )
                )
        );

    private static double P95(List<double> values) => Spread.Quantile(values, 0.95);

    private static double? Rival(List<double> values) => values.Count == 0 ? null : P95(values);

    private static double Times(List<double> ours, List<double> rival) => Spread.Quantile(rival, 0.5) / Spread.Quantile(ours, 0.5);
}
