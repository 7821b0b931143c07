using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace SeizureIntel.EndToEnd.Running;

/// <summary>A small checkout with the repository's own ./run, and a compiler in its place that only says that it was called.</summary>
public sealed class Checkout : IDisposable
{
    private readonly string _tools;

    public Checkout()
    {
        Root = Directory.CreateTempSubdirectory("seizureintel-run-").FullName;
        _tools = Path.Combine(Root, "artifacts", "tools");
        foreach (string file in new[] { "run", ".ci/steps", ".ci/install" })
        {
            string copy = At(file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Executable.Root, file), copy);
        }

        foreach (
            string file in new[]
            {
                "Directory.Build.props",
                "Directory.Packages.props",
                "global.json",
                ".editorconfig",
                "BannedSymbols.txt",
            }
        )
            Write(file, "");
        Write("src/SeizureIntel.App/SeizureIntel.App.csproj", "<Project/>");
        Write("src/SeizureIntel.App/Program.cs", "first");
        Write("etl/Reader.cs", "first");
        Write("dashboards/SeizureIntel.Dashboards/Pages/Overview.cshtml", "first");
        Compiler("echo ' SeizureIntel.App -> there'");
    }

    /// <summary>The folder of the checkout.</summary>
    public string Root { get; }

    /// <summary>A path in the checkout.</summary>
    public string At(string file) => Path.Combine(Root, file);

    /// <summary>Writes a file, and its folder where it is missing.</summary>
    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), text);
    }

    /// <summary>Sets what stands where the compiler is looked for: it says something, and leaves an executable that prints its arguments.</summary>
    public void Compiler(string says)
    {
        const string product = "artifacts/bin/SeizureIntel.App/release/SeizureIntel.App";
        Tool(
            "dotnet",
            $"""
            set -e
            cd '{Root}'
            {says}
            mkdir -p "$(dirname {product})"
            printf '#!/bin/sh\necho "product $*"\n' >{product}
            chmod +x {product}
            """
        );
    }

    /// <summary>Starts ./run, in a locale that every machine has: the shell would complain of one that is missing.</summary>
    public Task<Ended> RunAsync(params IEnumerable<string> arguments) =>
        Executable.RunAsync(
            "/usr/bin/env",
            ["LC_ALL=C.UTF-8", $"PATH={_tools}:{Environment.GetEnvironmentVariable("PATH")}", At("run"), .. arguments],
            Path.GetTempPath()
        );

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void Tool(string name, string script)
    {
        Directory.CreateDirectory(_tools);
        string file = Path.Combine(_tools, name);
        File.WriteAllText(file, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
