using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

[Collection(nameof(ApiCollection))]
public sealed class UploadTests(ApiSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_taken_in_and_can_be_searched_when_the_answer_comes()
    {
        (HttpStatusCode status, JsonElement reply) = await SentAsync(site.NewFile(rows: 3), "file_name=march.csv&source=template");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("loaded", reply.GetProperty("status").GetString());
        Assert.Equal("march.csv", reply.GetProperty("file").GetString());
        Assert.Equal((3, 3, 0), Counts(reply));
        Assert.Equal(0, reply.GetProperty("not_searchable").GetInt32());
        Assert.Equal(3, await FoundAsync(reply.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task The_same_bytes_again_are_answered_with_the_first_report()
    {
        byte[] file = site.NewFile(rows: 2);
        (_, JsonElement first) = await SentAsync(file, "file_name=one.csv");
        (HttpStatusCode status, JsonElement second) = await SentAsync(file, "file_name=two.csv");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("already_received", second.GetProperty("status").GetString());
        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        Assert.Equal(2, await FoundAsync(first.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task The_same_bytes_sent_several_times_at_once_are_loaded_once()
    {
        byte[] file = site.NewFile(rows: 40);
        (HttpStatusCode Status, JsonElement Reply)[] sent = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => SentAsync(file, "file_name=same.csv"))
        );
        Assert.All(sent, s => Assert.Equal(HttpStatusCode.OK, s.Status));
        Assert.Single(sent, s => s.Reply.GetProperty("status").GetString() == "loaded");
        Assert.All(sent, s => Assert.Equal(0, s.Reply.GetProperty("not_searchable").GetInt32()));
        Assert.Equal(40, await FoundAsync(sent[0].Reply.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task Different_files_at_once_are_all_taken()
    {
        (HttpStatusCode Status, JsonElement Reply)[] sent = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => SentAsync(site.NewFile(rows: 20), "file_name=one.csv"))
        );
        Assert.All(sent, s => Assert.Equal((20, 20, 0), Counts(s.Reply)));
        Assert.Equal(8, sent.Select(s => s.Reply.GetProperty("id").GetString()).Distinct().Count());
        foreach ((_, JsonElement reply) in sent)
            Assert.Equal(20, await FoundAsync(reply.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task A_dry_run_judges_and_keeps_nothing()
    {
        (HttpStatusCode status, JsonElement reply) = await SentAsync(site.NewFile(rows: 2), "file_name=a.csv&dry_run=true");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((2, 2, 0), Counts(reply));
        Assert.Equal(0, await FoundAsync(reply.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task Refused_rows_are_listed_with_their_reasons()
    {
        (HttpResponseMessage response, JsonElement rejections) = await site.GetAsync($"/api/v1/submissions/{site.SubmissionId}/rejections");
        using (response)
        {
            // etl/sources/template/README.md: three rows of the sample are refused.
            Assert.Equal(3, rejections.GetArrayLength());
            Assert.All(rejections.EnumerateArray(), r => Assert.NotEqual("", r.GetProperty("reason").GetString()));
        }
    }

    [Fact]
    public async Task Gzip_is_read_as_what_it_holds()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(site.NewFile(rows: 4), Stop);
        (_, JsonElement reply) = await SentAsync(packed.ToArray(), "file_name=four.csv.gz");
        Assert.Equal((4, 4, 0), Counts(reply));
    }

    [Theory]
    [InlineData("no_file_name", 400, "source=template")]
    [InlineData("no_file_name", 400, "file_name=")]
    [InlineData("unknown_source", 400, "file_name=a.csv&source=templat")]
    [InlineData("unknown_country", 400, "file_name=a.csv&reporter=Atlantis")]
    public async Task Wrong_usage_is_a_problem(string code, int status, string query) =>
        await AssertProblemAsync(code, status, await site.SendAsync(site.NewFile(), query));

    [Theory]
    [InlineData("text/csv")]
    [InlineData("multipart/form-data")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_body_of_another_type_is_a_problem(string type) =>
        await AssertProblemAsync("wrong_content_type", 415, await site.SendAsync(site.NewFile(), "file_name=a.csv", type));

    [Fact]
    public async Task A_body_without_a_type_is_taken_as_bytes()
    {
        using HttpResponseMessage response = await site.SendAsync(new ByteArrayContent(site.NewFile()), "file_name=a.csv", null);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task An_empty_body_is_a_refused_file() => await AssertRefusedAsync("empty_file", []);

    [Fact]
    public async Task A_header_without_rows_is_a_refused_file() =>
        await AssertRefusedAsync("source_assertion", [.. site.NewFile().TakeWhile(b => b != '\n'), (byte)'\n']);

    [Fact]
    public async Task Columns_of_no_source_are_a_refused_file() => await AssertRefusedAsync("no_source", "red,green\n1,2\n"u8.ToArray());

    [Fact]
    public async Task A_picture_is_a_refused_file() => await AssertRefusedAsync("image", [0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]);

    [Fact]
    public async Task Another_source_than_the_files_is_a_refused_file() =>
        await AssertRefusedAsync("no_source", site.NewFile(), "file_name=a.csv&source=unodc-ids");

    // The site takes 500 rows.
    [Fact]
    public async Task More_rows_than_allowed_are_a_refused_file_and_as_many_as_allowed_are_not()
    {
        await AssertRefusedAsync("too_many_rows", site.NewFile(rows: 501));
        (_, JsonElement reply) = await SentAsync(site.NewFile(rows: 500), "file_name=most.csv");
        Assert.Equal((500, 500, 0), Counts(reply));
    }

    // The site takes 1 MiB.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_above_the_largest_size_is_a_problem_stated_or_not(bool isStated)
    {
        using HttpContent body = isStated
            ? new ByteArrayContent(new byte[(1 << 20) + 1])
            : new StreamContent(new Unsized(new byte[(1 << 20) + 1]));
        await AssertProblemAsync("too_large", 413, await site.SendAsync(body, "file_name=a.csv", "application/octet-stream"));
    }

    [Fact]
    public async Task A_sender_who_leaves_in_the_middle_leaves_nothing_and_the_next_is_served()
    {
        int before = await SubmissionsAsync();
        for (int i = 0; i < 6; i++)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(site.Http.BaseAddress!.Host, site.Http.BaseAddress.Port, Stop);
            string head =
                "POST /api/v1/submissions?file_name=half.csv HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Length: 900000\r\n\r\n";
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Stop);
            await socket.GetStream().WriteAsync(site.NewFile(rows: 400), Stop);
        }

        // More than may be received at once have left: their places are free again.
        (HttpStatusCode status, _) = await SentAsync(site.NewFile(), "file_name=whole.csv");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(before + 1, await SubmissionsAsync());
    }

    [Theory]
    [InlineData("no_such_address", 404, "/api/search")]
    [InlineData("no_such_address", 404, "/api/v1/nothing")]
    [InlineData("no_such_address", 404, "/api/v2/search")]
    [InlineData("wrong_method", 405, "/api/v1/submissions/x/rejections", "POST")]
    [InlineData("wrong_method", 405, "/api/v1/search", "DELETE")]
    [InlineData("unknown_submission", 404, "/api/v1/submissions/x/rejections")]
    public async Task Addresses_that_are_none_are_problems(string code, int status, string address, string method = "GET")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        await AssertProblemAsync(code, status, await site.Http.SendAsync(request, Stop));
    }

    internal static async Task AssertProblemAsync(string code, int status, HttpResponseMessage response)
    {
        using (response)
        {
            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            JsonElement problem = await ApiSite.JsonOf(response);
            Assert.Equal("urn:seizureintel:" + code, problem.GetProperty("type").GetString());
            Assert.Equal(status, problem.GetProperty("status").GetInt32());
            Assert.EndsWith(".", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
            Assert.NotEqual("", problem.GetProperty("detail").GetString());
        }
    }

    private async Task AssertRefusedAsync(string code, byte[] file, string query = "file_name=a.csv")
    {
        int before = await SubmissionsAsync();
        HttpResponseMessage response = await site.SendAsync(file, query);
        JsonElement submission = (await ApiSite.JsonOf(response)).GetProperty("submission");
        Assert.Equal("refused", submission.GetProperty("status").GetString());
        Assert.Equal(code, submission.GetProperty("error_code").GetString());
        await AssertProblemAsync(code, 422, response);
        Assert.Equal(before, await SubmissionsAsync());
    }

    private async Task<(HttpStatusCode Status, JsonElement Reply)> SentAsync(byte[] file, string query)
    {
        using HttpResponseMessage response = await site.SendAsync(file, query);
        return (response.StatusCode, await ApiSite.JsonOf(response));
    }

    private async Task<int> SubmissionsAsync()
    {
        (HttpResponseMessage response, JsonElement list) = await site.GetAsync("/api/v1/submissions");
        using (response)
            return list.GetProperty("submissions").GetArrayLength();
    }

    private async Task<int> FoundAsync(string submission)
    {
        (HttpResponseMessage response, JsonElement found) = await site.GetAsync(
            string.Create(CultureInfo.InvariantCulture, $"/api/v1/search?size=0&where=submission={submission}")
        );
        using (response)
            return found.GetProperty("total").GetProperty("seizures").GetInt32();
    }

    private static (int Read, int Accepted, int Rejected) Counts(JsonElement reply) =>
        (
            reply.GetProperty("rows_read").GetInt32(),
            reply.GetProperty("rows_accepted").GetInt32(),
            reply.GetProperty("rows_rejected").GetInt32()
        );

    // A stream that does not say how long it is goes out in chunks.
    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
