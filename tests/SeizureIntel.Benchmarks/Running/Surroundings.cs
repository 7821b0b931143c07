using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace SeizureIntel.Benchmarks.Running;

/// <summary>Where things stand on this machine.</summary>
internal static class Surroundings
{
    /// <summary>The folder that holds SeizureIntel.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The product's executable, built beside the benchmarks.</summary>
    public static string Executable { get; } = Path.Combine(Root, "artifacts", "bin", "SeizureIntel.App", "release", "SeizureIntel.App");

    /// <summary>This program, for a case that is measured in a process of its own.</summary>
    public static string Benchmarks { get; } = Environment.ProcessPath!;

    /// <summary>Folder of simulated series with known outbreaks; null where it is absent.</summary>
    public static string? OutbreakSeries { get; } = ExistingFolder(Path.Combine(Root, "..", "shared", "vectors", "farrington", "noufaily"));

    /// <summary>The machine in one line: a time without it says nothing.</summary>
    public static string Machine =>
        $"{RuntimeInformation.OSDescription.Trim()}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, load {LoadAverage()}";

    private static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ').First() : "unknown";

    private static string? ExistingFolder(string path) => Directory.Exists(path) ? Path.GetFullPath(path) : null;

    private static string FindRoot()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "SeizureIntel.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("SeizureIntel.sln is in no folder above the benchmarks.");
    }
}
