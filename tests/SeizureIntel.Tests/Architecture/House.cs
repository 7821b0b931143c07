using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SeizureIntel.Tests.Architecture;

/// <summary>The repository as the architecture tests read it: projects, their arrows, their files.</summary>
internal static partial class House
{
    /// <summary>The folder that holds SeizureIntel.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file git tracks or would track, relative to the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = GitFiles();

    /// <summary>Production projects by name: folder relative to the root.</summary>
    public static IReadOnlyDictionary<string, string> Projects { get; } =
        Files
            .Where(f => f.EndsWith(".csproj", StringComparison.Ordinal) && !f.StartsWith("tests/", StringComparison.Ordinal))
            .ToDictionary(
                f => Path.GetFileNameWithoutExtension(f),
                f => Path.GetDirectoryName(f)!.Replace('\\', '/'),
                StringComparer.Ordinal
            );

    /// <summary>The projects that a project references, by name.</summary>
    public static IReadOnlySet<string> ReferencesOf(string project) =>
        XDocument
            .Load(Path.Combine(Root, Projects[project], project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The C# files of a project that people write (generated migrations and models are not).</summary>
    public static IEnumerable<string> SourcesOf(string project) =>
        Files.Where(f =>
            f.StartsWith(Projects[project] + "/", StringComparison.Ordinal)
            && f.EndsWith(".cs", StringComparison.Ordinal)
            && !IsGenerated(f)
        );

    public static bool IsGenerated(string file) =>
        file.Contains("/Migrations/", StringComparison.Ordinal) || file.Contains("/Compiled/", StringComparison.Ordinal);

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    /// <summary>The namespaces a file names in its using lines.</summary>
    public static IEnumerable<string> UsingsOf(string file) =>
        Lines(file).Select(l => UsingLine().Match(l)).Where(m => m.Success).Select(m => m.Groups["name"].Value);

    /// <summary>Lines that are neither blank nor comment.</summary>
    public static int CodeLines(string file) =>
        Lines(file)
            .Select(l => l.Trim())
            .Count(l =>
                l.Length > 0
                && !l.StartsWith("//", StringComparison.Ordinal)
                && !l.StartsWith('*')
                && !l.StartsWith("/*", StringComparison.Ordinal)
            );

    private static string FindRoot()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "SeizureIntel.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("SeizureIntel.sln is in no folder above the tests.");
    }

    private static List<string> GitFiles()
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard"])
            {
                WorkingDirectory = Root,
                RedirectStandardOutput = true,
            }
        )!;
        var files = new List<string>();
        while (git.StandardOutput.ReadLine() is { } line)
        {
            if (File.Exists(Path.Combine(Root, line)))
                files.Add(line);
        }

        git.WaitForExit();
        return files;
    }

    [GeneratedRegex(@"^\s*using\s+(static\s+)?(?<name>[A-Za-z_][\w.]*)\s*;")]
    private static partial Regex UsingLine();
}
