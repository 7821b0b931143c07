using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace SeizureIntel.Tests.Architecture;

public sealed partial class ArrowTests
{
    // The table of the architecture: who may reference whom. A forbidden arrow and a missing one both fail.
    private static readonly Dictionary<string, string[]> Table = new(StringComparer.Ordinal)
    {
        ["SeizureIntel"] = [],
        ["SeizureIntel.Synthetic"] = ["SeizureIntel"],
        ["SeizureIntel.Etl"] = ["SeizureIntel"],
        ["SeizureIntel.Storage"] = ["SeizureIntel"],
        ["SeizureIntel.SqlServer"] = ["SeizureIntel.Storage"],
        ["SeizureIntel.Search"] = ["SeizureIntel"],
        ["SeizureIntel.Analytics"] = ["SeizureIntel"],
        ["SeizureIntel.Reading"] = ["SeizureIntel"],
        ["SeizureIntel.Reporting"] = ["SeizureIntel.Analytics"],
        ["SeizureIntel.Workbench"] = ["SeizureIntel.Etl", "SeizureIntel.Reading", "SeizureIntel.Reporting"],
        ["SeizureIntel.Dashboards"] = ["SeizureIntel.Workbench"],
        ["SeizureIntel.App"] =
        [
            "SeizureIntel",
            "SeizureIntel.Synthetic",
            "SeizureIntel.Etl",
            "SeizureIntel.Storage",
            "SeizureIntel.SqlServer",
            "SeizureIntel.Search",
            "SeizureIntel.Analytics",
            "SeizureIntel.Reading",
            "SeizureIntel.Reporting",
            "SeizureIntel.Workbench",
            "SeizureIntel.Dashboards",
        ],
    };

    // What a project must never name in a using line (prefix of the namespace).
    private static readonly Dictionary<string, string[]> MustNotName = new(StringComparer.Ordinal)
    {
        ["SeizureIntel"] = ["System.IO", "System.Net", "Microsoft."],
        ["SeizureIntel.Synthetic"] = ["SeizureIntel.Etl", "SeizureIntel.Storage"],
        ["SeizureIntel.Etl"] = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "System.Net.Http"],
        ["SeizureIntel.Storage"] = ["SeizureIntel.Etl", "SeizureIntel.Analytics", "Microsoft.AspNetCore"],
        ["SeizureIntel.SqlServer"] = ["SeizureIntel.Etl", "SeizureIntel.Search", "SeizureIntel.Analytics", "Microsoft.AspNetCore"],
        ["SeizureIntel.Search"] = ["Microsoft.EntityFrameworkCore", "SeizureIntel.Etl", "SeizureIntel.Analytics"],
        ["SeizureIntel.Analytics"] = ["Microsoft.EntityFrameworkCore", "System.IO", "System.Net", "Microsoft.Data"],
        ["SeizureIntel.Reading"] = ["SeizureIntel.Etl", "SeizureIntel.Storage", "Microsoft.EntityFrameworkCore", "System.Net"],
        ["SeizureIntel.Reporting"] = ["SeizureIntel.Storage", "Microsoft.AspNetCore.Hosting"],
        // It sees ports only: no engine, no page, no console.
        ["SeizureIntel.Workbench"] =
        [
            "SeizureIntel.Storage",
            "SeizureIntel.Search",
            "Microsoft.EntityFrameworkCore",
            "Microsoft.AspNetCore",
            "Microsoft.Data",
            "System.CommandLine",
            "Spectre",
        ],
        ["SeizureIntel.Dashboards"] = ["SeizureIntel.Storage", "Microsoft.EntityFrameworkCore"],
    };

    [Fact]
    public void Project_arrows_are_exactly_those_of_the_architecture()
    {
        Assert.Equal(Table.Keys.Order(StringComparer.Ordinal), House.Projects.Keys.Order(StringComparer.Ordinal));
        foreach ((string project, string[] expected) in Table)
        {
            Assert.Equal(
                (project, string.Join(", ", expected.Order(StringComparer.Ordinal))),
                (project, string.Join(", ", House.ReferencesOf(project).Order(StringComparer.Ordinal)))
            );
        }
    }

    [Fact]
    public void No_project_names_what_it_must_not_know()
    {
        var found = new List<string>();
        foreach ((string project, string[] forbidden) in MustNotName)
        {
            foreach (string file in House.SourcesOf(project))
            {
                found.AddRange(
                    House
                        .UsingsOf(file)
                        .Where(u => forbidden.Any(f => u.StartsWith(f, StringComparison.Ordinal)))
                        .Select(u => $"{file}: using {u}")
                );
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public void No_folder_of_a_project_reaches_itself_again()
    {
        foreach (string project in House.Projects.Keys)
        {
            Dictionary<string, HashSet<string>> arrows = FolderArrows(project);
            List<string>? cycle = FindCycle(arrows);
            Assert.True(cycle is null, $"{project}: {string.Join(" -> ", cycle ?? [])}");
        }
    }

    [Fact]
    public void House_namespaces_are_named_in_using_lines_only()
    {
        var found = new List<string>();
        foreach (string project in House.Projects.Keys)
        {
            foreach (string file in House.SourcesOf(project))
            {
                string[] lines = House.Lines(file);
                for (int i = 0; i < lines.Length; i++)
                {
                    string line = lines[i].Trim();
                    bool isComment = line.StartsWith("//", StringComparison.Ordinal);
                    bool isDeclaration = line.StartsWith("namespace ", StringComparison.Ordinal) || PlainUsing().IsMatch(line);
                    bool isDodge = line.StartsWith("global using SeizureIntel", StringComparison.Ordinal) || AliasUsing().IsMatch(line);
                    if (isDodge || (!isComment && !isDeclaration && FullName().IsMatch(WithoutStrings(line))))
                        found.Add($"{file}:{i + 1}: {line}");
                }
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public void Frameworks_stay_in_their_room()
    {
        (string Namespace, string[] Rooms)[] rooms =
        [
            ("Microsoft.EntityFrameworkCore", ["SeizureIntel.Storage", "SeizureIntel.SqlServer"]),
            ("Microsoft.AspNetCore", ["SeizureIntel.App", "SeizureIntel.Dashboards"]),
            ("System.Net.Http", ["SeizureIntel.Search"]),
            ("Microsoft.ML", ["SeizureIntel.Reading"]),
        ];
        var found = new List<string>();
        foreach (string project in House.Projects.Keys)
        {
            foreach (string file in House.SourcesOf(project))
            {
                foreach (string name in House.UsingsOf(file))
                {
                    found.AddRange(
                        rooms
                            .Where(r => name.StartsWith(r.Namespace, StringComparison.Ordinal) && !r.Rooms.Contains(project))
                            .Select(r => $"{file}: using {name} belongs to {string.Join(", ", r.Rooms)}")
                    );
                }
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public void Statistics_do_not_know_tasks()
    {
        IEnumerable<string> found = House
            .SourcesOf("SeizureIntel.Analytics")
            .Where(f => f.Contains("/Statistics/", StringComparison.Ordinal))
            .Where(f => House.Lines(f).Any(l => AwaitableType().IsMatch(l) && !l.TrimStart().StartsWith("//", StringComparison.Ordinal)));
        Assert.Empty(found);
    }

    [Fact]
    public void The_drawing_of_the_house_is_written()
    {
        var drawing = new StringBuilder("# The house\n\n```mermaid\ngraph TD\n");
        foreach (string project in House.Projects.Keys.Order(StringComparer.Ordinal))
        {
            int lines = House.SourcesOf(project).Sum(House.CodeLines);
            drawing.Append("  ").Append(project).Append("[\"").Append(project).Append("<br/>").Append(lines).Append(" lines\"]\n");
            foreach (string target in House.ReferencesOf(project).Order(StringComparer.Ordinal))
                drawing.Append("  ").Append(project).Append(" --> ").Append(target).Append('\n');
            foreach ((string from, HashSet<string> to) in FolderArrows(project).OrderBy(e => e.Key, StringComparer.Ordinal))
            {
                foreach (string target in to.Order(StringComparer.Ordinal))
                    drawing.Append("  ").Append(from).Append(" -.-> ").Append(target).Append('\n');
            }
        }

        string path = Path.Combine(House.Root, "artifacts", "house.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, drawing.Append("```\n").ToString());
        Assert.Contains("SeizureIntel.App --> SeizureIntel", File.ReadAllText(path), StringComparison.Ordinal);
    }

    // Folder of a project -> folders of the same project that its files name in using lines.
    private static Dictionary<string, HashSet<string>> FolderArrows(string project)
    {
        string[] sources = [.. House.SourcesOf(project)];
        HashSet<string> spaces = [.. sources.Select(f => SpaceOf(project, f))];
        var arrows = spaces.ToDictionary(s => s, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (string file in sources)
        {
            string from = SpaceOf(project, file);
            foreach (string name in House.UsingsOf(file).Where(n => spaces.Contains(n) && n != from))
                arrows[from].Add(name);
        }

        return arrows;
    }

    private static string SpaceOf(string project, string file)
    {
        string folder = Path.GetDirectoryName(file)!.Replace('\\', '/')[House.Projects[project].Length..];
        return project + folder.Replace('/', '.');
    }

    private static List<string>? FindCycle(Dictionary<string, HashSet<string>> arrows)
    {
        var state = new Dictionary<string, int>(StringComparer.Ordinal);
        var path = new List<string>();
        foreach (string start in arrows.Keys.Order(StringComparer.Ordinal))
        {
            if (Visit(start) is { } cycle)
                return cycle;
        }

        return null;

        List<string>? Visit(string node)
        {
            if (state.TryGetValue(node, out int s))
                return s == 1 ? [.. path.SkipWhile(p => p != node), node] : null;
            state[node] = 1;
            path.Add(node);
            foreach (string next in arrows[node].Order(StringComparer.Ordinal))
            {
                if (Visit(next) is { } cycle)
                    return cycle;
            }

            path.RemoveAt(path.Count - 1);
            state[node] = 2;
            return null;
        }
    }

    private static string WithoutStrings(string line) => Quoted().Replace(line, "\"\"");

    [GeneratedRegex(@"^using\s+(static\s+)?SeizureIntel[\w.]*;")]
    private static partial Regex PlainUsing();

    [GeneratedRegex(@"^using\s+\w+\s*=\s*SeizureIntel")]
    private static partial Regex AliasUsing();

    [GeneratedRegex(@"\bSeizureIntel\.[A-Z]\w*")]
    private static partial Regex FullName();

    [GeneratedRegex("\"(\\\\.|[^\"\\\\])*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(Task|ValueTask|async|await)\b")]
    private static partial Regex AwaitableType();
}
