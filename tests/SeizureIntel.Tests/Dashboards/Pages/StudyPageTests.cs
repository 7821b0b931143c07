using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Reporting.Charts;
using SeizureIntel.Tests.App.Api;
using Xunit;

namespace SeizureIntel.Tests.Dashboards.Pages;

[Collection(nameof(ApiCollection))]
public sealed partial class StudyPageTests(ApiSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("trends")]
    [InlineData("routes")]
    [InlineData("concealment")]
    [InlineData("small-arms")]
    [InlineData("coverage")]
    public async Task A_page_tells_the_stories_of_its_study_in_their_order(string study)
    {
        // The sample of the template alone: other tests send files of their own meanwhile.
        string scope = $"?where=submission={site.SubmissionId}";
        string page = await PageAsync($"/{study}{scope}");
        JsonElement answer = (await site.GetAsync($"/api/v1/studies/{study}{scope}&wait=60")).Json;
        string[] told =
        [
            .. answer.GetProperty("stories").EnumerateArray().Select(s => s.GetProperty("headline").GetString()!.TrimEnd('.')).Take(12),
        ];
        Assert.Equal(told, Headline().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)));
        Assert.Contains("id=\"stories\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trends")]
    [InlineData("routes")]
    [InlineData("concealment")]
    [InlineData("small-arms")]
    [InlineData("coverage")]
    public async Task A_page_holds_neither_a_script_nor_a_style(string study)
    {
        string page = await PageAsync("/" + study);
        Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<[a-z]+[^>]* (style|on[a-z]+)=", page);
        Assert.DoesNotMatch("<script(?![^>]*(src=|application/json))", page);
    }

    [Fact]
    public async Task A_figure_of_a_table_leads_to_as_many_records_as_it_says()
    {
        string page = await PageAsync($"/routes?where=submission={site.SubmissionId}&show=H01");
        (string Address, string Text)[] figures =
        [
            .. Figure().Matches(page).Select(m => (WebUtility.HtmlDecode(m.Groups[1].Value), m.Groups[2].Value)),
        ];
        Assert.NotEmpty(figures);
        foreach ((string address, string text) in figures.DistinctBy(f => f.Address).Take(3))
        {
            Assert.StartsWith("/search?query=", address, StringComparison.Ordinal);
            JsonElement found = (await site.GetAsync("/api/v1" + address)).Json;
            int seizures = found.GetProperty("total").GetProperty("seizures").GetInt32();
            Assert.Contains(
                seizures == 1 ? ">1 seizure</h1>" : $">{seizures.ToString("#,0", CultureInfo.InvariantCulture)} seizures</h1>",
                await PageAsync(address),
                StringComparison.Ordinal
            );
            Assert.Equal(text, seizures.ToString("#,0", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task A_region_that_does_not_exist_is_answered_with_the_nearest_names()
    {
        using HttpResponseMessage response = await site.Http.GetAsync(new Uri("/trends?region=Wester+Europe", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Western Europe", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_without_seizures_says_so()
    {
        string page = await PageAsync("/coverage?where=submission=none-of-that-name");
        Assert.Contains("No seizures in this scope", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_has_every_outline_closed()
    {
        JsonElement world = (await site.GetAsync("/assets/world.json")).Json;
        JsonElement[] shapes =
        [
            .. world.GetProperty("features")[0].GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(p => p[0]),
        ];
        Assert.Equal(WorldOutline.Rings.Count, shapes.Length);
        Assert.All(shapes, ring =>
        {
            // RFC 7946, section 3.1.6: the first and the last position are the same.
            double turned = ring[0][0].GetDouble() - ring[ring.GetArrayLength() - 1][0].GetDouble();
            Assert.True(turned % 360 == 0, $"A ring ends {turned} degrees beside its beginning.");
            Assert.Equal(ring[0][1].GetDouble(), ring[ring.GetArrayLength() - 1][1].GetDouble());
        });
    }

    // A study that must run first leaves its place, which is looked at again as the page's script does.
    private async Task<string> PageAsync(string address)
    {
        while (true)
        {
            using HttpResponseMessage response = await site.Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
            string page = await response.Content.ReadAsStringAsync(Stop);
            Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
            if (!page.Contains("message pending", StringComparison.Ordinal))
                return page;
            await Task.Delay(100, Stop);
        }
    }

    [GeneratedRegex("<li>\\s*<h3>([^<]*)</h3>")]
    private static partial Regex Headline();

    [GeneratedRegex("""<td class="n" data-label="Seizures"><a class="figure" id="[^"]*" href="([^"]*)">([^<]*)</a>""")]
    private static partial Regex Figure();
}
