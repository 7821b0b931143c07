using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Benchmarks.Running;

/// <summary>A file of the exchange template with rows of the simulator: made once and kept below artifacts, made anew when the simulator changes.</summary>
internal static class SimulatedRows
{
    // Six of ten simulated cases come from reporters that write a template file with the year first; a few cases have two item lines.
    private const double CasesARow = 1.75;

    // One file has one order of dates; this reporter alone writes the day first.
    private const string DayFirst = "template-es.csv";
    private const int First = 1;

    /// <summary>The file with exactly so many rows below its header.</summary>
    public static async Task<string> FileAsync(int rows, int seed, TextWriter output, CancellationToken stop)
    {
        string folder = Path.Combine(Surroundings.Root, "artifacts", "benchmarks"),
            name = string.Create(CultureInfo.InvariantCulture, $"template-{rows}-seed-{seed}"),
            file = Path.Combine(folder, $"{name}-{Version()}.csv");
        if (File.Exists(file))
            return file;
        Directory.CreateDirectory(folder);
        foreach (string stale in Directory.EnumerateFiles(folder, name + "-*"))
            File.Delete(stale);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"simulating {rows} rows, once: {file}"));
        DirectoryInfo raw = Directory.CreateTempSubdirectory("seizureintel-bench-raw-");
        try
        {
            string cases = ((int)Math.Min(2_000_000, rows * CasesARow)).ToString(CultureInfo.InvariantCulture),
                draw = seed.ToString(CultureInfo.InvariantCulture);
            MeasuredProcess simulate = await MeasuredProcess.RunAsync(
                Surroundings.Executable,
                ["simulate", "--cases", cases, "--seed", draw, "--out", raw.FullName, "--json"],
                stop
            );
            if (simulate.ExitCode != 0)
                throw new InvalidOperationException("The simulation before the measurement failed: " + simulate.Errors);
            string[] parts =
            [
                .. raw.EnumerateFiles("template-*.csv")
                    .Where(f => f.Name != DayFirst)
                    .Select(f => f.FullName)
                    .Order(StringComparer.Ordinal),
            ];
            string part = file + ".part";
            Join(parts, part, rows, seed);
            File.Move(part, file, overwrite: true);
        }
        finally
        {
            raw.Delete(recursive: true);
        }

        // What was needed to make the rows is no cost of the case.
        PeakMemory.Start();
        return file;
    }

    /// <summary>Joins files of one header into one with so many rows, whose references no file of another seed has: the simulator counts from one each
    /// time, and a reference that is in the store already would be told of each case.</summary>
    /// <exception cref="InvalidOperationException">The files hold fewer rows.</exception>
    private static void Join(IReadOnlyList<string> files, string into, int rows, int seed)
    {
        using var writer = new StreamWriter(into, false, new UTF8Encoding(false)) { NewLine = "\r\n" };
        int written = 0;
        foreach (string file in files)
        {
            bool isHeader = true;
            foreach (string row in Rows(file))
            {
                if (isHeader && written == 0)
                    writer.WriteLine(row);
                else if (!isHeader && written++ < rows)
                    writer.WriteLine(seed == First ? row : Numbered(row, seed));
                isHeader = false;
                if (written == rows)
                    return;
            }
        }

        throw new InvalidOperationException($"The simulator wrote {written} rows of the template; {rows} were expected.");
    }

    // "BE-2020-00001" is "BE2-2020-00001" in the second file.
    private static string Numbered(string row, int seed) =>
        row.Length > 3 && row[2] == '-' ? string.Create(CultureInfo.InvariantCulture, $"{row[..2]}{seed}{row[2..]}") : row;

    // A quoted cell may run over several lines: a row ends where its quotes are even.
    private static IEnumerable<string> Rows(string file)
    {
        string row = "";
        foreach (string line in File.ReadLines(file))
        {
            row = row.Length == 0 ? line : row + "\n" + line;
            if (row.Count(c => c == '"') % 2 != 0)
                continue;
            yield return row;
            row = "";
        }
    }

    // What the rows depend on: the simulator's sources, the template's fields, and this.
    private static string Version()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] folders = [Path.Combine("etl", "SeizureIntel.Synthetic"), Path.Combine("src", "SeizureIntel", "Fields")];
        foreach (
            string source in folders
                .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Surroundings.Root, f), "*.cs", SearchOption.AllDirectories))
                .Order(StringComparer.Ordinal)
                .Append(Path.Combine(Surroundings.Root, "tests", "SeizureIntel.Benchmarks", "Running", "SimulatedRows.cs"))
        )
            hash.AppendData(File.ReadAllBytes(source));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
