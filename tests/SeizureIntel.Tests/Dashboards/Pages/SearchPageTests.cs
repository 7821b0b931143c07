using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SeizureIntel.Accounts;
using SeizureIntel.Tests.App.Api;
using SeizureIntel.Values;
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
    public async Task The_export_is_what_the_screen_shows_row_by_row()
    {
        const string columns = "columns=product,reporting_country,seizure_date&sort=product";
        string page = await PageAsync($"/search?{Sample}&{columns}");
        string address = WebUtility.HtmlDecode(Exported().Match(page).Groups[1].Value);
        Assert.Contains("format=csv", address, StringComparison.Ordinal);
        string[] lines = (await site.Http.GetStringAsync(new Uri(address, UriKind.Relative), Stop)).TrimEnd('\n').Split('\n');
        Assert.Equal("product,reporting_country,seizure_date,date_precision", lines[0]);
        JsonElement answer = (await site.GetAsync($"/api/v1/search?{Sample}&sort=product&size=1000")).Json;
        Assert.Equal(answer.GetProperty("total").GetProperty("seizures").GetInt32(), lines.Length - 1);
        string[] shown = [.. FirstCell().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];
        Assert.True(shown.Length > 3);
        // A cell with a comma is quoted.
        Assert.Equal(
            shown.Select(s => s == "–" ? "" : s),
            lines.Skip(1).Take(shown.Length).Select(l => l.StartsWith('"') ? l[1..l.IndexOf('"', 1)] : l.Split(',')[0])
        );
        string workbook = address.Replace("format=csv", "format=xlsx", StringComparison.Ordinal);
        byte[] bytes = await site.Http.GetByteArrayAsync(new Uri(workbook, UriKind.Relative), Stop);
        using SpreadsheetDocument sheet = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Equal(lines.Length, sheet.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Count());
    }

    [Fact]
    public async Task An_export_stops_before_its_first_byte_where_the_question_is_wrong()
    {
        (HttpClient green, _) = await site.KeyAsync(Role.Analyst, null, Marking.Green, ["read"]);
        using (green)
        {
            using HttpResponseMessage closed = await green.GetAsync(
                new Uri("/api/v1/search/export?columns=nationalities", UriKind.Relative),
                Stop
            );
            await UploadTests.AssertProblemAsync("wrong_query", 400, closed);
            using HttpResponseMessage unknown = await green.GetAsync(
                new Uri("/api/v1/search/export?columns=colour", UriKind.Relative),
                Stop
            );
            await UploadTests.AssertProblemAsync("unknown_field", 400, unknown);
        }
    }

    [Fact]
    public async Task One_box_takes_words_conditions_and_exclusions()
    {
        string all = await PageAsync($"/search?{Sample}");
        string typed = await PageAsync($"/search?{Sample}&text=heading:H01+-product:cocaine");
        string chosen = await PageAsync($"/search?{Sample}&where=heading=H01&not=product=cocaine");
        Assert.Equal(Total().Match(chosen).Value, Total().Match(typed).Value);
        Assert.NotEqual(Total().Match(all).Value, Total().Match(typed).Value);
        Assert.Contains(
            "no field &#x27;produkt&#x27;",
            await PageAsync($"/search?{Sample}&text=produkt:cocaine"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_completes_is_seen_by_the_reader()
    {
        // Of the sample's reporters, one is BE's own office.
        JsonElement offers = (await site.GetAsync($"/api/v1/complete?{Sample}&text=heading:drugs+reporting_country:")).Json.GetProperty(
            "offers"
        );
        JsonElement first = offers[0];
        int count = (
            await site.GetAsync($"/api/v1/search?{Sample}&size=0&text=" + Uri.EscapeDataString(first.GetProperty("text").GetString()!))
        )
            .Json.GetProperty("total")
            .GetProperty("seizures")
            .GetInt32();
        Assert.Equal(first.GetProperty("seizures").GetInt32(), count);
        (HttpClient nobody, _) = await site.KeyAsync(Role.Contributor, ["IS"], Marking.Red, ["read"]);
        using (nobody)
        {
            string said = await nobody.GetStringAsync(new Uri("/api/v1/complete?text=reporting_country:", UriKind.Relative), Stop);
            Assert.DoesNotContain("NL", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_map_and_its_list_lead_to_the_seizures_of_a_leg()
    {
        string page = await PageAsync("/search?view=map");
        Match leg = Leg().Match(page);
        Assert.True(leg.Success);
        string there = await PageAsync(WebUtility.HtmlDecode(leg.Groups[1].Value));
        Assert.Contains(
            leg.Groups[2].Value == "1" ? ">1 seizure</h1>" : $">{leg.Groups[2].Value} seizures</h1>",
            there,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_mistyped_word_is_asked_back()
    {
        string page = await PageAsync("/search?text=coccaine");
        Assert.Contains("Did you mean", page, StringComparison.Ordinal);
        Assert.Contains(">cocaine</a>", page, StringComparison.Ordinal);
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

    [GeneratedRegex("""href="([^"]*/search/export[^"]*)" """)]
    private static partial Regex Exported();

    [GeneratedRegex("""class="row" id="row-[^"]*" href="[^"]*">([^<]*)</a>""")]
    private static partial Regex FirstCell();

    [GeneratedRegex("""id="total">([^<]*)<""")]
    private static partial Regex Total();

    [GeneratedRegex("""<a href="([^"]*leg=[^"]*)">[^<]*</a> <span class="n">([\d,]+)</span>""")]
    private static partial Regex Leg();

    [GeneratedRegex("""class="value" href="([^"]*)".*?<span class="n">([\d,]+)</span>""", RegexOptions.Singleline)]
    private static partial Regex Choice();
}
