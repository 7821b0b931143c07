using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Text;
using SeizureIntel.Workbench.Studies.Kept;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Studies.Kept;

public sealed class StudyCacheTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-cache-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Another_process_finds_every_cell_as_it_was()
    {
        object?[] cells = ["MA>ES", "5", 5, 5.0, 0.1, 1e300, -0.0, double.NaN, double.PositiveInfinity, null];
        New().Keep("key", Result(cells));

        StudyResult again = New().Find("key")!;

        Assert.Equal(cells, again.Tables[0].Rows[0].Cells);
        Assert.Equal(cells.Select(c => c?.GetType()), again.Tables[0].Rows[0].Cells.Select(c => c?.GetType()));
        Assert.Equal("""{"text":"diesel","where":{"heading":["H01"]}}""", SeizureQueryJson.Write(again.Findings[0].Evidence.Query));
        Assert.Equal(["path", "heading"], again.Findings[0].Subject.Keys);
        Assert.Equal((double.NaN, 0.25), (again.Findings[0].Figure.Value, again.Findings[0].Q));
    }

    [Fact]
    public void A_phrase_comes_back_with_what_fills_it()
    {
        Phrase inner = $"{new NamedCode("reporting_country", "NL", "Netherlands")} and {"more"}";
        Phrase phrase = $"{3} of {2.5:0.0} on {new DateOnly(2024, 3, 1):yyyy-MM-dd}: {inner}";
        New().Keep("key", Result(["plain", (Phrase)"alone", phrase]));

        object?[] again = [.. New().Find("key")!.Tables[0].Rows[0].Cells];

        Assert.IsType<string>(again[0]);
        Assert.Equal("alone", Assert.IsType<Phrase>(again[1]).Text);
        Phrase found = Assert.IsType<Phrase>(again[2]);
        Assert.Equal("3 of 2.5 on 2024-03-01: Netherlands and more", found.Text);
        Assert.Equal(phrase.Template, found.Template);
        Assert.Equal(phrase.Arguments, found.Arguments);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Key\":\"key\",\"Result\":{")]
    [InlineData("{\"Key\":\"another\",\"Result\":null}")]
    [InlineData("[]")]
    public void A_broken_or_foreign_file_is_passed_over_and_written_anew(string content)
    {
        New().Keep("key", Result([1]));
        string file = Assert.Single(Directory.GetFiles(_folder.FullName));
        File.WriteAllText(file, content);

        Assert.Null(New().Find("key"));
        New().Keep("key", Result([2]));

        Assert.Equal([2], New().Find("key")!.Tables[0].Rows[0].Cells);
        Assert.Equal([file], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void The_oldest_go_when_the_folder_is_full()
    {
        StudyCache cache = New(mostBytes: 5_000);
        for (int i = 0; i < 20; i++)
        {
            cache.Keep($"key {i}", Result([new string('x', 1000)]));
            foreach (string file in Directory.GetFiles(_folder.FullName))
                File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddSeconds(-10));
        }

        Assert.InRange(Directory.GetFiles(_folder.FullName).Sum(f => new FileInfo(f).Length), 1, 5_000);
        Assert.Null(New().Find("key 0"));
        Assert.NotNull(New().Find("key 19"));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_costs_no_answer()
    {
        string file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        var cache = new StudyCache(Path.Combine(file, "studies"));

        cache.Keep("key", Result([1]));

        Assert.NotNull(cache.Find("key"));
    }

    [Fact]
    public void Without_a_folder_results_stay_in_memory()
    {
        var cache = new StudyCache(null);

        cache.Keep("key", Result([1]));

        Assert.NotNull(cache.Find("key"));
        Assert.Null(cache.Find("other"));
    }

    private StudyCache New(long mostBytes = 1 << 20) => new(_folder.FullName, mostBytes);

    private static StudyResult Result(IReadOnlyList<object?> cells) =>
        new()
        {
            Study = "routes",
            AsOf = new DateOnly(2024, 12, 31),
            Scope = new StudyScope { Reader = Reader.Owner, Query = SeizureQuery.All },
            Coverage = new ScopeCoverage(1, 1, 1, 1, null),
            Findings =
            [
                new Finding
                {
                    Id = "id",
                    Kind = "emerging",
                    Subject = new Dictionary<string, IReadOnlyList<string>> { ["path"] = ["MA>ES", "ES>FR"], ["heading"] = ["H01"] },
                    Period = new Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 3, 31), "quarter"),
                    Figure = new Figure(double.NaN, "share"),
                    N = 1,
                    Known = new Known(1, 2),
                    Reporters = 1,
                    Q = 0.25,
                    Method = "method",
                    Evidence = new Evidence(new SeizureQuery { Text = "diesel" }.With("heading", "H01"), 1),
                },
            ],
            Tables =
            [
                new FigureTable
                {
                    Id = "t",
                    Title = "T",
                    Columns = [new("a", "A")],
                    Rows = [new TableRow(cells, null)],
                    Known = new Known(1, 1),
                },
            ],
        };
}
