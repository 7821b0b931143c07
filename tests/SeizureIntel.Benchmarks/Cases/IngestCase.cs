using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>A whole file end to end, beside a script that only reads, cleans and writes it.</summary>
internal static class IngestCase
{
    private const int Runs = 3;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        InputFile file = await InputFile.ChooseAsync(run, stop);
        string folder = Directory.CreateTempSubdirectory("seizureintel-bench-").FullName;
        try
        {
            string? python = await run.RivalAsync(s => Rivals.PythonWithAsync("pandas", s), "pandas (python3-pandas)", stop);
            var ours = new List<(double Rows, double Seconds, double Peak)>();
            var rival = new List<(double Rows, double Seconds, double Peak)>();
            // In turn, so that a slow moment of the machine strikes both.
            for (int turn = 0; turn < Runs; turn++)
            {
                ours.Add(await Ours(file, Path.Combine(folder, $"ours{turn}"), stop));
                if (python is not null)
                    rival.Add(await Rival(python, file.Path, Path.Combine(folder, $"rival{turn}.db"), stop));
            }

            await Print(output, "ingest, end to end", ours);
            if (python is null)
                return 0;
            await Print(output, "pandas: read, clean, write", rival);
            double ratio = Spread.Quantile(ours.Zip(rival, (o, r) => o.Rows / o.Seconds / (r.Rows / r.Seconds)), 0.5);
            await output.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"ratio of rows a second, ours/pandas, median of {Runs} pairs: {ratio:0.00}")
            );
            return 0;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task<(double Rows, double Seconds, double Peak)> Ours(InputFile file, string data, CancellationToken stop)
    {
        MeasuredProcess process = await MeasuredProcess.RunAsync(Surroundings.Executable, file.Ingest(data), stop);
        using JsonDocument report = JsonDocument.Parse(process.Output);
        JsonElement submission = report.RootElement.GetProperty("submissions")[0];
        return (submission.GetProperty("rows_read").GetInt32(), submission.GetProperty("seconds").GetDouble(), process.PeakMegabytes);
    }

    private static async Task<(double Rows, double Seconds, double Peak)> Rival(
        string python,
        string file,
        string database,
        CancellationToken stop
    )
    {
        MeasuredProcess process = await MeasuredProcess.RunAsync(python, [Rivals.Script("read_clean_write.py"), file, database], stop);
        string[] figures = process.Output.Trim().Split(' ');
        return (
            double.Parse(figures[0], CultureInfo.InvariantCulture),
            double.Parse(figures[1], CultureInfo.InvariantCulture),
            process.PeakMegabytes
        );
    }

    private static async Task Print(TextWriter output, string name, List<(double Rows, double Seconds, double Peak)> runs)
    {
        double[] rates = [.. runs.Select(r => r.Rows / r.Seconds)];
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {runs[0].Rows:0} rows, n = {runs.Count}, rows a second median {Spread.Quantile(rates, 0.5):0} (lowest "
                    + $"{rates.Min():0}, highest {rates.Max():0}), peak memory {runs.Max(r => r.Peak):0} MB"
            )
        );
    }
}
