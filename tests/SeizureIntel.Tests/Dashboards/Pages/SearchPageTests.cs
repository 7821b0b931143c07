using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Tests.App.Api;
using Xunit;

namespace SeizureIntel.Tests.Dashboards.Pages;

[Collection(nameof(ApiCollection))]
public sealed partial class SearchPageTests(ApiSite site)
{
    // The sample of the template alone: other tests send files of their own meanwhile.
    private string Sample => $"where=submission={site.SubmissionId}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_counts_what_the_api_counts()
    {
        string page = await PageAsync($"/search?{Sample}&heading=H01&facets=product,marking");
        JsonElement answer = (await site.GetAsync($"/api/v1/search?{Sample}&heading=H01&facets=product,marking")).Json;
        int seizures = answer.GetProperty("total").GetProperty("seizures").GetInt32();
        Assert.True(seizures > 1);
        Assert.Contains($">{seizures.ToString("#,0", CultureInfo.InvariantCulture)} seizures</h1>", page, StringComparison.Ordinal);
        JsonElement product = answer.GetProperty("facets").GetProperty("product");
        Assert.Contains($"known {product.GetProperty("known")} of {product.GetProperty("of")}", page, StringComparison.Ordinal);
        Dictionary<string, string> shown = FacetValue().Matches(page).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        Assert.All(product.GetProperty("values").EnumerateArray().Take(8), v =>
            Assert.Equal(v.GetProperty("count").ToString(), shown[WebUtility.HtmlEncode(v.GetProperty("label").GetString()!)])
        );
    }

    [Fact]
    public async Task The_histogram_shows_every_dated_seizure_once()
    {
        string page = await PageAsync($"/search?{Sample}");
        JsonElement answer = (await site.GetAsync($"/api/v1/tabulate?{Sample}&bucket=month")).Json;
        int expected = answer
            .GetProperty("rows")
            .EnumerateArray()
            .Where(r => char.IsAsciiDigit(r.GetProperty("key")[0].GetString()![0]))
            .Sum(r => r.GetProperty("value").GetInt32());
        Assert.True(expected > 0);
        Assert.Equal(
            expected,
            Bar().Matches(page).Sum(m => int.Parse(m.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))
        );
    }

    [Fact]
    public async Task The_rows_are_the_hits_and_one_opens_beside_them()
    {
        JsonElement answer = (await site.GetAsync($"/api/v1/search?{Sample}&size=50")).Json;
        string[] ids = [.. answer.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("id").GetString()!)];
        string page = await PageAsync($"/search?{Sample}&open={ids[1]}");
        Assert.Equal(ids, Row().Matches(page).Select(m => m.Groups[1].Value));
        Assert.Contains("class=\"beside\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"beside\"", await PageAsync($"/search?{Sample}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_choice_of_a_facet_finds_as_many_as_it_says()
    {
        string page = await PageAsync($"/search?{Sample}&facets=heading,mode_of_transport");
        (string Address, string Count)[] choices =
        [
            .. Choice().Matches(page).Select(m => (WebUtility.HtmlDecode(m.Groups[1].Value), m.Groups[2].Value)),
        ];
        Assert.True(choices.Length > 3);
        foreach ((string address, string count) in choices)
            Assert.Contains(
                count == "1" ? ">1 seizure</h1>" : $">{count} seizures</h1>",
                await PageAsync(address),
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task A_question_that_is_not_understood_is_answered_with_what_to_write_instead()
    {
        using HttpResponseMessage response = await site.Http.GetAsync(new Uri("/search?where=produkt=COCAINE", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("product", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_without_seizures_names_the_others()
    {
        string page = await PageAsync($"/search?{Sample}&from=1950&to=1951");
        Assert.Contains("without the period", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_shown_as_text_and_never_run()
    {
        string page = await PageAsync("/search?text=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search")]
    [InlineData("/sign-in")]
    [InlineData("/account/password")]
    public async Task No_page_holds_a_script_or_a_style(string address)
    {
        using HttpResponseMessage response = await site.Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        string page = await response.Content.ReadAsStringAsync(Stop);
        Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<[a-z]+[^>]* (style|on[a-z]+)=", page);
        Assert.DoesNotMatch("<script(?![^>]*(src=|application/json))", page);
    }

    private async Task<string> PageAsync(string address)
    {
        using HttpResponseMessage response = await site.Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
        string page = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        return page;
    }

    [GeneratedRegex("""class="value"[^>]*title="([^"]*)"[^>]*>.*?<span class="n">([\d,]+)</span>""", RegexOptions.Singleline)]
    private static partial Regex FacetValue();

    [GeneratedRegex("""data-to="[^"]*" aria-label="[^"]*: ([\d,]+)"><title>""")]
    private static partial Regex Bar();

    [GeneratedRegex("id=\"row-([A-Z0-9]+)\"")]
    private static partial Regex Row();

    [GeneratedRegex("""class="value" href="([^"]*)".*?<span class="n">([\d,]+)</span>""", RegexOptions.Singleline)]
    private static partial Regex Choice();
}
