using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Million;

/// <summary>What a million seizures cost, from the file to every answer: a table of bars, figures and rivals.</summary>
internal static class MillionCase
{
    private const int Rows = 1_000_000;
    private const int QuickRows = 100_000;
    private const int Tenfold = 10;

    /// <summary>A million rows; <c>--quick</c> a tenth of them, <c>--data FOLDER</c> a folder that was taken in before (its intake is not measured).</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        int rows = run.IsQuick ? QuickRows : Rows;
        using var work = new PassingFolder();
        var bars = new List<Bar>();
        string data = run.Option("--data") is { } given ? Path.GetFullPath(given) : work.At("data");
        if (run.Option("--data") is null)
            bars.AddRange(await IntakeBars.MeasureAsync(run, await SimulatedRows.FileAsync(rows, 1, output, stop), data, work, stop));
        bars.AddRange(await AnswerBars.MeasureAsync(run, data, Limits.Million, stop));
        bars.AddRange(await ProductBars.MeasureAsync(run, data, work, stop));
        return await BarTable.PrintAsync(run, rows.ToString(CultureInfo.InvariantCulture), bars, stop) == 0 ? 0 : 1;
    }

    /// <summary>Ten millions: intake, searches and tabulations alone.</summary>
    public static async Task<int> RunTenfoldAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        using var work = new PassingFolder();
        var bars = new List<Bar>();
        string data = run.Option("--data") is { } given ? Path.GetFullPath(given) : work.At("data");
        if (run.Option("--data") is null)
        {
            var files = new List<string>();
            for (int seed = 1; seed <= Tenfold; seed++)
                files.Add(await SimulatedRows.FileAsync(run.IsQuick ? QuickRows : Rows, seed, output, stop));
            bars.AddRange(await IntakeBars.MeasureTenfoldAsync(run, files, data, stop));
        }

        bars.AddRange(await AnswerBars.MeasureAsync(run, data, Limits.TenMillion, stop));
        return await BarTable.PrintAsync(run, run.IsQuick ? "ten-million-quick" : "ten-million", bars, stop) == 0 ? 0 : 1;
    }
}
