using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace SeizureIntel.Benchmarks.Running;

/// <summary>Largest working sets while a case runs: of the benchmarks' own process and of the product's commands that it started.</summary>
internal static class PeakMemory
{
    private static double s_command;
    private static bool s_isSinceStart;

    /// <summary>Begins to watch afresh.</summary>
    public static void Start()
    {
        s_command = 0;
        GC.Collect();
        try
        {
            // Linux: 5 sets the high-water mark of the resident set back to what is resident now.
            File.WriteAllText("/proc/self/clear_refs", "5");
            s_isSinceStart = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            s_isSinceStart = true;
        }
    }

    /// <summary>Takes note of a command of the product.</summary>
    public static void Note(double megabytes) => s_command = Math.Max(s_command, megabytes);

    /// <summary>What a case needed, in one line.</summary>
    public static string Line(string name)
    {
        using Process self = Process.GetCurrentProcess();
        string commands = s_command == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; of the commands it ran {s_command:0} MB");
        return $"{name}: largest working set {self.PeakWorkingSet64 / 1048576.0:0} MB, made-up input "
            + $"included{(s_isSinceStart ? ", since the first case" : "")}{commands}";
    }
}
