using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Workbench.Studies;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

[Collection(nameof(ApiCollection))]
public sealed class QuestionTests(ApiSite site)
{
    // The sample of the template alone: other tests send files of their own meanwhile.
    private string Sample => $"where=submission={site.SubmissionId}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Studies => [.. StudyDesk.Names];

    [Fact]
    public async Task A_search_counts_gives_a_page_and_counts_facets()
    {
        JsonElement all = await AnswerAsync($"search?{Sample}&size=3&facets=heading&facets=product");
        int seizures = all.GetProperty("total").GetProperty("seizures").GetInt32();
        JsonElement heading = all.GetProperty("facets").GetProperty("heading");
        Assert.Equal(3, all.GetProperty("hits").GetArrayLength());
        Assert.Equal(seizures, heading.GetProperty("of").GetInt32());
        Assert.Equal(seizures, heading.GetProperty("values").EnumerateArray().Sum(v => v.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task The_pages_of_a_search_give_each_hit_once()
    {
        var ids = new HashSet<string>();
        string? cursor = "";
        int seizures = 0;
        while (cursor is not null)
        {
            JsonElement page = await AnswerAsync(
                $"search?{Sample}&size=4&sort=seizure_date" + (cursor.Length == 0 ? "" : "&cursor=" + Uri.EscapeDataString(cursor))
            );
            seizures = page.GetProperty("total").GetProperty("seizures").GetInt32();
            Assert.All(page.GetProperty("hits").EnumerateArray(), h => Assert.True(ids.Add(h.GetProperty("id").GetString()!)));
            cursor = page.GetProperty("cursor").GetString();
        }

        Assert.Equal(seizures, ids.Count);
    }

    [Fact]
    public async Task The_query_of_an_answer_asks_the_same_again()
    {
        JsonElement first = await AnswerAsync($"search?{Sample}&heading=H01&size=0");
        JsonElement again = await AnswerAsync("search?size=0&query=" + Uri.EscapeDataString(first.GetProperty("query").GetRawText()));
        Assert.Equal(first.GetProperty("total").GetRawText(), again.GetProperty("total").GetRawText());
        Assert.True(again.GetProperty("total").GetProperty("seizures").GetInt32() > 0);
    }

    [Fact]
    public async Task A_table_adds_up_to_what_a_search_finds()
    {
        JsonElement table = await AnswerAsync($"tabulate?{Sample}&by=heading&bucket=year");
        JsonElement found = await AnswerAsync($"search?{Sample}&size=0");
        double seizures = found.GetProperty("total").GetProperty("seizures").GetDouble();
        Assert.Equal(seizures, table.GetProperty("total").GetDouble());
        Assert.Equal(seizures, table.GetProperty("rows").EnumerateArray().Sum(r => r.GetProperty("value").GetDouble()));
        Assert.Equal(["heading", "year"], table.GetProperty("dimensions").EnumerateArray().Select(d => d.GetString()!));
    }

    [Fact]
    public async Task Quantities_carry_their_unit_and_have_no_total()
    {
        JsonElement table = await AnswerAsync($"tabulate?{Sample}&by=product&measure=quantity");
        Assert.Equal(["product", "unit"], table.GetProperty("dimensions").EnumerateArray().Select(d => d.GetString()!));
        Assert.Equal(JsonValueKind.Null, table.GetProperty("total").ValueKind);
    }

    [Theory]
    [MemberData(nameof(Studies))]
    public async Task Each_study_answers(string name)
    {
        JsonElement study = await AnswerAsync($"studies/{name}?{Sample}&marking=TLP:AMBER&wait=60");
        Assert.Equal(name, study.GetProperty("study").GetString());
        Assert.Equal(JsonValueKind.Array, study.GetProperty("findings").ValueKind);
    }

    [Fact]
    public async Task Submissions_are_listed_in_the_order_of_receipt()
    {
        JsonElement list = await AnswerAsync("submissions");
        JsonElement first = list.GetProperty("submissions")[0];
        Assert.Equal(site.SubmissionId, first.GetProperty("id").GetString());
        Assert.Equal(13, first.GetProperty("rows_read").GetInt32());
    }

    [Theory]
    [InlineData("/no-such-page", 404)]
    [InlineData("/bulletins/none", 404)]
    public async Task A_browser_that_gets_no_page_gets_a_page_that_says_so(string path, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        using HttpResponseMessage response = await site.Http.SendAsync(request, Stop);
        string page = await response.Content.ReadAsStringAsync(Stop);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("</html>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_its_asker_has_is_not_sent_again()
    {
        var address = new Uri("/api/v1/tabulate?by=heading", UriKind.Relative);
        using HttpResponseMessage first = await site.Http.GetAsync(address, Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage unchanged = await site.Http.SendAsync(again, Stop);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Empty(await unchanged.Content.ReadAsByteArrayAsync(Stop));

        using var other = new HttpRequestMessage(HttpMethod.Get, "/api/v1/tabulate?by=product");
        other.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage sent = await site.Http.SendAsync(other, Stop);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
    }

    [Fact]
    public async Task A_bulletin_is_listed_and_given_as_document_and_as_page()
    {
        JsonElement list = await AnswerAsync("bulletins");
        Assert.Contains(list.EnumerateArray(), b => b.GetProperty("id").GetString() == ApiSite.BulletinId);
        JsonElement document = await AnswerAsync("bulletins/" + ApiSite.BulletinId);
        Assert.True(document.GetProperty("sections").GetArrayLength() > 0);
        Assert.Equal(
            "<p>A bulletin</p>",
            await site.Http.GetStringAsync(new Uri("/bulletins/" + ApiSite.BulletinId, UriKind.Relative), Stop)
        );
    }

    [Fact]
    public async Task Health_says_what_store_and_index_hold()
    {
        (HttpResponseMessage response, JsonElement health) = await site.GetAsync("/api/v1/health");
        using (response)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains(health.GetProperty("status").GetString(), (string[])["ok", "behind"]);
            Assert.True(health.GetProperty("store").GetProperty("ok").GetBoolean());
            Assert.True(health.GetProperty("index").GetProperty("ok").GetBoolean());
        }
    }

    [Theory]
    [InlineData("unknown_field", 400, "search?where=prodct=cocaine")]
    [InlineData("unknown_field", 400, "search?sort=sise")]
    [InlineData("unknown_field", 400, "search?facets=nothing")]
    [InlineData("bad_condition", 400, "search?where=heading")]
    [InlineData("bad_number", 400, "search?size=1001")]
    [InlineData("bad_number", 400, "search?size=-1")]
    [InlineData("bad_date", 400, "search?from=31/12/2024")]
    [InlineData("empty_period", 400, "search?from=2024&to=2023")]
    [InlineData("unknown_region", 400, "search?region=Wester%20Europe")]
    [InlineData("bad_query", 400, "search?query=%7B%22wher%22%3A%7B%7D%7D")]
    [InlineData("unknown_field", 400, "tabulate?by=hedding")]
    [InlineData("bad_choice", 400, "tabulate?by=heading&measure=weight")]
    [InlineData("bad_choice", 400, "tabulate?by=heading&bucket=1")]
    [InlineData("unknown_study", 404, "studies/rotes")]
    [InlineData("unknown_marking", 400, "studies/routes?marking=BLUE")]
    [InlineData("unknown_bulletin", 404, "bulletins/none")]
    public async Task Wrong_questions_are_problems(string code, int status, string question)
    {
        HttpResponseMessage response = await site.Http.GetAsync(new Uri("/api/v1/" + question, UriKind.Relative), Stop);
        await UploadTests.AssertProblemAsync(code, status, response);
    }

    private async Task<JsonElement> AnswerAsync(string question)
    {
        (HttpResponseMessage response, JsonElement json) = await site.GetAsync("/api/v1/" + question);
        using (response)
        {
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{question}: {json}");
            Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
            return json;
        }
    }
}
