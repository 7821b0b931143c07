using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>While the cluster is away intake goes on, questions are told so, and on its return everything arrives once.</summary>
public sealed class UnavailableTests(ElasticsearchServer server) : FailureFolder(server)
{
    // The setting is 30 seconds where nobody sets it.
    private static readonly (string, string) Wait = ("Search__UnavailableSeconds", "2");

    private ClusterProxy? _proxy;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ClusterProxy Proxy => _proxy!;

    private AppProcess App => new(Data, Options, Proxy.Address, Wait);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _proxy = new ClusterProxy(Options.Endpoints) { IsRefusing = true };
    }

    public override async ValueTask DisposeAsync()
    {
        if (_proxy is not null)
            await _proxy.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task What_comes_in_is_loaded_and_waits_and_questions_are_told_since_when()
    {
        string[] files = [Rows("A", 300), Rows("B", 900), Rows("C", 50)];
        AppProcess.Ended first = await App.RunAsync("ingest", files[0], files[1], "--json");
        Assert.True(first.ExitCode == 0, first.ToString());
        JsonElement submissions = JsonDocument.Parse(first.Output).RootElement.GetProperty("submissions");
        Assert.Equal([("loaded", 300), ("loaded", 1200)], [Told(submissions[0]), Told(submissions[1])]);
        Assert.Contains("1,200 committed seizures cannot be searched yet", first.Errors, StringComparison.Ordinal);

        foreach (
            string[] question in new[]
            {
                ["search", "--json"],
                ["study", "trends", "--json"],
                new[] { "tabulate", "--by", "heading", "--json" },
            }
        )
        {
            AppProcess.Ended asked = await App.RunAsync(question);
            Assert.Equal(1, asked.ExitCode);
            JsonElement error = JsonDocument.Parse(asked.Output).RootElement.GetProperty("error");
            Assert.True(error.GetProperty("code").GetString() == "index_unavailable", asked.ToString());
            Assert.StartsWith(
                string.Create(CultureInfo.InvariantCulture, $"The index is unavailable since {TimeProvider.System.GetUtcNow():yyyy-MM-dd}"),
                error.GetProperty("message").GetString(),
                StringComparison.Ordinal
            );
        }

        Proxy.IsRefusing = false;
        JsonElement last = await App.IngestAsync(files[2]);
        Assert.Equal(0, last.GetProperty("not_searchable").GetInt32());
        await AssertAgreementAsync(1250);
    }

    [Fact]
    public async Task A_server_answers_503_takes_files_and_brings_them_to_the_index_when_it_is_back()
    {
        await using ServedProcess served = await ServedProcess.StartAsync(App, Root);
        using (HttpResponseMessage taken = await SendAsync(served.Http, Rows("A", 300)))
        {
            JsonElement report = await JsonAsync(taken);
            Assert.True(taken.IsSuccessStatusCode, report.ToString());
            Assert.Equal(("loaded", 300), (report.GetProperty("status").GetString(), report.GetProperty("not_searchable").GetInt32()));
        }

        foreach (string address in new[] { "/api/v1/search", "/api/v1/studies/overview", "/api/v1/tabulate?by=heading" })
        {
            using HttpResponseMessage refused = await served.Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, "application/problem+json"),
                (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType)
            );
            JsonElement problem = await JsonAsync(refused);
            Assert.Equal("urn:seizureintel:index_unavailable", problem.GetProperty("type").GetString());
            Assert.Contains("unavailable since", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        }

        foreach (string page in new[] { "/search", "/trends" })
        {
            using HttpResponseMessage shown = await served.Http.GetAsync(new Uri(page, UriKind.Relative), Stop);
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, "text/html"),
                (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType)
            );
            Assert.Contains("The index is unavailable since", await shown.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        JsonElement health = await HealthAsync(served.Http);
        Assert.Equal("failing", health.GetProperty("status").GetString());
        Assert.Contains("unavailable since", health.GetProperty("index").GetProperty("error").GetString(), StringComparison.Ordinal);

        Proxy.IsRefusing = false;
        while ((await HealthAsync(served.Http)).GetProperty("status").GetString() != "ok")
            await Task.Delay(100, Stop);
        await AssertAgreementAsync(300);
    }

    private static (string? Status, int NotSearchable) Told(JsonElement report) =>
        (report.GetProperty("status").GetString(), report.GetProperty("not_searchable").GetInt32());

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string file)
    {
        using var body = new ByteArrayContent(await File.ReadAllBytesAsync(file, Stop));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await http.PostAsync(new Uri("/api/v1/submissions?file_name=" + Path.GetFileName(file), UriKind.Relative), body, Stop);
    }

    private static async Task<JsonElement> HealthAsync(HttpClient http)
    {
        using HttpResponseMessage answer = await http.GetAsync(new Uri("/api/v1/health", UriKind.Relative), Stop);
        return await JsonAsync(answer);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.Clone();
}
