using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Auditing;
using SeizureIntel.Decisions;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Reading.Models;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Doubts;
using SeizureIntel.Workbench.State;
using SeizureIntel.Workbench.Texts;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

/// <summary>What a record's words seem to say is proposed, and counts once a person has accepted it.</summary>
[Collection(nameof(ApiCollection))]
public sealed partial class ProposalTests(ApiSite site)
{
    private const string Header = "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,narrative\n";

    // No list holds these words; the account beside them tells of cocaine.
    private const string Written = "contents of the bags";
    private const string Told = "Customs seized 3 kg of cocaine.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_proposal_counts_once_it_is_accepted_and_no_more_once_that_is_undone()
    {
        (string submission, string seizure) = await TakenAsync("NL", Written, Told);
        JsonElement proposed = Assert.Single((await SeizureAsync(site.Http, seizure)).GetProperty("proposals").EnumerateArray());
        Assert.Equal(("product", "cocaine", "proposed"), (Text(proposed, "field"), Text(proposed, "code"), Text(proposed, "state")));
        Assert.Equal(("lexicon", "cocaine"), (Text(proposed, "by"), Text(proposed, "text")));
        Assert.Equal(0, await CountAsync(submission, "product=cocaine"));

        JsonElement accepted = await DecidedAsync(site.Http, seizure, "cocaine", "accept");
        Assert.Equal(
            [("heading", "H01", "accepted"), ("product", "cocaine", "accepted")],
            accepted.GetProperty("proposals").EnumerateArray().Select(p => (Text(p, "field"), Text(p, "code"), Text(p, "state")))
        );
        JsonElement product = accepted
            .GetProperty("fields")
            .EnumerateArray()
            .First(f => Text(f, "field") == "product")
            .GetProperty("values")[0];
        Assert.Equal(("cocaine", Written), (Text(product, "value"), Text(product, "written")));
        Assert.Equal(1, await CountAsync(submission, "product=cocaine"));
        Assert.Equal(1, await CountAsync(submission, "heading=H01"));
        Assert.True((await site.Get<StateDesk>().VerifyAsync(Reader.Owner, Stop)).Ok);

        JsonElement undone = await DecidedAsync(site.Http, seizure, "cocaine", "undo");
        Assert.Equal("proposed", Text(Assert.Single(undone.GetProperty("proposals").EnumerateArray()), "state"));
        Assert.Equal(0, await CountAsync(submission, "product=cocaine"));
        Assert.Equal(0, await CountAsync(submission, "heading=H01"));
        Assert.True((await site.Get<StateDesk>().VerifyAsync(Reader.Owner, Stop)).Ok);
        // It is written once the answer has gone out.
        string[] outcomes = [];
        for (int i = 0; i < 200 && outcomes.Length < 2; i++)
        {
            await Task.Delay(50, Stop);
            IReadOnlyList<AuditRecord> all = await site.Get<IAuditLog>().ReadAsync(new AuditQuery(), Stop);
            outcomes = [.. all.Where(r => r.Entry.Subject == $"/api/v1/seizures/{seizure}/decision").Select(r => r.Entry.Outcome)];
        }

        Assert.Equal(["done", "done"], outcomes);
    }

    [Fact]
    public async Task What_was_accepted_is_taken_back_on_the_page_of_records_to_decide_on_as_well()
    {
        (string submission, string seizure) = await TakenAsync("NL", Written, Told);
        await DecidedAsync(site.Http, seizure, "cocaine", "accept");
        Assert.Equal(1, await CountAsync(submission, "product=cocaine"));

        await site.Get<DecisionDesk>().UndoAsync(Reader.Owner, new Actor("", "owner", []), DoubtKind.ProposedProduct, seizure, Stop);

        Assert.Equal(0, await CountAsync(submission, "product=cocaine"));
        Assert.Equal(0, await CountAsync(submission, "heading=H01"));
        JsonElement now = await SeizureAsync(site.Http, seizure);
        Assert.Equal("proposed", Text(Assert.Single(now.GetProperty("proposals").EnumerateArray()), "state"));
    }

    [Fact]
    public async Task What_is_refused_is_not_proposed_again_and_what_is_stated_never()
    {
        (string submission, string seizure) = await TakenAsync("NL", Written, Told);
        JsonElement refused = await DecidedAsync(site.Http, seizure, "cocaine", "refuse");
        Assert.Equal("refused", Text(Assert.Single(refused.GetProperty("proposals").EnumerateArray()), "state"));
        Assert.Equal(0, await CountAsync(submission, "product=cocaine"));
        using (HttpResponseMessage again = await DecideAsync(site.Http, seizure, "cocaine", "accept"))
            await UploadTests.AssertProblemAsync("no_such_proposal", 409, again);
        Assert.Equal("proposed", Text((await DecidedAsync(site.Http, seizure, "cocaine", "undo")).GetProperty("proposals")[0], "state"));

        (_, string stated) = await TakenAsync("NL", "heroin", "Cocaine was found.");
        Assert.Empty((await SeizureAsync(site.Http, stated)).GetProperty("proposals").EnumerateArray());
        (_, string unknown) = await TakenAsync("NL", "unknown", Told, "H01");
        Assert.Empty((await SeizureAsync(site.Http, unknown)).GetProperty("proposals").EnumerateArray());
        using HttpResponseMessage other = await DecideAsync(site.Http, seizure, "heroin", "accept");
        await UploadTests.AssertProblemAsync("no_such_proposal", 409, other);
    }

    // The row is refused, mended, its product accepted, and mended again: nobody has decided on what stands there now.
    [Fact]
    public async Task What_was_accepted_lapses_when_its_row_is_mended_and_sent_again()
    {
        string row = $"P-{Guid.CreateVersion7():N},NL,2024-02-31,NL,,{Written},3,kg,{Told}\n";
        string refused = await SentAsync(Header + row);
        string seizure = await FoundAsync(await MendedAsync("2024-02-28"));
        await DecidedAsync(site.Http, seizure, "cocaine", "accept");
        string again = await MendedAsync("2024-02-29");
        Assert.Equal(seizure, await FoundAsync(again));
        Assert.Equal(0, await CountAsync(again, "product=cocaine"));
        JsonElement now = await SeizureAsync(site.Http, seizure);
        Assert.Equal("proposed", Text(Assert.Single(now.GetProperty("proposals").EnumerateArray()), "state"));
        using (HttpResponseMessage undone = await DecideAsync(site.Http, seizure, "cocaine", "undo"))
            await UploadTests.AssertProblemAsync("no_such_decision", 409, undone);
        JsonElement doubts = await JsonAsync(site.Http, $"/api/v1/doubts?where=submission={again}&wait=120");
        Assert.Equal(
            [true, true],
            doubts
                .GetProperty("decisions")
                .EnumerateArray()
                .Where(d => Text(d, "subject") == seizure)
                .Select(d => d.GetProperty("is_lapsed").GetBoolean())
        );

        Task<string> MendedAsync(string day) =>
            SentAsync($"refused_row,refused_of,{Header}2,{refused}," + row.Replace("2024-02-31", day, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Analysts_decide_on_what_they_see_and_contributors_on_nothing()
    {
        (_, string seizure) = await TakenAsync("NL", Written, Told);
        using HttpClient contributor = (await site.KeyAsync(Role.Contributor, ["NL"], Marking.Amber, ["read", "submit"])).Client;
        using HttpClient belgian = (await site.KeyAsync(Role.Analyst, ["BE"], Marking.Amber, ["read", "decide"])).Client;
        using HttpClient green = (await site.KeyAsync(Role.Analyst, ["NL"], Marking.Green, ["read", "decide"])).Client;
        using HttpClient analyst = (await site.KeyAsync(Role.Analyst, ["NL"], Marking.Amber, ["read", "decide"])).Client;
        Assert.Equal("proposed", Text((await SeizureAsync(contributor, seizure)).GetProperty("proposals")[0], "state"));
        using (HttpResponseMessage refused = await DecideAsync(contributor, seizure, "cocaine", "accept"))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        foreach (HttpClient stranger in new[] { belgian, green })
        {
            using HttpResponseMessage none = await DecideAsync(stranger, seizure, "cocaine", "accept");
            await UploadTests.AssertProblemAsync("unknown_seizure", 404, none);
        }

        using (HttpResponseMessage bad = await DecideAsync(analyst, seizure, "cocaine", "maybe"))
            await UploadTests.AssertProblemAsync("bad_choice", 400, bad);
        JsonElement accepted = await DecidedAsync(analyst, seizure, "cocaine", "accept");
        Assert.All(accepted.GetProperty("proposals").EnumerateArray(), p =>
            Assert.StartsWith("u", Text(p, "decided_by"), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_page_shows_a_proposal_as_one_and_takes_the_decision()
    {
        (string submission, string seizure) = await TakenAsync("NL", Written, Told);
        using HttpClient browser = site.Browser();
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", site.Key);
        string page = await browser.GetStringAsync(Address("/seizures/" + seizure), Stop);
        Assert.Contains("Proposed, not stated", page, StringComparison.Ordinal);
        Assert.Contains("value=\"accept\"", page, StringComparison.Ordinal);
        var fields = new Dictionary<string, string>
        {
            ["field"] = "product",
            ["code"] = "cocaine",
            ["choice"] = "accept",
        };
        using (HttpResponseMessage forged = await browser.PostAsync(Address($"/seizures/{seizure}?handler=decide"), Form(fields), Stop))
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        fields["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value;
        using HttpResponseMessage done = await browser.PostAsync(Address($"/seizures/{seizure}?handler=decide"), Form(fields), Stop);
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal(1, await CountAsync(submission, "product=cocaine"));
        page = await browser.GetStringAsync(Address("/seizures/" + seizure), Stop);
        Assert.Contains("value=\"undo\"", page, StringComparison.Ordinal);

        using HttpClient contributor = (await site.KeyAsync(Role.Contributor, ["NL"], Marking.Amber, ["read", "submit"])).Client;
        page = await contributor.GetStringAsync(Address("/seizures/" + seizure), Stop);
        Assert.Contains("Proposed, not stated", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"undo\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_accepted_five_times_of_two_reporters_teaches_the_next_model()
    {
        const string word = "qwortpulver";
        Assert.Empty(await LearntAsync(word));
        foreach ((string country, int row) in new[] { ("NL", 1), ("NL", 2), ("NL", 3), ("BE", 4), ("BE", 5) })
        {
            (_, string seizure) = await TakenAsync(country, word, Told);
            await DecidedAsync(site.Http, seizure, "cocaine", "accept");
            Assert.Equal(row == 5 ? 1 : 0, (await LearntAsync(word)).Length);
        }

        Assert.Equal(("cocaine", "source_template"), (await LearntAsync(word)).Select(e => (e.Code, e.Group)).Single());
    }

    private static FormUrlEncodedContent Form(Dictionary<string, string> fields) => new(fields);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private async Task<TextExample[]> LearntAsync(string text) =>
        [.. (await site.Get<TrainingTexts>().OfGoodsAsync(ofHeading: false, Stop)).Where(e => e.Text == text)];

    private async Task<(string Submission, string Seizure)> TakenAsync(
        string country,
        string product,
        string narrative = "",
        string heading = ""
    )
    {
        string row = $"P-{Guid.CreateVersion7():N},{country},2024-03-14,{country},{heading},{product},3,kg,{narrative}\n";
        string submission = await SentAsync(Header + row);
        return (submission, await FoundAsync(submission));
    }

    private async Task<string> SentAsync(string file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("/api/v1/submissions?file_name=p.csv"));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using HttpResponseMessage response = await site.Http.SendAsync(request, Stop);
        return Text(await ApiSite.JsonOf(response), "id");
    }

    private async Task<string> FoundAsync(string submission) =>
        Text((await JsonAsync(site.Http, "/api/v1/search?where=submission=" + submission)).GetProperty("hits")[0], "id");

    private async Task<int> CountAsync(string submission, string where) =>
        (await JsonAsync(site.Http, $"/api/v1/search?where=submission={submission}&where={where}"))
            .GetProperty("total")
            .GetProperty("seizures")
            .GetInt32();

    private static Task<JsonElement> SeizureAsync(HttpClient client, string id) => JsonAsync(client, "/api/v1/seizures/" + id);

    private static Task<HttpResponseMessage> DecideAsync(HttpClient client, string id, string code, string choice) =>
        client.PostAsJsonAsync(
            Address($"/api/v1/seizures/{id}/decision"),
            new
            {
                field = "product",
                code,
                choice,
            },
            Stop
        );

    private static async Task<JsonElement> DecidedAsync(HttpClient client, string id, string code, string choice)
    {
        using HttpResponseMessage response = await DecideAsync(client, id, code, choice);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Stop));
        return await ApiSite.JsonOf(response);
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string address)
    {
        using HttpResponseMessage response = await client.GetAsync(Address(address), Stop);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        return await ApiSite.JsonOf(response);
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static Uri Address(string text) => new(text, UriKind.Relative);
}
