using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Submissions;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Etl.Storing;

public sealed class SubmissionLoaderTests
{
    private const string Header =
        "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,concealment,destination_country,narrative";

    private static readonly SerialHash Serials = new() { Key = new string('k', 32) };

    private readonly MemoryStore _store = new();
    private readonly MemoryArchive _archive = new();
    private readonly MemorySources _sources = new();

    [Fact]
    public async Task Rows_of_one_reference_are_one_case_wherever_they_stand()
    {
        LoadReport report = await LoadAsync(
            "A-1,NL,2024-03-14,NL,H01,cocaine,2,kg,,,",
            "A-2,NL,2024-03-15,NL,H01,heroin,1,kg,,,",
            "A-1,NL,2024-03-14,NL,H01,heroin,3,kg,,,",
            "A-1,BE,2024-03-14,BE,H01,heroin,4,kg,,,"
        );
        Assert.Equal((4, 3, 4), (report.RowsAccepted, report.Cases, report.Seizures));
        Case both = Assert.Single(_store.Cases, c => c.Seizures.Count == 2);
        Assert.Equal([2, 4], both.Seizures.Select(s => s.Row));
    }

    [Fact]
    public async Task Rows_of_a_case_that_disagree_keep_the_first_value_and_say_so()
    {
        await LoadAsync("A-1,NL,2024-03-14,NL,H01,cocaine,2,kg,,ES,", "A-1,NL,2024-03-14,NL,H01,heroin,3,kg,,FR,");
        Assert.Equal("ES", Route.CountryOf(Assert.Single(_store.Cases), LegRole.Destination).Code);
        Assert.Contains(_store.Issues, i => i is { Row: 3, Field: "destination_country", Code: IssueCode.CaseConflict, Text: null });
    }

    [Fact]
    public async Task A_later_row_fills_what_the_first_left_open()
    {
        await LoadAsync("A-1,NL,2024-03-14,NL,H01,cocaine,2,kg,,,", "A-1,NL,2024-03-14,NL,H01,heroin,3,kg,,FR,");
        Assert.Equal("FR", Route.CountryOf(Assert.Single(_store.Cases), LegRole.Destination).Code);
        Assert.DoesNotContain(_store.Issues, i => i.Code == IssueCode.CaseConflict);
    }

    [Fact]
    public async Task The_same_bytes_are_taken_once()
    {
        LoadReport first = await LoadAsync("A-1,NL,2024-03-14,NL,H01,cocaine,2,kg,,,");
        LoadReport second = await LoadAsync("A-1,NL,2024-03-14,NL,H01,cocaine,2,kg,,,");
        Assert.Equal((SubmissionStatus.Loaded, SubmissionStatus.AlreadyReceived), (first.Status, second.Status));
        Assert.Equal(first.Submission.Id, second.Submission.Id);
        Assert.Equal(1, _store.Submissions);
    }

    [Fact]
    public async Task A_reference_used_in_an_earlier_submission_is_flagged()
    {
        await LoadAsync("A-1,NL,2024-03-14,NL,H01,cocaine,2,kg,,,");
        await LoadAsync("A-1,NL,2024-04-14,NL,H01,cocaine,5,kg,,,", "A-2,NL,2024-04-14,NL,H01,cocaine,5,kg,,,");
        Assert.Equal(["A-1"], _store.Cases.Where(c => c.RepeatsCaseRef).Select(c => c.CaseRef));
        Assert.Contains(_store.Issues, i => i is { Code: IssueCode.RepeatedCaseReference, Row: 2 });
    }

    [Fact]
    public async Task A_field_that_goods_of_the_heading_do_not_have_is_told_by_row_and_kept()
    {
        LoadReport report = await LoadFileAsync(
            "case_ref,reporting_country,seizure_date,heading,product,quantity,unit,calibre,authenticity,species\n"
                + "A-1,NL,2024-03-14,H02,cigarettes,200,sticks,9x19,ILLICIT_WHITE,\n"
                + "A-2,NL,2024-03-14,H08,pistol,1,piece,9x19,GENUINE,\n"
                + "A-3,NL,2024-03-14,H05,handbags,1,piece,,ILLICIT_WHITE,Loxodonta africana\n"
        );
        Assert.Equal(3, report.RowsAccepted);
        Assert.Equal(
            [(2, "calibre", "H02"), (4, "authenticity", "H05"), (4, "species", "H05")],
            _store.Issues.Where(i => i.Code == IssueCode.NotOfHeading).Select(i => (i.Row, i.Field, i.Text)).Order()
        );
        Assert.Equal("9X19", _store.Cases.First().Seizures[0].Calibre.Code, ignoreCase: true);
    }

    [Fact]
    public async Task Serial_numbers_are_kept_as_keyed_hashes_alone()
    {
        const string Text =
            "case_ref,reporting_country,seizure_date,heading,product,quantity,unit,serial_numbers,denial_ground\n"
            + "A-1,NL,2024-03-14,H08,pistol,2,piece,AB-12 3457;XY99887,unmarked weapons\n";
        await LoadFileAsync(Text);
        Seizure pistol = Assert.Single(_store.Cases).Seizures[0];
        Assert.Equal([Serials.Of("ab123457")!, Serials.Of("XY 99887")!], pistol.SerialHashes);
        Assert.Equal((2, "C_UNMARKED"), (pistol.SerialNumberCount, pistol.DenialGrounds[0].Code));
        Assert.DoesNotContain(_archive.Handed, r => r.Cells.Any(c => c.Contains("3457", StringComparison.Ordinal)));
    }

    // The first is a cell of the workbook of refused rows; "UNK" and "none" are in the list of non-values.
    [Theory]
    [InlineData("3 serial numbers", 3)]
    [InlineData("UNKNOWN", null)]
    [InlineData("none;UNK", 0)]
    [InlineData("ILLEGIBLE", 1)]
    public async Task What_is_no_serial_number_leaves_no_hash(string cell, int? count)
    {
        await LoadFileAsync(
            "case_ref,reporting_country,seizure_date,heading,product,quantity,unit,serial_numbers\n"
                + $"A-1,NL,2024-03-14,H08,pistol,2,piece,{cell}\n"
                + $"A-2,NL,2024-03-14,H08,pistol,2,piece,AB123457;{cell}\n"
        );
        Seizure[] pistols = [.. _store.Cases.Select(c => c.Seizures[0])];
        Assert.Equal(count, pistols[0].SerialNumberCount);
        Assert.Empty(pistols[0].SerialHashes);
        Assert.Equal([Serials.Of("AB123457")!], pistols[1].SerialHashes);
    }

    [Fact]
    public async Task Of_a_row_of_several_items_no_serial_number_is_kept()
    {
        SourceDescription template = Shipped.Sources.First(s => s.Name == "template") with { ItemColumns = ["product", "quantity"] };
        await LoadFileAsync(
            "case_ref,reporting_country,seizure_date,heading,product,quantity,unit,serial_numbers\n"
                + "A-1,NL,2024-03-14,H08,pistol;rifle,1;1,piece,AB123457;XY99887\n"
                + "A-2,NL,2024-03-14,H08,pistol,1,piece,AB123457\n",
            source: template
        );
        Assert.Equal([0, 0, 1], _store.Cases.SelectMany(c => c.Seizures).Select(s => s.SerialHashes.Count));
        Assert.DoesNotContain(_archive.Handed, r => r.Cells.Any(c => c.Contains("99887", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_key_serial_numbers_are_counted_and_dropped()
    {
        await LoadFileAsync(
            "case_ref,reporting_country,seizure_date,heading,product,quantity,unit,serial_numbers\n"
                + "A-1,NL,2024-03-14,H08,pistol,2,piece,AB123457;XY99887\n",
            hasKey: false
        );
        Seizure pistol = Assert.Single(_store.Cases).Seizures[0];
        Assert.Equal(2, pistol.SerialNumberCount);
        Assert.Empty(pistol.SerialHashes);
    }

    [Theory]
    [InlineData("A-1,NL,2011-2014,NL,H01,cocaine,2,kg,,,", RejectionCode.NoUsableDate)]
    [InlineData("A-1,NL,,NL,H01,cocaine,2,kg,,,", RejectionCode.NoUsableDate)]
    [InlineData("A-1,,2024-03-14,,H01,cocaine,2,kg,,,", RejectionCode.NoCountry)]
    [InlineData("A-1,NL,2024-03-14,NL,,,2,kg,,,", RejectionCode.NoHeadingOrProduct)]
    [InlineData("A-1,NL,2024-03-14,NL,H01,cocaine,2,kg,,", RejectionCode.CellCount)]
    [InlineData("A-1,NL,2024-03-14,NL,H01,jane.doe@example.org,2,kg,,,", RejectionCode.NominalCell)]
    public async Task A_row_is_rejected_for_a_stated_cause(string row, RejectionCode expected)
    {
        LoadReport report = await LoadAsync(row, "B-1,NL,2024-03-14,NL,H01,cocaine,2,kg,,,");
        Assert.Equal(expected, Assert.Single(_store.Rejections).Code);
        Assert.Equal((2, 1, 1), (report.RowsRead, report.RowsAccepted, report.RowsRejected));
    }

    [Fact]
    public async Task What_is_not_understood_keeps_the_row()
    {
        LoadReport report = await LoadAsync("A-1,Atlantis,2024-03-14,NL,H01,zinc unicorn,0,bushels,in the moon,unknown,");
        Assert.Equal(1, report.RowsAccepted);
        Case found = Assert.Single(_store.Cases);
        Assert.Equal(new Stated(NonValue.Unmapped, "zinc unicorn"), found.Seizures[0].Product);
        Assert.Equal(NonValue.Unmapped, found.ReportingCountry.Code);
        Assert.Equal(NonValue.Unknown, Route.CountryOf(found, LegRole.Destination).Code);
        Assert.Null(found.Seizures[0].Quantity);
        Assert.Equal("0 bushels", found.Seizures[0].QuantityText);
        Assert.Equal(
            [
                ("concealment", IssueCode.UnknownCode),
                ("product", IssueCode.UnknownCode),
                ("quantity", IssueCode.NotPositive),
                ("reporting_country", IssueCode.UnknownCode),
                ("unit", IssueCode.UnknownUnit),
            ],
            _store.Issues.Select(i => (i.Field, i.Code)).OrderBy(i => i.Field, StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Nothing_nominal_reaches_store_or_archive()
    {
        await LoadAsync(
            "A-1,NL,2024-03-14,NL,H01,cocaine,2,kg,,,Call jane.doe@example.org",
            "A-2,NL,2024-03-14,NL,H01,john.roe@example.org,2,kg,,,"
        );
        string everything = string.Join(
            '\n',
            _archive
                .Handed.SelectMany(r => r.Cells)
                .Concat(_store.Cases.Select(c => c.Narrative ?? ""))
                .Concat(_store.Rejections.Select(r => r.Reason))
                .Concat(_store.Issues.Select(i => i.Text ?? ""))
        );
        Assert.DoesNotContain("example.org", everything, StringComparison.Ordinal);
        Assert.Contains(_store.Issues, i => i is { Field: "narrative", Code: IssueCode.Masked });
    }

    [Fact]
    public async Task The_rows_of_a_case_bring_each_container_once_and_keep_no_number()
    {
        var tokens = new NumberTokens { Key = "0123456789abcdef0123456789abcdef" };
        var loader = new SubmissionLoader(
            _store,
            _archive,
            Shipped.Lists,
            Shipped.Screening,
            Choice(),
            TimeProvider.System,
            tokens: tokens
        );
        using var file = new MemoryStream(
            Encoding.UTF8.GetBytes(
                Header
                    + "\nA-1,NL,2024-03-14,NL,H01,cocaine,2,kg,,,in CSQU3054383"
                    + "\nA-1,NL,2024-03-14,NL,H01,heroin,3,kg,,,csqu 305438-3 again\n"
            )
        );
        await loader.LoadAsync(new LoadRequest { File = file, FileName = "boxes.csv" }, null, TestContext.Current.CancellationToken);
        Assert.Equal(["60e4b7ee424042ad30dc7f533d592d9f"], Assert.Single(_store.Cases).Tokens.Select(t => t.Value));
        Assert.DoesNotContain(_archive.Handed.SelectMany(r => r.Cells), c => c.Contains("30543", StringComparison.Ordinal));
        Assert.DoesNotContain(_archive.Handed.SelectMany(r => r.Cells), c => c.Contains("60e4b7ee", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_amount_beyond_belief_is_flagged_and_kept()
    {
        await LoadAsync(
            "A-1,TH,2024-03-14,TH,H01,amphetamine,4500000,kg,,,",
            "A-2,NL,2024-03-14,NL,H01,cocaine,8000,kg,,,",
            "A-3,GH,2024-03-14,GH,H01,cocaine,14733,kg,1.1,,"
        );
        Assert.Equal(["A-1", "A-3"], _store.Cases.Where(c => c.Seizures[0].OutlierFlags.Contains("QTY_EXTREME")).Select(c => c.CaseRef));
        Assert.Equal(4500000m, _store.Cases.First().Seizures[0].Quantity?.Value);
    }

    [Fact]
    public async Task A_file_of_no_known_source_is_refused_with_the_nearest()
    {
        LoadReport report = await LoadFileAsync("reporting_country,seizure_date,heading\nNL,2024-01-01,H01\n");
        Assert.Equal(SubmissionStatus.Refused, report.Status);
        Assert.Contains("template", report.Error, StringComparison.Ordinal);
        Assert.Contains("'product'", report.Error, StringComparison.Ordinal);
        Assert.Equal(0, _store.Submissions);
    }

    [Fact]
    public async Task A_broken_assertion_leaves_nothing()
    {
        LoadReport report = await LoadFileAsync("COUNTRY;SEIZURE_DATE;DRUG_NAME;AMOUNT;DRUG_UNIT\nSpain;1969-01-01;Heroin;1.0;Kilogram\n");
        Assert.Equal(SubmissionStatus.Refused, report.Status);
        Assert.Contains("1969-01-01", report.Error, StringComparison.Ordinal);
        Assert.Equal(0, _store.Submissions);
        Assert.Empty(_archive.Complete);
    }

    [Fact]
    public async Task A_store_that_breaks_passes_its_exception_on()
    {
        var loader = new SubmissionLoader(
            new MemoryStore { BreaksAfterChunks = 1 },
            _archive,
            Shipped.Lists,
            Shipped.Screening,
            Choice(),
            TimeProvider.System
        );
        using var file = new MemoryStream(
            Encoding.UTF8.GetBytes(
                Header + "\n" + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"R-{i},NL,2024-03-14,NL,H01,cocaine,2,kg,,,\n"))
            )
        );
        await Assert.ThrowsAsync<IOException>(() =>
            loader.LoadAsync(new LoadRequest { File = file, FileName = "broken.csv" }, null, TestContext.Current.CancellationToken)
        );
        // 30 000 rows are six chunks: the reader was waiting to hand over more and must have let go of the file.
        Assert.Equal(0, file.Seek(0, SeekOrigin.Begin));
    }

    [Fact]
    public async Task Neither_a_file_name_nor_a_header_brings_a_person_in()
    {
        using var file = new MemoryStream(
            Encoding.UTF8.GetBytes(
                "case_ref,reporting_country,seizure_date,heading,product,quantity,unit,John Smith\nA1,NL,2024-03-14,H01,cocaine,1,kg,x\n"
            )
        );
        LoadReport report = await Loader()
            .LoadAsync(new LoadRequest { File = file, FileName = "John Smith.csv" }, null, TestContext.Current.CancellationToken);
        Assert.Equal("[name].csv", report.Submission.FileName);
        Assert.Equal("column 8", report.Issues.Single(i => i.Code == IssueCode.UnknownColumn).Field);
    }

    [Fact]
    public async Task An_address_in_a_cell_of_amounts_is_no_amount()
    {
        await LoadFileAsync(
            "case_ref,reporting_country,seizure_date,heading,product,quantity,unit\nA1,NL,2024-03-14,H01,cocaine,\"14 High Street, "
                + "Leeds\",kg\nA2,NL,2024-03-14,H01,cocaine,12 kg,\n"
        );
        Assert.DoesNotContain(_archive.Handed, r => r.Cells.Any(c => c.Contains("High Street", StringComparison.Ordinal)));
        Assert.Contains("12 kg", _archive.Handed[1].Cells);
    }

    [Fact]
    public async Task A_dry_run_judges_and_keeps_nothing()
    {
        LoadReport report = await LoadFileAsync(Header + "\nA-1,NL,2024-03-14,NL,H01,cocaine,2,kg,,,\n,NL,,,,,,,,,\n", isDryRun: true);
        Assert.Equal((2, 1, 1), (report.RowsRead, report.RowsAccepted, report.RowsRejected));
        Assert.Equal(0, _store.Submissions);
        Assert.Empty(_archive.Handed);
    }

    [Fact]
    public async Task The_default_reporter_stands_in_where_a_row_names_none()
    {
        await LoadFileAsync(Header + "\n,,2024-03-14,,H01,cocaine,2,kg,,,\n,BE,2024-03-14,,H01,cocaine,2,kg,,,\n", reporter: "Netherlands");
        Assert.Equal(["NL", "BE"], _store.Cases.Select(c => c.ReportingCountry.Code));
    }

    [Fact]
    public async Task An_ambiguous_date_follows_its_column()
    {
        await LoadAsync("A-1,US,03/04/2024,US,H01,cocaine,2,kg,,,", "A-2,US,04/27/2024,US,H01,cocaine,2,kg,,,");
        Assert.Equal(new DateOnly(2024, 3, 4), _store.Cases.First().SeizureDate.Start);
        Assert.DoesNotContain(_store.Issues, i => i.Code == IssueCode.AmbiguousDate);
    }

    [Fact]
    public async Task The_individual_drug_seizures_have_the_duplicates_their_publisher_has()
    {
        Assert.SkipWhen(Shipped.Data is null, "The public data are not beside the repository.");
        await using FileStream file = File.OpenRead(Path.Combine(Shipped.Data!, "unodc_ids_2011_2016", "dev_2011_2013.csv.gz"));
        LoadReport report = await Loader()
            .LoadAsync(new LoadRequest { File = file, FileName = "dev_2011_2013.csv.gz" }, null, TestContext.Current.CancellationToken);
        // Counted with another program over the same file.
        Assert.Equal((84641, 5069), (report.RowsRead, report.ExactDuplicates));
        Assert.Equal(0, report.RowsRejected);
    }

    [Fact]
    public async Task A_file_that_states_another_reporter_than_its_senders_is_refused_whole()
    {
        LoadReport report = await LoadFileAsync(
            $"{Header}\nA-1,NL,2024-03-14,NL,H01,cocaine,2,kg,,,\nA-2,BE,2024-03-15,BE,H01,heroin,1,kg,,,\n",
            reporters: ["NL"]
        );
        Assert.Equal((SubmissionStatus.Refused, "other_reporter", 0), (report.Status, report.ErrorCode, _store.Cases.Count()));
        Assert.Contains("BE", report.Error, StringComparison.Ordinal);
        LoadReport own = await LoadFileAsync($"{Header}\nA-1,NL,2024-03-14,NL,H01,cocaine,2,kg,,,\n", reporters: ["NL"]);
        Assert.Equal(SubmissionStatus.Loaded, own.Status);
    }

    private SubmissionLoader Loader(bool hasKey = true, SourceDescription? source = null) =>
        new(_store, _archive, Shipped.Lists, Shipped.Screening, Choice(source), TimeProvider.System, serials: hasKey ? Serials : null);

    private SourceChoice Choice(SourceDescription? source = null) =>
        new(new SourceShelf(source is null ? Shipped.Sources : [source], _sources), () => Shipped.Suggester, TimeProvider.System);

    private Task<LoadReport> LoadAsync(params string[] rows) => LoadFileAsync(Header + "\n" + string.Join("\n", rows) + "\n");

    private async Task<LoadReport> LoadFileAsync(
        string text,
        bool isDryRun = false,
        string? reporter = null,
        string[]? reporters = null,
        bool hasKey = true,
        SourceDescription? source = null
    )
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await Loader(hasKey, source)
            .LoadAsync(
                new LoadRequest
                {
                    File = file,
                    FileName = "test.csv",
                    IsDryRun = isDryRun,
                    ReporterDefault = reporter,
                    Reporters = reporters?.ToHashSet(StringComparer.Ordinal),
                },
                null,
                TestContext.Current.CancellationToken
            );
    }
}
