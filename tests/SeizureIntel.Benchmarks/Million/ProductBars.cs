using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Queries;

namespace SeizureIntel.Benchmarks.Million;

/// <summary>The product as people meet it: the server from its start, every page, the studies, a bulletin, one more upload, verify.</summary>
internal static class ProductBars
{
    private const int Asked = 100;
    private const int MoreRows = 10_000;
    private const int Starts = 5;
    private const string Region = "Western Europe";
    private const string Printing = "Printing the PDF";

    private static readonly string[] Pages =
    [
        "/",
        "/search",
        "/routes",
        "/concealment",
        "/trends",
        "/small-arms",
        "/coverage",
        "/submissions",
        "/bulletins",
    ];

    /// <summary>Measures them one after the other.</summary>
    public static async Task<IReadOnlyList<Bar>> MeasureAsync(CaseRun run, string data, PassingFolder work, CancellationToken stop)
    {
        var bars = new List<Bar>();
        MeasuredProcess studies = await StudiesAsync(data, stop);
        bars.Add(new Bar("studies", "all studies, cold, s", 25, false, Named(studies.Output, "all studies over", "seizures: ")));
        bars.Add(new Bar("studies-memory", "peak of the studies' process, MB", 900, false, studies.PeakMegabytes));
        bars.Add(
            new Bar("studies-warm", "all studies asked again, ms", 50, false, Named(studies.Output, "all studies asked again", "cached: "))
        );
        await run.LineAsync(studies.Output.Trim());
        Directory.Delete(Path.Combine(data, "cache"), recursive: true);
        MeasuredProcess bulletin = await MeasuredProcess.RunAsync(
            Surroundings.Executable,
            [.. Bulletin(data), "--out", work.At("bulletin"), "--data", data, "--json"],
            stop
        );
        if (bulletin.ExitCode != 0)
            throw new InvalidOperationException("The bulletin failed: " + bulletin.Errors);
        // Without Chromium nothing is printed.
        double printing = bulletin.Errors.Contains(Printing, StringComparison.Ordinal) ? Named(bulletin.Errors, Printing, "prints, ") : 0;
        bars.Add(new Bar("bulletin", "quarterly bulletin of a region, cold, beside its PDF, s", 10, false, bulletin.Seconds - printing));
        await run.LineAsync(string.Create(CultureInfo.InvariantCulture, $"the bulletin's PDF, two prints: {printing:0.0} s more"));
        MeasuredProcess verify = await MeasuredProcess.RunAsync(Surroundings.Executable, ["verify", "--data", data, "--json"], stop);
        bars.Add(new Bar("verify", "verify, s", 3, false, verify.Seconds));
        bars.AddRange(await ServedAsync(run, data, work, stop));
        return bars;
    }

    private static string[] Bulletin(string data) =>
        ["bulletin", "--region", Region, "--from", LastQuarter(data).From, "--to", LastQuarter(data).To];

    private static async Task<IReadOnlyList<Bar>> ServedAsync(CaseRun run, string data, PassingFolder work, CancellationToken stop)
    {
        var bars = new List<Bar>();
        SeizureQuery[] asked;
        using (BenchmarkFolder folder = BenchmarkFolder.Opened(data))
            asked = (await RealisticQueries.OfAsync(folder, stop)).Take(Asked, withWords: true);
        bars.AddRange(await StartsAsync(run, data, stop));
        await using ServedFolder served = await ServedFolder.StartAsync(data, stop);
        var search = new List<double>();
        foreach (SeizureQuery query in asked)
            search.Add(await served.AskAsync(Address(query), stop));
        bars.Add(new Bar("search-http", "search + 8 facets over HTTP, p95 ms", 12, false, Spread.Quantile(search, 0.95)));
        double cold = 0,
            warm = 0;
        foreach (string page in Pages)
        {
            // The first answer of a page whose study has not run yet says that it runs: warm is the page with its study.
            double first = await served.AskAsync(page, stop),
                whole = await served.QuietAsync(stop),
                again = await served.AskAsync(page, stop);
            again = Math.Min(again, await served.AskAsync(page, stop));
            await run.LineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"page {page}: cold {first:0} ms, its study {whole:0.0} s more, then warm {again:0} ms"
                )
            );
            if (page == "/")
            {
                bars.Add(new Bar("overview-warm", "overview page, warm, ms", 200, false, again));
                continue;
            }

            (cold, warm) = (Math.Max(cold, first), Math.Max(warm, again));
        }

        bars.Add(new Bar("pages-cold", "slowest other page, cold, ms", 1000, false, cold));
        bars.Add(new Bar("pages-warm", "slowest other page, warm, ms", 200, false, warm));
        string more = await MoreAsync(run, work, stop);
        (double sent, double searchable) = await served.SendAsync(more, stop);
        bars.Add(new Bar("upload", "upload of 10,000 rows, searchable after its commit, s", 1, false, searchable));
        await run.LineAsync(string.Create(CultureInfo.InvariantCulture, $"the upload, from its sending to its answer: {sent:0.00} s"));
        await run.LineAsync(string.Create(CultureInfo.InvariantCulture, $"the server's peak: {served.PeakMegabytes:0} MB"));
        return bars;
    }

    // A server that has just started, its first answer and its first page; the middle one of some starts.
    private static async Task<IReadOnlyList<Bar>> StartsAsync(CaseRun run, string data, CancellationToken stop)
    {
        var starts = new List<double>();
        var overviews = new List<double>();
        for (int start = 0; start < Starts; start++)
        {
            await using ServedFolder served = await ServedFolder.StartAsync(data, stop);
            starts.Add(served.SecondsUntilAnswer);
            overviews.Add(await served.AskAsync("/", stop));
        }

        await run.LineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"starts: {string.Join(", ", starts.Select(Seconds))} s; the overview after each: {string.Join(", ", overviews.Select(Whole))} ms"
            )
        );
        return
        [
            new Bar("serve", "serve until the first answer, s", 1, false, Spread.Quantile(starts, 0.5)),
            new Bar("overview-cold", "overview page, cold, ms", 1000, false, Spread.Quantile(overviews, 0.5)),
        ];

        static string Seconds(double seconds) => seconds.ToString("0.00", CultureInfo.InvariantCulture);
        static string Whole(double milliseconds) => milliseconds.ToString("0", CultureInfo.InvariantCulture);
    }

    private static string Address(SeizureQuery query) =>
        "/api/v1/search?facets="
        + string.Join(',', RealisticQueries.Facets)
        + "&query="
        + Uri.EscapeDataString(SeizureQueryJson.Write(query));

    private static async Task<MeasuredProcess> StudiesAsync(string data, CancellationToken stop)
    {
        MeasuredProcess process = await MeasuredProcess.RunAsync(Surroundings.Benchmarks, ["all-studies", "--data", data], stop);
        Directory.CreateDirectory(Path.Combine(data, "cache"));
        return process.ExitCode == 0 ? process : throw new InvalidOperationException("The studies failed: " + process.Errors);
    }

    // Rows of another draw: none of them is kept yet.
    private static async Task<string> MoreAsync(CaseRun run, PassingFolder work, CancellationToken stop)
    {
        string all = await SimulatedRows.FileAsync(MoreRows, 99, run.Output, stop),
            more = work.At("more.csv");
        await File.WriteAllTextAsync(more, await File.ReadAllTextAsync(all, stop), Encoding.UTF8, stop);
        return more;
    }

    private static (string From, string To) LastQuarter(string data)
    {
        using BenchmarkFolder folder = BenchmarkFolder.Opened(data);
        SearchResult last = folder
            .Index.SearchAsync(Readers.Reader.Owner, new SearchRequest { Query = SeizureQuery.All, Size = 1 }, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        DateOnly day = DateOnly.ParseExact(last.Hits[0].Values["seizure_date"][0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            to = new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1).AddDays(-1),
            from = to.AddDays(1).AddMonths(-3);
        return (from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    // The figure behind a word, in the line that begins with a name.
    private static double Named(string output, string line, string before)
    {
        string found = output.Split('\n').First(l => l.StartsWith(line, StringComparison.Ordinal));
        string figure = found[(found.IndexOf(before, StringComparison.Ordinal) + before.Length)..];
        return double.Parse(figure[..figure.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
    }
}
