using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Questions;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

[Collection(nameof(ApiCollection))]
public sealed partial class DescriptionTests(ApiSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_description_names_every_member_of_every_question()
    {
        JsonElement paths = (await site.GetAsync("/api/v1/openapi.json")).Json.GetProperty("paths");
        foreach (Question question in AllQuestions.List)
        {
            JsonElement address = paths.GetProperty("/api/v1" + question.Address);
            Assert.Equal(
                question.Members.Select(m => m.Name).Concat(question.RunOfAsync is null ? [] : ["wait"]),
                Members(address.GetProperty("get"), "parameters").Select(p => p.GetProperty("name").GetString()!)
            );
            JsonElement answer = address.GetProperty("get").GetProperty("responses").GetProperty("200");
            Assert.True(answer.GetProperty("content").GetProperty("application/json").TryGetProperty("schema", out _), question.Name);
            if (question.TakesBody)
                Assert.Equal(
                    question.Members.Where(m => !m.Asked.IsInPath).Select(m => m.Name),
                    address
                        .GetProperty("post")
                        .GetProperty("requestBody")
                        .GetProperty("content")
                        .GetProperty("application/json")
                        .GetProperty("schema")
                        .GetProperty("properties")
                        .EnumerateObject()
                        .Select(p => p.Name)
                );
        }
    }

    [Fact]
    public async Task The_answer_of_a_search_is_described_member_by_member()
    {
        JsonElement schemas = (await site.GetAsync("/api/v1/openapi.json")).Json.GetProperty("components").GetProperty("schemas");
        Assert.Equal(
            ["total", "hits", "facets", "cursor", "query", "suggestions"],
            schemas.GetProperty("SearchAnswer").GetProperty("properties").EnumerateObject().Select(p => p.Name)
        );
        Assert.Contains("case_id", schemas.GetProperty("SearchHit").GetProperty("properties").EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task The_reader_of_the_description_runs_no_script_of_its_own_and_asks_no_other_host()
    {
        using HttpResponseMessage page = await site.Http.GetAsync(new Uri("/api", UriKind.Relative), Stop);
        string html = await page.Content.ReadAsStringAsync(Stop);
        Assert.DoesNotContain("//", html, StringComparison.Ordinal);
        Assert.All(Scripts().Matches(html), s => Assert.Equal("", s.Groups["own"].Value));
        Assert.Contains("default-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (Match script in Scripts().Matches(html))
        {
            using HttpResponseMessage found = await site.Http.GetAsync(new Uri(script.Groups["from"].Value, UriKind.Relative), Stop);
            Assert.Equal("text/javascript", found.Content.Headers.ContentType?.MediaType);
        }
    }

    private static IEnumerable<JsonElement> Members(JsonElement operation, string name) =>
        operation.TryGetProperty(name, out JsonElement members) ? members.EnumerateArray() : [];

    [GeneratedRegex("<script(?: src=\"(?<from>[^\"]*)\")?>(?<own>[^<]*)</script>")]
    private static partial Regex Scripts();
}
