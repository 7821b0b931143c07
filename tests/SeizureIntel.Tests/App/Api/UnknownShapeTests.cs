using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Accounts;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

/// <summary>Files of unknown shape over HTTP: what is understood, proposed, edited, accepted, and who may do which.</summary>
[Collection(nameof(ApiCollection))]
public sealed class UnknownShapeTests(ApiSite site)
{
    private static int _shapes;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_of_unknown_shape_is_told_column_by_column_and_nothing_is_kept()
    {
        Shape shape = Shape.New();
        using HttpClient client = await ClientAsync(Role.Contributor, ["DE"]);
        JsonElement found = await DoneAsync(client, HttpMethod.Post, Suggestion(), shape.File());
        Assert.Equal("complete", found.GetProperty("verdict").GetString());
        Assert.Equal(3, found.GetProperty("rows").GetInt32());
        Assert.Equal(["country"], found.GetProperty("missing").EnumerateArray().Select(m => m.GetString()));
        Assert.Equal(("seizure_date", "understood"), Column(found, "Sicherstellungsdatum"));
        Assert.Equal(("product", "understood"), Column(found, "Warenart"));
        Assert.Equal((null, "refused"), Column(found, "driver name"));
        Assert.Equal((null, "not_understood"), Column(found, shape.Odd));
        Assert.DoesNotContain("Kurt Weber", found.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(shape.Name(found), await NamesAsync(client));
    }

    [Fact]
    public async Task A_contributor_proposes_an_analyst_accepts_and_the_next_file_of_the_shape_comes_in()
    {
        Shape shape = Shape.New();
        using HttpClient contributor = await ClientAsync(Role.Contributor, ["DE"]);
        string name = await ProposedAsync(contributor, shape, "DE");

        JsonElement tried = await DoneAsync(contributor, HttpMethod.Post, Taking($"&dry_run=true&source={name}"), shape.File());
        Assert.Equal((3, 3), (tried.GetProperty("rows_read").GetInt32(), tried.GetProperty("rows_accepted").GetInt32()));
        await RefusedAsync(contributor, HttpMethod.Post, Taking(), shape.File(), HttpStatusCode.UnprocessableEntity, "no_source");
        await RefusedAsync(
            contributor,
            HttpMethod.Post,
            Taking($"&source={name}"),
            shape.File(),
            HttpStatusCode.BadRequest,
            "unknown_source"
        );
        await RefusedAsync(contributor, HttpMethod.Post, $"sources/{name}/acceptance", null, HttpStatusCode.Forbidden, "not_allowed");

        using HttpClient analyst = await ClientAsync(Role.Analyst, ["DE", "AT"]);
        Assert.Contains(name, await NamesAsync(analyst));
        JsonElement accepted = await DoneAsync(analyst, HttpMethod.Post, $"sources/{name}/acceptance", null);
        Assert.True(accepted.GetProperty("is_accepted").GetBoolean());

        JsonElement taken = await DoneAsync(contributor, HttpMethod.Post, Taking(), shape.File());
        Assert.Equal(
            ("loaded", name, 3),
            (taken.GetProperty("status").GetString(), taken.GetProperty("source").GetString(), Accepted(taken))
        );
        JsonElement next = await DoneAsync(contributor, HttpMethod.Post, Taking(), shape.File("7,5"));
        Assert.Equal((name, 3), (next.GetProperty("source").GetString(), Accepted(next)));

        // 2,5 kg of Kokain is written with a decimal comma; the country is what holds for every row.
        JsonElement hits = (
            await site.GetAsync($"/api/v1/search?where=submission={taken.GetProperty("id").GetString()}&heading=H01&size=9")
        ).Json.GetProperty("hits");
        Assert.Equal(3, hits.GetArrayLength());
        Assert.All(hits.EnumerateArray(), h => Assert.Contains("\"DE\"", h.GetRawText(), StringComparison.Ordinal));
        Assert.Contains(hits.EnumerateArray(), h => h.GetRawText().Contains("2.5", StringComparison.Ordinal));
        await AssertAuditedAsync(name, "propose_source", "edit_source", "accept_source");
    }

    [Fact]
    public async Task An_edit_gives_columns_fields_values_codes_and_a_date_its_format()
    {
        Shape shape = Shape.New();
        using HttpClient analyst = await ClientAsync(Role.Analyst, ["DE"]);
        string name = await ProposedAsync(analyst, shape, "DE");
        object edit = new
        {
            columns = new object[]
            {
                new
                {
                    column = shape.Odd,
                    field = "detection_technique",
                    values = new Dictionary<string, string> { ["QX"] = "DOG" },
                },
                new { column = "Dienststelle", field = (string?)null },
                new
                {
                    column = "Sicherstellungsdatum",
                    field = "seizure_date",
                    formats = new[] { "d.M.yyyy" },
                },
            },
        };
        await DoneAsync(analyst, HttpMethod.Put, "sources/" + name, edit);
        JsonElement found = await DoneAsync(analyst, HttpMethod.Post, Suggestion($"&source={name}"), shape.File());
        Assert.Equal(("detection_technique", "understood"), Column(found, shape.Odd));
        Assert.Equal((null, "set_aside"), Column(found, "Dienststelle"));
        JsonElement date = found.GetProperty("columns").EnumerateArray().Single(c => c.GetProperty("field").GetString() == "seizure_date");
        Assert.Equal(["d.M.yyyy"], date.GetProperty("formats").EnumerateArray().Select(f => f.GetString()));

        // The values of a column that was mapped by hand are looked up: QX has a code by hand, QY has none.
        Dictionary<string, string?> codes = found
            .GetProperty("look_ups")
            .EnumerateArray()
            .Where(l => l.GetProperty("column").GetString() == shape.Odd)
            .ToDictionary(l => l.GetProperty("value").GetString()!, l => l.GetProperty("code").GetString());
        Assert.Equal("DOG", codes["QX"]);
        Assert.Null(codes["QY"]);
    }

    [Fact]
    public async Task Other_offices_neither_see_nor_change_a_proposal_and_keep_one_of_their_own()
    {
        Shape shape = Shape.New();
        using HttpClient german = await ClientAsync(Role.Contributor, ["DE"]);
        string name = await ProposedAsync(german, shape, "DE");
        foreach (Role role in Enum.GetValues<Role>())
        {
            using HttpClient other = await ClientAsync(role, ["PL"]);
            Assert.DoesNotContain(name, await NamesAsync(other));
            await RefusedAsync(other, HttpMethod.Get, "sources/" + name, null, HttpStatusCode.NotFound, "unknown_format");
            await RefusedAsync(other, HttpMethod.Put, "sources/" + name, new { }, HttpStatusCode.NotFound, "unknown_format");
            await RefusedAsync(other, HttpMethod.Delete, "sources/" + name, null, HttpStatusCode.NotFound, "unknown_format");
            if (role != Role.Contributor)
                await RefusedAsync(other, HttpMethod.Post, $"sources/{name}/acceptance", null, HttpStatusCode.NotFound, "unknown_format");
        }

        using HttpClient polish = await ClientAsync(Role.Contributor, ["PL"]);
        string own = await ProposedAsync(polish, shape, "PL");
        Assert.NotEqual(name, own);
        await DoneAsync(polish, HttpMethod.Delete, "sources/" + own, null);
        Assert.Contains(name, await NamesAsync(german));
    }

    [Fact]
    public async Task A_file_that_states_another_country_than_its_senders_is_refused_whole()
    {
        Shape shape = Shape.New();
        using HttpClient contributor = await ClientAsync(Role.Contributor, ["DE"]);
        string name = await ProposedAsync(contributor, shape, "AT");
        await RefusedAsync(
            contributor,
            HttpMethod.Post,
            Taking($"&dry_run=true&source={name}"),
            shape.File(),
            HttpStatusCode.UnprocessableEntity,
            "other_reporter"
        );
    }

    [Fact]
    public async Task What_says_no_country_cannot_be_accepted_and_an_accepted_format_is_an_analysts()
    {
        Shape shape = Shape.New();
        using HttpClient analyst = await ClientAsync(Role.Analyst, ["DE"]);
        string name = await ProposedAsync(analyst, shape, null);
        await RefusedAsync(analyst, HttpMethod.Post, $"sources/{name}/acceptance", null, HttpStatusCode.Conflict, "suggestion_incomplete");
        await DoneAsync(analyst, HttpMethod.Put, "sources/" + name, new { constants = new { reporting_country = "Germany" } });
        await DoneAsync(analyst, HttpMethod.Post, $"sources/{name}/acceptance", null);
        using HttpClient contributor = await ClientAsync(Role.Contributor, null);
        await RefusedAsync(contributor, HttpMethod.Put, "sources/" + name, new { }, HttpStatusCode.Forbidden, "not_allowed");
        await RefusedAsync(contributor, HttpMethod.Delete, "sources/" + name, null, HttpStatusCode.Forbidden, "not_allowed");
        await DoneAsync(analyst, HttpMethod.Delete, "sources/" + name, null);
    }

    [Theory]
    [InlineData("{\"columns\":[{\"column\":\"Nowhere\",\"field\":\"product\"}]}", 400, "bad_mapping")]
    [InlineData("{\"columns\":[{\"column\":\"Warenart\",\"field\":\"goods\"}]}", 400, "bad_mapping")]
    [InlineData("{\"columns\":[{\"column\":\"Warenart\",\"field\":\"path\"}]}", 400, "bad_mapping")]
    [InlineData("{\"columns\":[{\"column\":\"driver name\",\"field\":\"narrative\"}]}", 400, "bad_mapping")]
    [InlineData("{\"columns\":[{\"column\":\"Warenart\",\"field\":\"product\",\"values\":{\"x\":\"no such code\"}}]}", 400, "bad_mapping")]
    [InlineData("{\"columns\":[{\"column\":\"Dienststelle\",\"field\":\"product\"}]}", 400, "bad_mapping")]
    [InlineData("{\"constants\":{\"heading\":\"H99\"}}", 400, "bad_mapping")]
    [InlineData(
        "{\"columns\":[{\"column\":\"Warenart\",\"field\":\"product\",\"values\":{\"a.b@example.org\":\"cocaine\"}}]}",
        422,
        "nominal_text"
    )]
    [InlineData("{\"colums\":[]}", 400, "bad_body")]
    [InlineData("no json", 400, "bad_body")]
    public async Task An_edit_that_cannot_be_is_a_problem(string body, int status, string code)
    {
        Shape shape = Shape.New();
        using HttpClient client = await ClientAsync(Role.Analyst, ["DE"]);
        string name = await ProposedAsync(client, shape, "DE");
        await RefusedAsync(client, HttpMethod.Put, "sources/" + name, body, (HttpStatusCode)status, code);
    }

    [Theory]
    [InlineData("country,drug,2018,2019,2020,2021\nFrance,cocaine,1,2,3,4\nSpain,cocaine,5,6,7,8\n", "aggregates")]
    [InlineData("timestamp,value\n2014-07-01,10844\n2014-07-02,8127\n", "no_seizures")]
    [InlineData("Ort;Warenart;Menge kg\nAachen;Kokain;2\nWeil;Heroin;1\n", "incomplete")]
    public async Task What_a_file_is_not_is_said(string text, string verdict)
    {
        using HttpClient client = await ClientAsync(Role.Contributor, ["DE"]);
        byte[] file = Encoding.UTF8.GetBytes(text);
        JsonElement found = await DoneAsync(client, HttpMethod.Post, Suggestion(), file);
        Assert.Equal(verdict, found.GetProperty("verdict").GetString());
        Assert.NotEqual("", found.GetProperty("message").GetString());
        if (verdict == "aggregates")
            await RefusedAsync(client, HttpMethod.Post, Suggestion("&propose=true"), file, HttpStatusCode.UnprocessableEntity, verdict);
    }

    [Fact]
    public async Task What_is_no_table_is_a_problem()
    {
        using HttpClient client = await ClientAsync(Role.Contributor, ["DE"]);
        byte[] picture = [0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4];
        await RefusedAsync(client, HttpMethod.Post, Suggestion(), picture, HttpStatusCode.UnprocessableEntity, "image");
        await RefusedAsync(client, HttpMethod.Post, "submissions/suggestion", picture, HttpStatusCode.BadRequest, "no_file_name");
    }

    [Fact]
    public async Task A_key_that_may_only_read_does_none_of_it()
    {
        (HttpClient client, _) = await site.KeyAsync(Role.Analyst, ["DE"], Marking.Amber, [Permissions.Read]);
        using (client)
        {
            await RefusedAsync(client, HttpMethod.Post, Suggestion(), "a;b\n1;2\n"u8.ToArray(), HttpStatusCode.Forbidden, "not_allowed");
            await RefusedAsync(client, HttpMethod.Get, "sources", null, HttpStatusCode.Forbidden, "not_allowed");
            await RefusedAsync(client, HttpMethod.Put, "sources/x", new { }, HttpStatusCode.Forbidden, "not_allowed");
            await RefusedAsync(client, HttpMethod.Delete, "sources/x", null, HttpStatusCode.Forbidden, "not_allowed");
            await RefusedAsync(client, HttpMethod.Post, "sources/x/acceptance", null, HttpStatusCode.Forbidden, "not_allowed");
        }
    }

    [Fact]
    public async Task The_codes_of_a_field_are_listed_and_a_field_without_a_list_is_a_problem()
    {
        JsonElement codes = (await site.GetAsync("/api/v1/codes/heading")).Json;
        Assert.Equal(13, codes.GetArrayLength());
        Assert.Equal("H01", codes[0].GetProperty("code").GetString());
        await RefusedAsync(site.Http, HttpMethod.Get, "codes/narrative", null, HttpStatusCode.NotFound, "unknown_codes");
    }

    [Fact]
    public async Task The_page_of_submissions_lists_what_waits_and_offers_to_accept_to_analysts_alone()
    {
        Shape shape = Shape.New();
        using HttpClient contributor = await ClientAsync(Role.Contributor, ["DE"]);
        string name = await ProposedAsync(contributor, shape, "DE");
        using HttpClient analyst = await ClientAsync(Role.Analyst, ["DE"]);
        string theirs = await contributor.GetStringAsync(new Uri("/submissions", UriKind.Relative), Stop),
            others = await analyst.GetStringAsync(new Uri("/submissions", UriKind.Relative), Stop);
        Assert.All([theirs, others], page => Assert.Contains($"/submissions?format={name}#mapping", page, StringComparison.Ordinal));
        Assert.Contains("data-may-accept=\"\"", theirs, StringComparison.Ordinal);
        Assert.Contains("data-country=\"DE\"", theirs, StringComparison.Ordinal);
        Assert.Contains("data-may-accept=\"yes\"", others, StringComparison.Ordinal);
    }

    private static string Suggestion(string more = "") => "submissions/suggestion?file_name=zoll.csv" + more;

    private static string Taking(string more = "") => "submissions?file_name=zoll.csv" + more;

    private static int Accepted(JsonElement report) => report.GetProperty("rows_accepted").GetInt32();

    private static (string? Field, string? State) Column(JsonElement found, string column)
    {
        JsonElement one = found.GetProperty("columns").EnumerateArray().Single(c => c.GetProperty("column").GetString() == column);
        return (one.GetProperty("field").GetString(), one.GetProperty("state").GetString());
    }

    private async Task<HttpClient> ClientAsync(Role role, string[]? countries) =>
        (await site.KeyAsync(role, countries, Marking.Amber, Permissions.Of(role))).Client;

    private static async Task<string> ProposedAsync(HttpClient client, Shape shape, string? country)
    {
        JsonElement found = await DoneAsync(client, HttpMethod.Post, Suggestion("&propose=true"), shape.File());
        string name = shape.Name(found);
        if (country is not null)
            await DoneAsync(client, HttpMethod.Put, "sources/" + name, new { constants = new { reporting_country = country } });
        return name;
    }

    private static async Task<string[]> NamesAsync(HttpClient client) =>
        [.. (await DoneAsync(client, HttpMethod.Get, "sources", null)).EnumerateArray().Select(s => s.GetProperty("name").GetString()!)];

    private async Task AssertAuditedAsync(string name, params string[] actions)
    {
        JsonElement log = (await site.GetAsync("/api/v1/administration/audit?size=500")).Json;
        string[] noted =
        [
            .. log.GetProperty("records")
                .EnumerateArray()
                .Where(e => e.GetProperty("subject").GetString() == name)
                .Select(e => e.GetProperty("action").GetString()!),
        ];
        Assert.All(actions, a => Assert.Contains(a, noted));
    }

    private static async Task<JsonElement> DoneAsync(HttpClient client, HttpMethod method, string address, object? body)
    {
        using HttpResponseMessage response = await SendAsync(client, method, address, body);
        string text = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.IsSuccessStatusCode, $"{method} {address}: {response.StatusCode} {text}");
        if (text.Length == 0)
            return default;
        using JsonDocument json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    private static async Task RefusedAsync(
        HttpClient client,
        HttpMethod method,
        string address,
        object? body,
        HttpStatusCode status,
        string code
    )
    {
        HttpResponseMessage response = await SendAsync(client, method, address, body);
        await UploadTests.AssertProblemAsync(code, (int)status, response);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri("/api/v1/" + address, UriKind.Relative));
        if (body is byte[] file)
        {
            request.Content = new ByteArrayContent(file);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        }
        else if (body is not null)
        {
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        return await client.SendAsync(request, Stop);
    }

    /// <summary>A shape that no other test sends: a German export with a column of its own.</summary>
    private sealed record Shape(string Odd)
    {
        public static Shape New() => new("Xqz" + Interlocked.Increment(ref _shapes).ToString(CultureInfo.InvariantCulture));

        public byte[] File(string amount = "2,5") =>
            Encoding.UTF8.GetBytes(
                $"Sicherstellungsdatum;Dienststelle;Warenart;Menge;Einheit;driver name;{Odd}\n"
                    + $"03.01.2023;Aachen;Kokain;{amount};kg;Kurt Weber;QX\n17.01.2023;Weil;Haschisch;1;kg;Kurt Weber;QY\n"
                    + "18.01.2023;Weil;Heroin;1;kg;Kurt Weber;QX\n"
            );

        public string Name(JsonElement found) => found.GetProperty("name").GetString()!;
    }
}
