using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Million;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Pages;

/// <summary>The pages as analysts meet them: what each costs the server, how large it is, how soon it shows, and how fifty people share it.</summary>
internal static class PagesCase
{
    /// <summary>A million seizures; <c>--quick</c> a tenth, <c>--data FOLDER</c> what was taken in before; <c>--seconds N</c> of fifty analysts,
    /// <c>--analysts</c> them alone.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        using BenchmarkFolder folder = await BenchmarkFolder.OpenAsync(run, stop);
        PageQuestions questions = await PageQuestions.OfAsync(folder, stop);
        var bars = new List<Bar>();
        await using (ServedFolder served = await ServedFolder.StartAsync(folder.Folder, stop))
        {
            if (!run.Has("--analysts"))
            {
                bars.AddRange(await PageTimes.MeasureAsync(run, served, questions, stop));
                bars.AddRange(await BrowserBars.MeasureAsync(run, served, questions, stop));
            }

            bars.AddRange(await FiftyAnalysts.MeasureAsync(run, served, folder.Folder, questions, stop));
            await run.LineAsync($"the server's peak: {served.PeakMegabytes:0} MB");
        }

        return await BarTable.PrintAsync(run, run.IsQuick ? "pages-quick" : "pages", bars, stop) == 0 ? 0 : 1;
    }
}
