using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Reporting.Bulletins;
using SeizureIntel.Reporting.Charts;
using SeizureIntel.Reporting.Drawing;
using SeizureIntel.Reporting.Printing;
using SeizureIntel.Reporting.Settings;
using SeizureIntel.Tests.Workbench.Studies;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Studies;
using SeizureIntel.Workbench.Submissions;
using UglyToad.PdfPig;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Bulletins;

/// <summary>No number of an open edition is a count from one to four, nor gives one away.</summary>
public sealed class OpenEditionTests : IDisposable
{
    private static readonly SeizureQuery Year = SeizureQuery.All.Within(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-open-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("CLEAR")]
    [InlineData("GREEN")]
    public async Task No_number_of_page_and_json_is_a_small_count(string marking)
    {
        Bulletin edition = await EditionAsync(Markings.Find(marking)!.Value, pistols: 2);
        Assert.Empty(EditionWalk.OfPage(BulletinHtml.Write(edition, Frames(edition))));
        Assert.Empty(EditionWalk.OfJson(BulletinJson.Write(edition)));
    }

    [Fact]
    public async Task The_walk_finds_the_small_counts_of_an_edition_for_the_community()
    {
        // The same seizures for an audience without the rule: 3 of Portugal, 2 pistols, 4 with banknotes, 1 of Austria, 3 with MDMA.
        Bulletin edition = await EditionAsync(Marking.Amber, pistols: 2);
        string[] found = [.. EditionWalk.OfJson(BulletinJson.Write(edition))];
        Assert.All(new[] { "1", "2", "3", "4" }, n => Assert.Contains(found, f => f.EndsWith(": " + n, StringComparison.Ordinal)));
        Assert.NotEmpty(EditionWalk.OfPage(BulletinHtml.Write(edition, Frames(edition))));
    }

    [Fact]
    public async Task No_small_count_is_a_total_less_what_is_shown()
    {
        Bulletin edition = await EditionAsync(Marking.Clear, pistols: 2);
        BulletinTable[] tables = [.. edition.Sections.SelectMany(s => s.Blocks).Select(b => b.Table).OfType<BulletinTable>()];
        // Each of these sums to all seizures of the year; the strip of reporters, in bands, does not.
        foreach (string id in (string[])["top-headings", "annex-country", "annex-product"])
        {
            BulletinTable table = tables.Single(t => t.Id == id);
            int at = table.Columns.Select((c, i) => (c.Label, i)).First(c => c.Label == "Seizures").i;
            string[] cells = [.. table.Rows.Select(r => r[at].Text)];
            int shown = cells.Sum(c => int.TryParse(c, out int n) ? n : 0),
                few = cells.Count(c => c == "<5"),
                held = cells.Count(c => c == "×"),
                rest = PlantedSeizures.InYear - shown;
            Assert.True(few > 0, id + " was made to hold small counts.");
            // Alone, a hidden count is the rest; without another held back, so are all that are one, or all that are four.
            Assert.True(few + held >= 2, $"{id}: {rest} is the one hidden count.");
            Assert.True(held > 0 || (rest > few && rest < 4 * few), $"{id}: {rest} for {few} hidden counts determines them.");
        }
    }

    [Fact]
    public async Task Figures_of_two_worlds_that_differ_in_small_counts_only_are_the_same()
    {
        // Two pistols and four seizures of banknotes in June, or three and three: every total is the same. Whatever differed would tell which.
        // Which stories are told, and how sure, rests on models of all records and may differ.
        Bulletin two = await EditionAsync(Marking.Clear, pistols: 2),
            three = await EditionAsync(Marking.Clear, pistols: 3);
        Assert.Equal(Figures(two), Figures(three));
    }

    [Fact]
    public async Task No_number_of_drawings_and_print_is_a_small_count()
    {
        var options = new ReportingOptions();
        Bulletin edition = await EditionAsync(Marking.Clear, pistols: 2);
        BulletinFiles files = await new BulletinPress(new ScottPlotRenderer(), new ChromiumPrinter(options)).WriteAsync(
            edition,
            Path.Combine(_folder.FullName, "out"),
            Stop
        );
        Assert.Empty(EditionWalk.OfPage(files.Html));
        if (files.PdfPath is null)
            Assert.Skip(files.PdfNotice!);
        // The drawings' words have been walked on the page; among the words of the print their axes could not be told apart.
        string bare = Path.Combine(_folder.FullName, "bare.html"),
            pdf = Path.Combine(_folder.FullName, "bare.pdf");
        await File.WriteAllTextAsync(bare, BulletinHtml.Write(edition, Frames(edition)), Stop);
        Assert.Null(await new ChromiumPrinter(options).PrintAsync(bare, pdf, Stop));
        using PdfDocument print = PdfDocument.Open(pdf);
        string text = string.Join("\n", print.GetPages().Select(p => string.Join(' ', p.GetWords().Select(w => w.Text))));
        Assert.Contains("Bottom line", text, StringComparison.Ordinal);
        Assert.Empty(EditionWalk.OfText("print", ListNumber().Replace(text, " ")));
    }

    private static string[] Figures(Bulletin bulletin)
    {
        BulletinBlock[] blocks = [.. bulletin.Sections.Where(s => s.Id != "method").SelectMany(s => s.Blocks)];
        return
        [
            .. blocks
                .Where(b => b.Table is not null)
                .SelectMany(b => b.Table!.Rows.Select(r => $"{b.Table.Id}: {string.Join(" | ", r.Select(c => c.Text))}")),
            .. blocks.SelectMany(b => b.Facts ?? []).Select(f => $"{f.Name}: {f.Value.Text}"),
            .. blocks.SelectMany(b => b.Cards ?? []).Select(c => $"{c.Label}: {c.Value.Text} {c.ChangeAll} {c.ChangePanel}"),
            .. blocks.Where(b => b.ChartId is not null).Select(b => $"{b.ChartId}: {b.Note}"),
            .. bulletin
                .Charts.Where(c => !c.Id.StartsWith("trend-", StringComparison.Ordinal))
                .Select(c => ChartOptions.Of(c).Json + c.AltText),
        ];
    }

    private static System.Text.RegularExpressions.Regex ListNumber() => new(@"(?m)(^| )[1-9]\.(?= )|(?<=(^| )Pages ?.{0,60})\d+");

    private async Task<Bulletin> EditionAsync(Marking ceiling, int pistols)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, $"{ceiling}-{pistols}")).FullName;
        await using Workspace workspace = await Composition.OpenAsync(new WorkspaceRequest(folder, true, false), Stop);
        using var file = new MemoryStream(PlantedSeizures.File(pistols));
        await workspace.Get<IntakeDesk>().TakeAsync(file, "planted.csv", new IntakeChoice("template", null, false), null, Stop);
        return (
            await workspace
                .Get<BulletinDesk>()
                .DocumentAsync(Reader.Owner, new Filter(Year, null, []), ceiling, StudyDesk.Names, null, null, null, Stop)
        )!;
    }

    private static Dictionary<string, string> Frames(Bulletin bulletin) =>
        bulletin.Charts.ToDictionary(c => c.Id, c => "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 344 200\"></svg>");
}
