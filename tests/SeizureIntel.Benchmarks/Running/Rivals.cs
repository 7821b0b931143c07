using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Benchmarks.Running;

/// <summary>Programs of others that do the same work; they are measured where they are installed.</summary>
internal static class Rivals
{
    private const string Java = "/usr/bin/java";

    private static readonly string[] Pythons = ["/usr/bin/python3", "/usr/local/bin/python3"];
    private static readonly string[] Interpreters = ["/usr/bin/Rscript", "/usr/local/bin/Rscript"];

    /// <summary>A Python that has a module; null without one.</summary>
    public static Task<string?> PythonWithAsync(string module, CancellationToken stop) =>
        FindAsync(Pythons, ["-c", $"import {module}"], stop);

    /// <summary>An R that has a package; null without one.</summary>
    public static Task<string?> RWithAsync(string package, CancellationToken stop) =>
        FindAsync(Interpreters, ["-e", $"suppressPackageStartupMessages(library({package}))"], stop);

    /// <summary>The Java program, where Debian's archive of a library is installed; null without either.</summary>
    public static string? JavaWith(string archive) => File.Exists(Archive(archive)) && File.Exists(Java) ? Java : null;

    /// <summary>Path of one of Debian's Java archives.</summary>
    public static string Archive(string name) => Path.Combine("/usr/share/java", name);

    /// <summary>Path of one of the scripts in rivals/.</summary>
    public static string Script(string name) => Path.Combine(Surroundings.Root, "tests", "SeizureIntel.Benchmarks", "rivals", name);

    private static async Task<string?> FindAsync(IEnumerable<string> programs, string[] probe, CancellationToken stop)
    {
        foreach (string program in programs.Where(File.Exists))
        {
            MeasuredProcess tried = await MeasuredProcess.RunAsync(program, probe, stop);
            if (tried.ExitCode == 0)
                return program;
        }

        return null;
    }
}
