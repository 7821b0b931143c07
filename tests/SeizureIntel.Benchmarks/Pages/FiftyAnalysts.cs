using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Million;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Pages;

/// <summary>Fifty analysts of ten offices who see ten different parts of the records, each a page every five seconds.</summary>
internal static class FiftyAnalysts
{
    private const int Analysts = 50;
    private const int Seconds = 120;
    private const double Most = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // As the page's own script looks again while a study runs.
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(700);

    private static readonly string[] Markings = ["GREEN", "AMBER", "RED"];

    private static readonly (string? Region, string Marking)[] Readers =
    [
        .. Markings.Select(m => ((string?)null, m)),
        .. Markings.Select(m => ((string?)"Western Europe", m)),
        .. Markings.Select(m => ((string?)"South America", m)),
        ("Eastern Asia", "AMBER"),
    ];

    /// <summary>Lets them work; a look at a place that fills counts like a page.</summary>
    public static async Task<IReadOnlyList<Bar>> MeasureAsync(
        CaseRun run,
        ServedFolder served,
        string folder,
        PageQuestions questions,
        CancellationToken stop
    )
    {
        var keys = new List<(string Key, IReadOnlyList<string> Seizures)>();
        foreach ((string? region, string marking) in Readers)
        {
            string office = string.Create(CultureInfo.InvariantCulture, $"bench-{keys.Count}-{Guid.CreateVersion7().ToString("N")[^6..]}");
            string[] where = region is null ? [] : ["--region", region];
            string key = await ServedFolder.KeyAsync(
                folder,
                ["--role", "analyst", "--office", office, .. where, "--marking", marking],
                stop
            );
            using HttpClient client = ServedFolder.Client(served.Address, key);
            keys.Add((key, await PageQuestions.SeenAsync(client, stop)));
        }

        var times = new ConcurrentBag<(string Kind, double Milliseconds)>();
        var errors = new ConcurrentBag<string>();
        TimeSpan whole = TimeSpan.FromSeconds(run.Number("--seconds", Seconds));
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, Analysts)
                .Select(i => WorkAsync(i, keys[i % keys.Count], served.Address, questions, whole, clock, times, errors, stop))
        );
        (string Kind, double Milliseconds)[] all = [.. times];
        foreach (var kind in all.GroupBy(t => t.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            double[] spent = [.. kind.Select(t => t.Milliseconds)];
            await run.LineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Analysts} analysts, {kind.Key}: n = {spent.Length}, p50 {Spread.Quantile(spent, 0.5):0} ms, "
                        + $"p95 {Spread.Quantile(spent, 0.95):0} ms"
                )
            );
        }

        foreach (string error in errors.Distinct().Take(5))
            await run.LineAsync("error: " + error);
        string length = string.Create(CultureInfo.InvariantCulture, $"{whole.TotalSeconds:0} s");
        return
        [
            new Bar(
                "analysts",
                $"{Analysts} analysts, {length}, p95 ms",
                Most,
                false,
                Spread.Quantile(all.Select(t => t.Milliseconds), 0.95)
            ),
            new Bar("analysts-errors", $"errors of {all.Length + errors.Count} replies to them", 0, false, errors.Count),
        ];
    }

    private static async Task WorkAsync(
        int number,
        (string Key, IReadOnlyList<string> Seizures) who,
        Uri address,
        PageQuestions questions,
        TimeSpan whole,
        Stopwatch clock,
        ConcurrentBag<(string, double)> times,
        ConcurrentBag<string> errors,
        CancellationToken stop
    )
    {
        using HttpClient client = ServedFolder.Client(address, who.Key);
        var draws = new Draws(100 + number);
        TimeSpan next = Pause * draws.Uniform();
        for (; next < whole; next += Pause)
        {
            await UntilAsync(next);
            string page;
            // The questions are drawn from one source.
            lock (questions)
                page = questions.Next(draws, who.Seizures);
            string kind = page.Split('?')[0] is var path && path.StartsWith("/seizures/", StringComparison.Ordinal) ? "/seizures" : path;
            bool isPending = await LookAsync(kind, page);
            while (isPending && clock.Elapsed + Again < next + Pause)
            {
                await Task.Delay(Again, stop);
                isPending = await LookAsync(kind + ", again", page);
            }
        }

        Task UntilAsync(TimeSpan time) => clock.Elapsed < time ? Task.Delay(time - clock.Elapsed, stop) : Task.CompletedTask;

        async Task<bool> LookAsync(string kind, string page)
        {
            long start = Stopwatch.GetTimestamp();
            try
            {
                using HttpResponseMessage reply = await client.GetAsync(new Uri(page, UriKind.Relative), stop);
                string said = await reply.Content.ReadAsStringAsync(stop);
                if (!reply.IsSuccessStatusCode)
                    errors.Add(string.Create(CultureInfo.InvariantCulture, $"{kind}: {(int)reply.StatusCode}"));
                else
                    times.Add((kind, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
                return PageTimes.IsPending(said);
            }
            catch (HttpRequestException broken)
            {
                errors.Add($"{kind}: {broken.Message}");
                return false;
            }
        }
    }
}
