using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Playwright;
using SeizureIntel.Benchmarks.Million;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Pages;

/// <summary>What Chromium loads of a page for the first time, and when it paints the first of it.</summary>
internal static class BrowserBars
{
    private const string Chromium = "/usr/bin/chromium";
    private const double MostKilobytes = 400;
    private const double MostMilliseconds = 1000;
    private const int Loads = 5;

    /// <summary>Opens every page with an empty cache, five times; no bars, with a line that says so, where there is no Chromium.</summary>
    public static async Task<IReadOnlyList<Bar>> MeasureAsync(
        CaseRun run,
        ServedFolder served,
        PageQuestions questions,
        CancellationToken stop
    )
    {
        if (!File.Exists(Chromium))
        {
            await run.LineAsync($"page bytes and first paint: skipped, no {Chromium} (./.ci/install chromium)");
            return [];
        }

        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox"] }
        );
        string[] pages =
        [
            .. PageQuestions.Studies,
            "/search",
            questions.Singles(1)[0],
            questions.Comparisons(1)[0],
            .. PageQuestions.Plain,
        ];
        var bytes = new List<(string Page, double Kilobytes)>();
        var paints = new List<(string Page, double Milliseconds)>();
        foreach (string page in pages)
        {
            var times = new List<double>();
            double most = 0;
            for (int i = 0; i < Loads; i++)
            {
                (double kilobytes, double milliseconds) = await LoadAsync(browser, served, page);
                most = Math.Max(most, kilobytes);
                times.Add(milliseconds);
                stop.ThrowIfCancellationRequested();
            }

            bytes.Add((page, most));
            paints.Add((page, Spread.Quantile(times, 0.5)));
            await run.LineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{page}: {most:0} KB, first paint {paints[^1].Milliseconds:0} ms (median of {Loads})"
                )
            );
        }

        (string largest, double size) = bytes.MaxBy(b => b.Kilobytes);
        (string slowest, double paint) = paints.MaxBy(p => p.Milliseconds);
        return
        [
            new Bar("bytes", $"largest page ({Short(largest)}) without ECharts, KB", MostKilobytes, false, size),
            new Bar("paint", $"slowest first contentful paint ({Short(slowest)}), ms", MostMilliseconds, false, paint),
        ];
    }

    private static string Short(string page) => page.Split('?')[0];

    private static async Task<(double Kilobytes, double Milliseconds)> LoadAsync(IBrowser browser, ServedFolder served, string path)
    {
        await using IBrowserContext context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = served.Address.ToString(),
                ExtraHTTPHeaders = [new("Authorization", "Bearer " + served.Key)],
            }
        );
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        double[] found = await page.EvaluateAsync<double[]>(
            """
            () => {
              const loaded = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
              const own = loaded.filter((e) => !e.name.endsWith("/echarts.min.js"));
              const paint = performance.getEntriesByName("first-contentful-paint")[0];
              return [own.reduce((sum, e) => sum + e.decodedBodySize, 0) / 1024, paint ? paint.startTime : -1];
            }
            """
        );
        return found[1] >= 0 ? (found[0], found[1]) : throw new InvalidOperationException($"{path} painted nothing.");
    }
}
