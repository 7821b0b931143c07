using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Million;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Pages;

/// <summary>Milliseconds until the whole page is read on this machine, one asker at a time: no less than the server's own time.</summary>
internal static class PageTimes
{
    private const double Most = 200;
    private const int Asked = 40;
    private const int Unasked = 20;

    // What stands in a page whose study must run.
    private const string Place = "class=\"message pending\"";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Whether a page waits for its study.</summary>
    public static bool IsPending(string page) => page.Contains(Place, StringComparison.Ordinal);

    /// <summary>Measures pages of counts, of kept studies, and the first reply of studies that must run.</summary>
    public static async Task<IReadOnlyList<Bar>> MeasureAsync(
        CaseRun run,
        ServedFolder served,
        PageQuestions questions,
        CancellationToken stop
    )
    {
        var bars = new List<Bar>();
        // Code runs once before it is measured, on questions that are not asked again.
        foreach (string address in questions.Searches(10))
            await served.AskAsync(address, stop);
        bars.Add(await CountsAsync("search", questions.Searches(Asked)));
        bars.Add(await CountsAsync("seizure", questions.Singles(Asked)));
        bars.Add(await CountsAsync("compare", questions.Comparisons(Asked)));
        bars.Add(await CountsAsync("watch-trial", questions.Watches(Asked)));
        foreach (string page in PageQuestions.Plain)
        {
            await served.AskAsync(page, stop);
            bars.Add(await CountsAsync(page, Repeated(page)));
        }

        foreach (string page in PageQuestions.Studies)
        {
            double seconds = await FillAsync(served, page, stop);
            await run.LineAsync(string.Create(CultureInfo.InvariantCulture, $"{page}: whole after {seconds:0.0} s"));
            bars.Add(new Bar("kept" + page, $"{page}, kept, p95 ms", Most, false, await P95Async(Repeated(page), null)));
            var pending = new List<bool>();
            double first = await P95Async(questions.Unasked(page, Unasked), pending);
            if (!pending.Contains(true))
                await run.LineAsync($"{page}: no study had to run; its first replies are whole pages");
            bars.Add(new Bar("first" + page, $"{page}, first reply, p95 ms", Most, false, first));
        }

        return bars;

        async Task<Bar> CountsAsync(string name, IReadOnlyList<string> addresses) =>
            new("counts-" + name.Trim('/'), $"{name}, p95 ms", Most, false, await P95Async(addresses, null));

        static string[] Repeated(string page)
        {
            string[] pages = new string[Asked];
            Array.Fill(pages, page);
            return pages;
        }

        async Task<double> P95Async(IReadOnlyList<string> addresses, List<bool>? pending)
        {
            var times = new List<double>();
            foreach (string address in addresses)
            {
                (double milliseconds, string page) = await served.ReadAsync(address, stop);
                times.Add(milliseconds);
                if (pending is null)
                {
                    if (IsPending(page))
                        throw new InvalidOperationException($"{address} waits for a study where none was expected.");
                    continue;
                }

                pending.Add(IsPending(page));
                await served.StopStudiesAsync(stop);
            }

            return Spread.Quantile(times, 0.95);
        }
    }

    /// <summary>Looks at a page until its study has run; the seconds that it took.</summary>
    public static async Task<double> FillAsync(ServedFolder served, string page, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        while (IsPending((await served.ReadAsync(page, stop)).Answer))
        {
            if (watch.Elapsed > Patience)
                throw new TimeoutException($"The study of {page} did not end within {Patience.TotalMinutes:0} minutes.");
            await Task.Delay(200, stop);
        }

        return watch.Elapsed.TotalSeconds;
    }
}
