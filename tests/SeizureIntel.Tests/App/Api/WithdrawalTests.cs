using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SeizureIntel.Accounts;
using SeizureIntel.App;
using SeizureIntel.App.Commands;
using SeizureIntel.Auditing;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using SeizureIntel.Workbench.State;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

/// <summary>What comes in may be taken back, asked about, and sent twice by mistake.</summary>
[Collection(nameof(ApiCollection))]
public sealed class WithdrawalTests(ApiSite site)
{
    private const string Header = "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,narrative\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_withdrawn_leaves_every_figure_and_keeps_its_report()
    {
        string id = await TakenAsync(Row("NL", "W1", "H01", "cocaine"));
        Assert.Equal(1, await CountAsync(id));
        using HttpResponseMessage withdrawn = await site.Http.PostAsync(Address($"/api/v1/submissions/{id}/withdrawal"), null, Stop);
        JsonElement said = await ApiSite.JsonOf(withdrawn);
        Assert.Equal(
            ("withdrawn", 1, true),
            (Text(said, "done"), said.GetProperty("seizures").GetInt32(), said.GetProperty("is_out_of_index").GetBoolean())
        );
        Assert.Equal(0, await CountAsync(id));
        Assert.NotNull((await ReportAsync(id))!.Value.GetProperty("withdrawn_at").GetString());
        Assert.True((await site.Get<StateDesk>().VerifyAsync(Reader.Owner, Stop)).Ok);
        using HttpResponseMessage again = await site.Http.PostAsync(Address($"/api/v1/submissions/{id}/withdrawal"), null, Stop);
        await UploadTests.AssertProblemAsync("already_withdrawn", 409, again);
        Assert.Equal("done", (await AuditedAsync("withdraw_submission", id)).Single().Outcome);
    }

    [Fact]
    public async Task What_is_erased_is_nowhere_but_in_the_audit()
    {
        // A word that nothing else holds: it must be on no page of any file.
        const string word = "zwibbelschnack";
        string text = Row("NL", "E1", "H01", "cocaine", "found beside " + word);
        string id = await TakenAsync(text);
        Assert.NotEmpty(FilesWith(word));
        using (HttpResponseMessage study = await site.Http.GetAsync(Address("/api/v1/studies/coverage"), Stop))
            Assert.True(study.IsSuccessStatusCode);
        using HttpResponseMessage erased = await site.Http.DeleteAsync(Address("/api/v1/submissions/" + id), Stop);
        Assert.Equal("erased", Text(await ApiSite.JsonOf(erased), "done"));

        Assert.Equal(0, await CountAsync(id));
        Assert.Null(await ReportAsync(id));
        Assert.Empty(FilesWith(word));
        Assert.Empty(Directory.EnumerateFiles(site.Folder, "*" + id + "*", SearchOption.AllDirectories));
        Assert.True((await site.Get<StateDesk>().VerifyAsync(Reader.Owner, Stop)).Ok);
        AuditEntry[] tombstone = await AuditedAsync("erase_submission", id);
        Assert.Equal(["done", "begun"], tombstone.Select(t => t.Outcome));
        Assert.Contains("seizures=1 cases=1", tombstone[0].Detail, StringComparison.Ordinal);
        Assert.Equal("loaded", Text(await SentAsync(site.Http, text), "status"));
    }

    [Fact]
    public async Task What_a_newer_word_gives_away_is_masked_in_all_that_is_kept()
    {
        const string name = "Quibblestein";
        string id = await TakenAsync(
            Row("NL", "S1", "H01", "cocaine", "handed over by gromf " + name + " at the gate") + Row("NL", "S2", "H01", "gromf " + name)
        );
        Assert.NotEmpty(FilesWith(name));
        (int cases, int rows) = await RescreenedAsync("--dry-run");
        string own = Path.Combine(site.Folder, "screening");
        Directory.CreateDirectory(own);
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(own, "triggers.csv"),
                "word,language,use,kind,status\ngromf,en,title,,office\n",
                Stop
            );
            Assert.Equal((cases + 2, rows + 2), await RescreenedAsync("--dry-run"));
            Assert.NotEmpty(FilesWith(name));
            Assert.Equal((cases + 2, rows + 2), await RescreenedAsync());
            Assert.Empty(FilesWith(name));
            Assert.Equal((0, 0), await RescreenedAsync("--dry-run"));
        }
        finally
        {
            Directory.Delete(own, recursive: true);
        }

        Assert.Equal(2, await CountAsync(id));
        Assert.True((await site.Get<StateDesk>().VerifyAsync(Reader.Owner, Stop)).Ok);
        AuditEntry[] noted = await AuditedAsync("rescreen", "");
        Assert.Equal(["done", "begun"], noted.Select(t => t.Outcome));
        Assert.DoesNotContain(name, noted[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contributor_withdraws_what_the_own_office_sent_and_nothing_else()
    {
        using HttpClient dutch = (await site.KeyAsync(Role.Contributor, ["NL"], Marking.Amber, ["read", "submit"])).Client;
        string theirs = await TakenAsync(Row("NL", "C1", "H01", "cocaine"));
        using (HttpResponseMessage refused = await dutch.PostAsync(Address($"/api/v1/submissions/{theirs}/withdrawal"), null, Stop))
            await UploadTests.AssertProblemAsync("not_allowed", 403, refused);
        string own = Text(await SentAsync(dutch, Header + Row("NL", "C2", "H01", "cocaine")), "id");
        using (HttpResponseMessage done = await dutch.PostAsync(Address($"/api/v1/submissions/{own}/withdrawal"), null, Stop))
            Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        using (HttpResponseMessage erase = await dutch.DeleteAsync(Address("/api/v1/submissions/" + own), Stop))
            Assert.Equal(HttpStatusCode.Forbidden, erase.StatusCode);
    }

    [Fact]
    public async Task A_contributor_sees_the_own_file_without_an_accepted_row()
    {
        using HttpClient dutch = (await site.KeyAsync(Role.Contributor, ["NL"], Marking.Amber, ["read", "submit"])).Client;
        using HttpClient other = (await site.KeyAsync(Role.Contributor, ["NL"], Marking.Amber, ["read", "submit"])).Client;
        JsonElement sent = await SentAsync(
            dutch,
            Header + "R1,NL,,NL,H01,cocaine,1,kg," + Guid.CreateVersion7().ToString("N")[20..] + "\n"
        );
        Assert.Equal((0, 1), (sent.GetProperty("rows_accepted").GetInt32(), sent.GetProperty("rows_rejected").GetInt32()));
        string address = $"/api/v1/submissions/{Text(sent, "id")}/rejections";
        using (HttpResponseMessage own = await dutch.GetAsync(Address(address), Stop))
            Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        using (HttpResponseMessage stranger = await other.GetAsync(Address(address), Stop))
            Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Fact]
    public async Task A_record_is_returned_with_a_question_and_its_contributor_answers()
    {
        using HttpClient dutch = (await site.KeyAsync(Role.Contributor, ["NL"], Marking.Amber, ["read", "submit"])).Client;
        using HttpClient belgian = (await site.KeyAsync(Role.Contributor, ["BE"], Marking.Amber, ["read", "submit"])).Client;
        string id = Text(await SentAsync(dutch, Header + Row("NL", "Q1", "H01", "cocaine")), "id");
        string address = $"/api/v1/submissions/{id}/questions";
        using (
            HttpResponseMessage asked = await site.Http.PostAsJsonAsync(
                Address(address),
                new { row = 2, text = "Kilograms or pieces?" },
                Stop
            )
        )
            Assert.Equal(HttpStatusCode.Created, asked.StatusCode);
        using (HttpResponseMessage none = await site.Http.PostAsJsonAsync(Address(address), new { row = 9, text = "And this?" }, Stop))
            await UploadTests.AssertProblemAsync("unknown_record", 404, none);
        using (
            HttpResponseMessage named = await site.Http.PostAsJsonAsync(
                Address(address),
                new { row = 2, text = "Was it Mr Jan Jansen?" },
                Stop
            )
        )
            await UploadTests.AssertProblemAsync("nominal_text", 422, named);

        JsonElement question = Assert.Single((await JsonAsync(dutch, address)).EnumerateArray());
        Assert.Equal(("Kilograms or pieces?", 2), (Text(question, "text"), question.GetProperty("row").GetInt32()));
        Assert.Empty((await JsonAsync(belgian, address)).EnumerateArray());
        string place = $"{address}/{Text(question, "id")}";
        using (HttpResponseMessage stranger = await belgian.PostAsJsonAsync(Address(place), new { text = "Pieces." }, Stop))
            await UploadTests.AssertProblemAsync("unknown_question", 404, stranger);
        using (HttpResponseMessage answered = await dutch.PostAsJsonAsync(Address(place), new { text = "Pieces." }, Stop))
            Assert.Equal(HttpStatusCode.NoContent, answered.StatusCode);
        Assert.Equal("Pieces.", Text(Assert.Single((await JsonAsync(site.Http, address)).EnumerateArray()), "answer"));
    }

    [Fact]
    public async Task The_same_sending_under_the_same_key_is_one()
    {
        string key = Guid.CreateVersion7().ToString("N"),
            text = Header + Row("NL", "K1", "H01", "cocaine");
        JsonElement first = await SentAsync(site.Http, text, key);
        JsonElement again = await SentAsync(site.Http, text, key);
        Assert.Equal(("loaded", "loaded"), (Text(first, "status"), Text(again, "status")));
        Assert.Equal(Text(first, "id"), Text(again, "id"));
        JsonElement other = await SentAsync(site.Http, Header + Row("NL", "K2", "H01", "cocaine"), key);
        Assert.Equal("urn:seizureintel:key_used_before", Text(other, "type"));
    }

    [Fact]
    public async Task A_case_of_the_closed_heading_is_red_unless_its_reporter_says_otherwise()
    {
        string id = await TakenAsync(Row("NL", "H12", "H12", "prohibited_adult_material"));
        JsonElement hit = (await JsonAsync(site.Http, "/api/v1/search?where=submission=" + id)).GetProperty("hits")[0];
        Assert.Equal("TLP:RED", Text(hit, "marking"));
        using HttpClient amber = (await site.KeyAsync(Role.Analyst, null, Marking.Amber, ["read"])).Client;
        Assert.Equal(
            0,
            (await JsonAsync(amber, "/api/v1/search?where=submission=" + id)).GetProperty("total").GetProperty("seizures").GetInt32()
        );
        using HttpResponseMessage report = await amber.GetAsync(Address($"/api/v1/submissions/{id}/rejections"), Stop);
        Assert.Equal(HttpStatusCode.NotFound, report.StatusCode);
    }

    [Fact]
    public async Task A_template_is_a_sound_workbook_with_the_codes_of_its_heading()
    {
        using var bytes = new MemoryStream(await site.Http.GetByteArrayAsync(Address("/api/v1/templates/H08"), Stop));
        using SpreadsheetDocument workbook = SpreadsheetDocument.Open(bytes, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(workbook, Stop).Select(e => e.Description));
        WorkbookPart part = workbook.WorkbookPart!;
        Assert.Equal(["seizures", "notes", "codes", "lists"], part.Workbook!.Descendants<Sheet>().Select(s => s.Name!.Value));
        var sheet = (WorksheetPart)part.GetPartById(part.Workbook.Descendants<Sheet>().First().Id!);
        string[] header = [.. sheet.Worksheet!.Descendants<Row>().First().Elements<Cell>().Select(c => c.InnerText)];
        Assert.Contains("firearm_type", header);
        Assert.DoesNotContain("species", header);
        Assert.NotEmpty(sheet.Worksheet.Descendants<DataValidation>());
        // Each code stands there with what it means.
        var codes = (WorksheetPart)part.GetPartById(part.Workbook.Descendants<Sheet>().Single(s => s.Name == "codes").Id!);
        Assert.Contains(codes.Worksheet!.Descendants<Row>(), r =>
            r.Elements<Cell>().Select(c => c.InnerText).SequenceEqual(["marking_status", "OBLITERATED", "Obliterated", ""])
        );
        using HttpResponseMessage unknown = await site.Http.GetAsync(Address("/api/v1/templates/H99"), Stop);
        await UploadTests.AssertProblemAsync("unknown_heading", 400, unknown);
    }

    [Fact]
    public async Task What_the_command_line_writes_and_exports_is_audited_without_what_was_typed()
    {
        string file = Path.Combine(site.Folder, "typed-name.csv");
        await File.WriteAllTextAsync(file, Header + Row("NL", "V1", "H01", "cocaine"), Stop);
        var printed = new StringWriter();
        Assert.Equal(0, await RunAsync(printed, "ingest", file, "--json"));
        string id = JsonDocument.Parse(printed.ToString()).RootElement.GetProperty("submissions")[0].GetProperty("id").GetString()!;
        Assert.Equal(0, await RunAsync(new StringWriter(), "search", "wordtyped", "--export", "json", "--out", file + ".json"));
        Assert.Equal(0, await RunAsync(new StringWriter(), "withdraw", id));
        Assert.Equal(0, await RunAsync(new StringWriter(), "erase", id));
        Assert.Equal(0, await RunAsync(new StringWriter(), "reindex"));
        IReadOnlyList<AuditRecord> all = await site.Get<IAuditLog>().ReadAsync(new AuditQuery(Actor: "owner"), Stop);
        Assert.Equal(
            ["reindex", "erase_submission", "erase_submission", "withdraw_submission", "export", "ingest"],
            all.Take(6).Select(r => r.Entry.Action)
        );
        Assert.DoesNotContain("typed", string.Concat(all.Select(r => r.Entry.ToString())), StringComparison.Ordinal);
        File.Delete(file);
        File.Delete(file + ".json");
    }

    private static Uri Address(string text) => new(text, UriKind.Relative);

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string Row(string country, string reference, string heading, string product, string narrative = "") =>
        $"{reference}-{Guid.CreateVersion7():N},{country},2024-03-14,{country},{heading},{product},3,kg,{narrative}\n";

    private Task<int> RunAsync(StringWriter printed, params string[] line) =>
        CommandLine.RunAsync(
            [.. line, "--data", site.Folder],
            new VerbContext(new Output(printed, Stream.Null, TextWriter.Null, isTerminal: false), Composition.OpenAsync),
            Stop
        );

    private async Task<(int Cases, int Rows)> RescreenedAsync(params string[] options)
    {
        var printed = new StringWriter();
        Assert.Equal(0, await RunAsync(printed, ["rescreen", "--json", .. options]));
        JsonElement said = JsonDocument.Parse(printed.ToString()).RootElement;
        return (said.GetProperty("cases").GetInt32(), said.GetProperty("rows").GetInt32());
    }

    private async Task<string> TakenAsync(string row) => Text(await SentAsync(site.Http, Header + row), "id");

    private static async Task<JsonElement> SentAsync(HttpClient client, string text, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("/api/v1/submissions?file_name=a.csv"));
        request.Content = new ByteArrayContent(
            Encoding.UTF8.GetBytes(text.StartsWith(Header, StringComparison.Ordinal) ? text : Header + text)
        );
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using HttpResponseMessage response = await client.SendAsync(request, Stop);
        return await ApiSite.JsonOf(response);
    }

    private async Task<int> CountAsync(string id) =>
        (await JsonAsync(site.Http, "/api/v1/search?where=submission=" + id)).GetProperty("total").GetProperty("seizures").GetInt32();

    private async Task<JsonElement?> ReportAsync(string id)
    {
        JsonElement[] found =
        [
            .. (await JsonAsync(site.Http, "/api/v1/submissions"))
                .GetProperty("submissions")
                .EnumerateArray()
                .Where(s => Text(s, "id") == id),
        ];
        return found.Length == 0 ? null : found[0];
    }

    private async Task<AuditEntry[]> AuditedAsync(string action, string id) =>
        [.. (await site.Get<IAuditLog>().ReadAsync(new AuditQuery(Action: action), Stop)).Select(r => r.Entry).Where(e => e.Subject == id)];

    private static async Task<JsonElement> JsonAsync(HttpClient client, string address)
    {
        using HttpResponseMessage response = await client.GetAsync(Address(address), Stop);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        return await ApiSite.JsonOf(response);
    }

    // Files of the data folder whose bytes, unpacked where they are packed, hold a word.
    private string[] FilesWith(string word) =>
        [
            .. Directory
                .EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories)
                .Where(f => BytesOf(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0),
        ];

    private static byte[] BytesOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        if (path.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            unpacked.CopyTo(bytes);
        }
        else
        {
            file.CopyTo(bytes);
        }

        return bytes.ToArray();
    }
}
