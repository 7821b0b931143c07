using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace SeizureIntel.EndToEnd.Running;

/// <summary>Runs the product as its users do: as a process.</summary>
public static class Executable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The executable built like these tests: debug beside debug, release beside release.</summary>
    public static string Product { get; } =
        Path.Combine(Root, "artifacts/bin/SeizureIntel.App", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "SeizureIntel.App");

    public static Task<Ended> RunAsync(params string[] arguments) => RunAsync(Product, arguments, Path.GetTempPath());

    public static async Task<Ended> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        using Process process = Start(program, arguments, folder, environment);
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return new Ended(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts a program.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Where it starts.</param>
    /// <param name="environment">What its environment has beside ours; null for nothing.</param>
    public static Process Start(
        string program,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SeizureIntel.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The repository's root was not found above the tests.");
    }
}
