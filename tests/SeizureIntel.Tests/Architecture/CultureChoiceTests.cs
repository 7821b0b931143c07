using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace SeizureIntel.Tests.Architecture;

/// <summary>./test runs most tests under two cultures and some namespaces under one; these hold that choice to its reason.</summary>
public sealed partial class CultureChoiceTests
{
    private const string Root = "SeizureIntel.Tests";

    // What reads or writes text for people or files: cells, messages, pages, documents, command lines.
    private static readonly string[] Textual =
    [
        "SeizureIntel.App",
        "SeizureIntel.Etl",
        "SeizureIntel.Reporting",
        "SeizureIntel.Storage",
        "SeizureIntel.Synthetic",
        "SeizureIntel.Text",
    ];

    // Published figures in files: too many to be read twice. The one culture has a decimal comma, which would spoil each of them.
    private static readonly string[] Excepted = ["tests/SeizureIntel.Tests/Statistics/ReferenceVectorTests.cs"];

    [Fact]
    public void What_runs_under_one_culture_neither_reads_nor_writes_text()
    {
        string[] once = Once();
        Assert.NotEmpty(once);
        Assert.Contains(House.Lines("test"), l =>
            l.StartsWith("first=(", StringComparison.Ordinal) && l.EndsWith(" tr-TR)", StringComparison.Ordinal)
        );
        Assert.All((string[])["first", "again", "whole"], run =>
        {
            Assert.Contains(House.Lines("test"), l => l.StartsWith($"suite \"${{{run}[@]}}\"", StringComparison.Ordinal));
            Assert.Contains($"counted \"${{{run}[@]}}\"", House.Lines("test"));
        });
        var found = new List<string>();
        foreach (string file in once.SelectMany(Sources).Except(Excepted))
        {
            found.AddRange(
                House
                    .UsingsOf(file)
                    .Where(u => Textual.Any(t => u == t || u.StartsWith(t + ".", StringComparison.Ordinal)))
                    .Select(u => $"{file}: {u}")
            );
            // A culture that a test sets itself is no matter of the run's; one that it leaves as it is would be.
            found.AddRange(House.Lines(file).Where(l => Formatted().IsMatch(l)).Select(l => $"{file}: {l.Trim()}"));
        }

        Assert.Empty(found);
    }

    [Fact]
    public void Every_namespace_that_runs_under_one_culture_has_tests() => Assert.All(Once(), name => Assert.NotEmpty(Sources(name)));

    [Fact]
    public void What_is_excepted_is_there() => Assert.Empty(Excepted.Except(House.Files));

    // The namespaces as ./test names them.
    private static string[] Once() =>
        [.. House.Lines("test").Select(l => OnceLine().Match(l)).Single(m => m.Success).Groups["names"].Value.Split(' ')];

    private static IEnumerable<string> Sources(string name) =>
        House.Files.Where(f =>
            f.StartsWith($"tests/{Root}/{name[(Root.Length + 1)..].Replace('.', '/')}/", StringComparison.Ordinal)
            && f.EndsWith(".cs", StringComparison.Ordinal)
        );

    [GeneratedRegex(@"^once=\((?<names>[\w. ]+)\)")]
    private static partial Regex OnceLine();

    // Parsing or formatting with the culture of the moment: neither a culture nor a provider is named on the line.
    [GeneratedRegex(@"^(?!.*(Invariant|Culture)).*\b((double|decimal|float|DateOnly|DateTime)\.(Try)?Parse(Exact)?|string\.Format)\(")]
    private static partial Regex Formatted();
}
