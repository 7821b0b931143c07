using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace SeizureIntel.Tests.Architecture;

public sealed partial class HouseKeepingTests
{
    private const int LongestFile = 400;
    private const int WidestLine = 160;

    private static readonly string[] AllowedAtRoot =
    [
        ".ci",
        ".config",
        ".dockerignore",
        ".editorconfig",
        ".gitattributes",
        ".gitignore",
        ".npmrc",
        "BannedSymbols.txt",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "Directory.Build.props",
        "Directory.Packages.props",
        "Dockerfile",
        "LICENSE",
        "README.md",
        "SECURITY.md",
        "SeizureIntel.sln",
        "dashboards",
        "docker-compose.yml",
        "docs",
        "etl",
        "global.json",
        "run",
        "src",
        "test",
        "tests",
    ];

    [Fact]
    public void Nothing_stands_at_the_root_but_what_the_architecture_lists() =>
        Assert.Empty(House.Files.Select(f => f.Split('/')[0]).Distinct().Except(AllowedAtRoot));

    [Fact]
    public void No_source_file_is_longer_than_a_reader_reads() =>
        Assert.Empty(
            House
                .Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && !House.IsGenerated(f))
                .Select(f => (File: f, Lines: House.CodeLines(f)))
                .Where(f => f.Lines > LongestFile)
                .Select(f => $"{f.File}: {f.Lines} code lines")
        );

    [Fact]
    public void No_line_of_code_is_wider_than_a_screen() =>
        Assert.Empty(
            House
                .Files.Where(f => IsCode(f) && !House.IsGenerated(f))
                .SelectMany(f => House.Lines(f).Select((line, i) => (Place: $"{f}:{i + 1}", line.Length)))
                .Where(l => l.Length > WidestLine)
                .Select(l => $"{l.Place}: {l.Length} characters")
        );

    [Fact]
    public void Open_work_is_an_issue_not_a_comment()
    {
        string[] marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "Not" + "ImplementedException"];
        var found = new List<string>();
        foreach (
            string file in House.Files.Where(f =>
                f.EndsWith(".cs", StringComparison.Ordinal)
                || f.EndsWith(".cshtml", StringComparison.Ordinal)
                || f.EndsWith(".mjs", StringComparison.Ordinal)
            )
        )
        {
            string[] lines = House.Lines(file);
            for (int i = 0; i < lines.Length; i++)
            {
                if (marks.Any(m => lines[i].Contains(m, StringComparison.Ordinal)))
                    found.Add($"{file}:{i + 1}");
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public void No_type_is_named_by_a_word_that_says_nothing()
    {
        string[] empty = ["Manager", "Helper", "Util", "Common", "Base", "Impl", "Info", "Data", "Processor", "Wrapper"];
        var found = new List<string>();
        foreach (string file in House.Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && !House.IsGenerated(f)))
        {
            foreach (Match type in House.Lines(file).Select(l => TypeName().Match(l)).Where(m => m.Success))
            {
                string name = type.Groups["name"].Value;
                if (NameWord().Matches(name).Any(w => empty.Contains(w.Value.TrimEnd('s'), StringComparer.Ordinal)))
                    found.Add($"{file}: {name}");
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public void No_two_paths_are_equal_but_for_case() =>
        Assert.Empty(
            House
                .Files.SelectMany(f => f.Split('/').Select((_, i) => string.Join('/', f.Split('/').Take(i + 1))))
                .Distinct()
                .GroupBy(f => f, StringComparer.OrdinalIgnoreCase)
                .Where(g => g.Count() > 1)
                .Select(g => string.Join(" / ", g))
        );

    private static bool IsCode(string file) =>
        Path.GetExtension(file) is ".cs" or ".cshtml" or ".css" or ".mjs" or ".js" or ".py" or ".R"
        || file is "run" or "test"
        || file.StartsWith(".ci/", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^\s*(?:(?:public|internal|private|protected|sealed|static|abstract|partial|readonly|ref|file)\s+)*(?:class|record "
            + @"struct|record|struct|enum|interface)\s+(?<name>[A-Z]\w*)"
    )]
    private static partial Regex TypeName();

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex NameWord();
}
