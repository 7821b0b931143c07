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

    // The place of a study is filled as a whole: what stands outside of it would come with the next page only.
    [Fact]
    public async Task Contributors_stand_below_what_was_asked_and_within_the_place_of_the_study()
    {
        string page = await PageAsync($"/coverage?where=submission={site.SubmissionId}");
        int[] places =
        [
            .. new[] { "<div id=\"study\"", "<p class=\"scope\"><bdi", "id=\"scorecards-title\"", "id=\"stories\"" }.Select(part =>
                page.IndexOf(part, StringComparison.Ordinal)
            ),
        ];
        Assert.All(places, place => Assert.True(place > 0));
        Assert.Equal(places.Order(), places);
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
        double steps = world.GetProperty("UTF8Scale").GetDouble();
        JsonElement shape = world.GetProperty("features")[0].GetProperty("geometry");
        JsonElement offsets = shape.GetProperty("encodeOffsets");
        Assert.Equal(WorldOutline.Rings.Count, shape.GetProperty("coordinates").GetArrayLength());
        int number = 0;
        foreach (JsonElement ring in shape.GetProperty("coordinates").EnumerateArray())
        {
            (double X, double Y)[] expected = WorldOutline.Rings[number];
            (double X, double Y)[] read =
            [
                .. Decoded(ring[0].GetString()!, offsets[number][0][0].GetInt32(), offsets[number][0][1].GetInt32()),
            ];
            Assert.Equal(expected.Length, read.Length);
            Assert.All(read.Zip(expected), c => Assert.True(Math.Abs(c.First.X - c.Second.X) + Math.Abs(c.First.Y - c.Second.Y) <= 0.0201));
            // RFC 7946, section 3.1.6: the first and the last position are the same.
            double turned = read[0].X - read[^1].X;
            Assert.True(turned % 360 == 0, $"A ring ends {turned} degrees beside its beginning.");
            Assert.Equal(read[0].Y, read[^1].Y);
            number++;
        }

        // The reading of Apache ECharts 6.1.0, src/coord/geo/parseGeoJson.ts, decodeRing.
        IEnumerable<(double, double)> Decoded(string letters, int x, int y)
        {
            for (int i = 0; i < letters.Length; i += 2)
            {
                (int a, int b) = (letters[i] - 64, letters[i + 1] - 64);
                x += (a >> 1) ^ -(a & 1);
                y += (b >> 1) ^ -(b & 1);
                yield return (x / steps, y / steps);
            }
        }
    }

    [Fact]
    public async Task The_map_is_small_and_stays_in_the_browser_under_its_edition()
    {
        string page = await PageAsync("/routes");
        string address = Regex.Match(page, "data-world=\"([^\"]+)\"").Groups[1].Value;
        using HttpResponseMessage kept = await site.Http.GetAsync(new Uri(address, UriKind.Relative), Stop),
            passing = await site.Http.GetAsync(new Uri("/assets/world.json", UriKind.Relative), Stop);
        Assert.Contains("immutable", kept.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.True(passing.Headers.CacheControl!.NoStore);
        Assert.InRange((await kept.Content.ReadAsByteArrayAsync(Stop)).Length, 50_000, 110_000);
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
