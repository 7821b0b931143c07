using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Million;

/// <summary>Whole files taken in by the product's own command, everything on.</summary>
internal static class IntakeBars
{
    private const double LeastRows = 30_000;
    private const double MostMegabytes = 400;
    private const double MostGrowth = 1.15;
    private const double MostMegabytesTenfold = 3_072;
    private const double LeastShareOfRate = 0.8;
    private const int FewRows = 100_000;

    /// <summary>Takes the file into a folder, and a shorter one into another, to see whether memory grows with the rows.</summary>
    public static async Task<IReadOnlyList<Bar>> MeasureAsync(
        CaseRun run,
        string file,
        string data,
        PassingFolder work,
        CancellationToken stop
    )
    {
        string few = await SimulatedRows.FileAsync(FewRows, 1, run.Output, stop);
        (_, double fewMegabytes) = await TakeAsync(few, work.At("few"), stop);
        (double rate, double megabytes) = await TakeAsync(file, data, stop);
        double columns = AnswerBars.ColumnBytes(data, out _) / 1048576.0,
            fewColumns = AnswerBars.ColumnBytes(work.At("few"), out _) / 1048576.0;
        double? rival = await RivalAsync(run, file, work, stop);
        await run.LineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"intake: peak {fewMegabytes:0} MB at {FewRows} rows, {megabytes:0} MB at all; columns {fewColumns:0} and {columns:0} MB"
            )
        );
        return
        [
            new Bar("intake", "intake, rows/s, all on (rival: pandas)", LeastRows, true, rate, rival),
            new Bar("intake-memory", "memory of intake beside the columns, MB", MostMegabytes, false, megabytes - columns),
            new Bar(
                "intake-flat",
                "the same, times that at 100,000 rows",
                MostGrowth,
                false,
                (megabytes - columns) / (fewMegabytes - fewColumns)
            ),
        ];
    }

    /// <summary>Takes ten files into a folder with one command: whether it stays as fast as with the first (harmonic mean, as files are of one length), in
    /// 3 GB of memory.</summary>
    public static async Task<IReadOnlyList<Bar>> MeasureTenfoldAsync(
        CaseRun run,
        IReadOnlyList<string> files,
        string data,
        CancellationToken stop
    )
    {
        (IReadOnlyList<double> rates, double megabytes) = await RatesAsync(files, data, stop);
        double columns = AnswerBars.ColumnBytes(data, out _) / 1048576.0,
            all = rates.Count / rates.Sum(r => 1 / r);
        await run.LineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"intake: rows/s of each file {string.Join(", ", rates.Select(r => r.ToString("#,0", CultureInfo.InvariantCulture)))}; "
                    + $"peak {megabytes:0} MB, of which columns {columns:0} MB"
            )
        );
        return
        [
            new Bar(
                "intake-share",
                "intake, slowest file's rows/s as a share of the first's",
                LeastShareOfRate,
                true,
                rates.Min() / rates[0]
            ),
            new Bar("intake-memory", "memory of intake, columns included, MB", MostMegabytesTenfold, false, megabytes),
        ];
    }

    private static async Task<(double Rate, double Megabytes)> TakeAsync(string file, string data, CancellationToken stop)
    {
        (IReadOnlyList<double> rates, double megabytes) = await RatesAsync([file], data, stop);
        return (rates.Single(), megabytes);
    }

    // Rows a second of each file, and the peak of the whole.
    private static async Task<(IReadOnlyList<double> Rates, double Megabytes)> RatesAsync(
        IReadOnlyList<string> files,
        string data,
        CancellationToken stop
    )
    {
        MeasuredProcess process = await MeasuredProcess.RunAsync(
            Surroundings.Executable,
            ["ingest", .. files, "--source", "template", "--data", data, "--json"],
            stop
        );
        if (process.ExitCode is not (0 or 3))
            throw new InvalidOperationException("The intake failed: " + process.Errors);
        using JsonDocument report = JsonDocument.Parse(process.Output);
        double[] rates =
        [
            .. report
                .RootElement.GetProperty("submissions")
                .EnumerateArray()
                .Select(s => s.GetProperty("rows_read").GetInt32() / s.GetProperty("seconds").GetDouble()),
        ];
        return (rates, process.PeakMegabytes);
    }

    private static async Task<double?> RivalAsync(CaseRun run, string file, PassingFolder work, CancellationToken stop)
    {
        string? python = await run.RivalAsync(s => Rivals.PythonWithAsync("pandas", s), "pandas (python3-pandas)", stop);
        if (python is null)
            return null;
        string database = work.At("rival.db");
        MeasuredProcess process = await MeasuredProcess.RunAsync(python, [Rivals.Script("read_clean_write.py"), file, database], stop);
        File.Delete(database);
        string[] figures = process.Output.Trim().Split(' ');
        return double.Parse(figures[0], CultureInfo.InvariantCulture) / double.Parse(figures[1], CultureInfo.InvariantCulture);
    }
}
