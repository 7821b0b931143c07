using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Submissions;
using Xunit;

namespace SeizureIntel.Tests.Etl.Storing;

public sealed class AcceptedSourceTests
{
    private const string Unknown =
        "Sicherstellungsdatum;Dienststelle;Warenart;Menge;Einheit;Zeuge\n03.01.2023;Aachen;Kokain;2,5;kg;x\n17.01.2023;Weil;Haschisch;1;kg;y\n";

    private readonly MemoryStore _store = new();
    private readonly MemoryArchive _archive = new();
    private readonly MemorySources _sources = new();

    [Fact]
    public async Task A_file_of_unknown_shape_is_refused_with_the_way_on()
    {
        LoadReport report = await LoadAsync(Unknown, reporter: "DE");
        Assert.Equal((SubmissionStatus.Refused, "no_source"), (report.Status, report.ErrorCode));
        Assert.Contains("sources suggest", report.Error, System.StringComparison.Ordinal);
        Assert.Contains("--accept-suggestion", report.Error, System.StringComparison.Ordinal);
        Assert.Empty(await _sources.SourcesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_suggestion_accepted_takes_the_file_in_and_the_next_of_its_shape()
    {
        LoadReport first = await LoadAsync(Unknown, reporter: "DE", acceptedBy: "owner");
        Assert.Equal((SubmissionStatus.Loaded, 2, 2), (first.Status, first.RowsRead, first.RowsAccepted));
        Assert.Equal(["cocaine", "cannabis_resin"], _store.Cases.Select(c => c.Seizures[0].Product.Code));
        KeptSource kept = Assert.Single(await _sources.SourcesAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("owner", first.Submission.Source), (kept.AcceptedBy, kept.Name));

        LoadReport next = await LoadAsync(Unknown.Replace("2,5", "7,5", System.StringComparison.Ordinal), reporter: "DE");
        Assert.Equal((SubmissionStatus.Loaded, kept.Name), (next.Status, next.Submission.Source));
    }

    // Each of the seven rows below the names stands somewhere: three are loaded, three are left out and counted, one has no date.
    [Fact]
    public async Task Rows_over_groups_and_notes_are_accounted_for_and_the_next_file_may_lack_them()
    {
        const string Names = "Nr;Sicherstellungsdatum;Warenart;Menge;Einheit\n",
            Records = "1;03.01.2023;Kokain;2,5;kg\n2;17.01.2023;Haschisch;1;kg\n",
            Rest = "Dienststelle: Weil;;;;\n3;18.01.2023;Heroin;1;kg\n4;;Heroin;2;kg\nQuelle: Zoll;;;;\n";
        LoadReport first = await LoadAsync(Names + "Dienststelle: Aachen;;;;\n" + Records + Rest, reporter: "DE", acceptedBy: "owner");
        Assert.Equal((SubmissionStatus.Loaded, 4, 3, 3), (first.Status, first.RowsRead, first.RowsAccepted, first.RowsSkipped));
        Assert.Equal(["Aachen", "Aachen", "Weil"], _store.Cases.Select(c => c.PlaceName));

        LoadReport next = await LoadAsync(Names + Records.Replace("2,5", "7,5", System.StringComparison.Ordinal), reporter: "DE");
        Assert.Equal((SubmissionStatus.Loaded, first.Submission.Source), (next.Status, next.Submission.Source));
    }

    [Fact]
    public async Task What_is_only_proposed_takes_nothing_in()
    {
        await LoadAsync(Unknown, reporter: "DE", acceptedBy: "owner");
        KeptSource kept = Assert.Single(await _sources.SourcesAsync(TestContext.Current.CancellationToken));
        await _sources.SaveSourceAsync(kept with { AcceptedBy = null, AcceptedAt = null }, TestContext.Current.CancellationToken);
        LoadReport next = await LoadAsync(Unknown.Replace("2,5", "8,5", System.StringComparison.Ordinal), reporter: "DE");
        Assert.Equal("no_source", next.ErrorCode);
    }

    [Fact]
    public async Task A_dry_run_keeps_no_source()
    {
        LoadReport report = await LoadAsync(Unknown, reporter: "DE", acceptedBy: "owner", isDryRun: true);
        Assert.Equal((SubmissionStatus.Loaded, 2), (report.Status, report.RowsAccepted));
        Assert.Empty(await _sources.SourcesAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Unknown, null, "no_reporter")]
    [InlineData("Ort;Warenart;Menge kg\nAachen;Kokain;2\nWeil;Heroin;1\n", "DE", "suggestion_incomplete")]
    [InlineData("timestamp,value\n2014-07-01,10844\n2014-07-02,8127\n", "DE", "no_seizures")]
    [InlineData("country,drug,2018,2019,2020,2021\nFrance,cocaine,1,2,3,4\n", "DE", "aggregates")]
    public async Task What_cannot_be_taken_says_why(string text, string? reporter, string code)
    {
        LoadReport report = await LoadAsync(text, reporter, acceptedBy: "owner");
        Assert.Equal((SubmissionStatus.Refused, code), (report.Status, report.ErrorCode));
        Assert.Empty(await _sources.SourcesAsync(TestContext.Current.CancellationToken));
    }

    private async Task<LoadReport> LoadAsync(string text, string? reporter, string? acceptedBy = null, bool isDryRun = false)
    {
        var choice = new SourceChoice(new SourceShelf(Shipped.Sources, _sources), () => Shipped.Suggester, System.TimeProvider.System);
        var loader = new SubmissionLoader(_store, _archive, Shipped.Lists, Shipped.Screening, choice, System.TimeProvider.System);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await loader.LoadAsync(
            new LoadRequest
            {
                File = file,
                FileName = "zoll 2023.csv",
                ReporterDefault = reporter,
                AcceptedBy = acceptedBy,
                IsDryRun = isDryRun,
            },
            null,
            TestContext.Current.CancellationToken
        );
    }
}
