using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Benchmarks.Running;

/// <summary>A command that was run to its end, with what it cost.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed on standard output.</param>
/// <param name="Errors">What it printed on standard error.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="PeakMegabytes">Largest resident set, as the kernel counted it; 0 where it does not say.</param>
internal sealed record MeasuredProcess(int ExitCode, string Output, string Errors, double Seconds, double PeakMegabytes)
{
    /// <summary>Runs a command.</summary>
    public static async Task<MeasuredProcess> RunAsync(string file, IReadOnlyList<string> arguments, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(
            new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(stop),
            errors = process.StandardError.ReadToEndAsync(stop);
        double peak = 0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            await Task.Delay(20, stop);
        }

        await process.WaitForExitAsync(stop);
        if (file == Surroundings.Executable)
            PeakMemory.Note(peak);
        return new MeasuredProcess(process.ExitCode, await output, await errors, watch.Elapsed.TotalSeconds, peak);
    }

    /// <summary>Largest resident set of a process so far, MB; 0 where the kernel does not say.</summary>
    // VmHWM is the kernel's own high-water mark, so a late look misses nothing but the last moments.
    public static double PeakOf(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null
                ? 0
                : double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
