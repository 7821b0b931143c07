using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Tests.App.Api;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Dashboards.Pages;

[Collection(nameof(ApiCollection))]
public sealed partial class SeizurePageTests(ApiSite site)
{
    private const string Header =
        "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,departure_country,destination_country,"
        + "mode_of_transport,concealment,nationalities,marking,narrative\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_field_of_the_answer_stands_on_the_page_as_read_and_as_written()
    {
        string id = await site.SeizureAsync();
        JsonElement answer = (await site.GetAsync($"/api/v1/seizures/{id}")).Json;
        string page = WebUtility.HtmlDecode(await PageAsync($"/seizures/{id}"));
        string[] withinOthers = ["unit", "unit_2", "currency", "date_precision", "exact_duplicate"];
        JsonElement[] fields = [.. answer.GetProperty("fields").EnumerateArray()];
        Assert.True(fields.Length > 5);
        foreach (JsonElement field in fields.Where(f => !withinOthers.Contains(f.GetProperty("field").GetString())))
        {
            foreach (JsonElement value in field.GetProperty("values").EnumerateArray())
            {
                Assert.Contains(value.GetProperty("label").GetString()!, page, StringComparison.Ordinal);
                Assert.Contains(value.GetProperty("written").GetString() ?? "", page, StringComparison.Ordinal);
            }
        }

        Assert.Contains($"/submissions/{site.SubmissionId}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_stands_beside_what_was_understood()
    {
        JsonElement answer = await TakenAsync("S-1,NL,2024-05-04,NL,H01,cocaine,1500,g,ecuador,belgium,sea,seat,,TLP:AMBER,in a reefer");
        Assert.Equal(("1.5", "1.5\u00a0kg", "1500 g"), Value(answer, "quantity"));
        Assert.Equal(("EC", "Ecuador", "ecuador"), Value(answer, "departure_country"));
        // The goods were found in the Netherlands, on their way from Ecuador to Belgium.
        Assert.Equal(["EC", "NL", "BE"], answer.GetProperty("path").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal(
            ["departure", "discovery", "destination"],
            answer.GetProperty("route").EnumerateArray().Select(s => s.GetProperty("role").GetString())
        );
        Assert.Contains("species", answer.GetProperty("not_stated").EnumerateArray().Select(f => f.GetString()));
    }

    [Fact]
    public async Task Another_countrys_seizure_is_not_there_for_a_contributor()
    {
        JsonElement dutch = await TakenAsync("S-2,NL,2024-05-05,NL,H01,heroin,3,kg,,,,,,TLP:CLEAR,of the Netherlands");
        string id = dutch.GetProperty("id").GetString()!;
        (HttpClient belgian, _) = await site.KeyAsync(Role.Contributor, ["BE"], Marking.Red, ["read"]);
        using (belgian)
        {
            foreach (string address in new[] { $"/seizures/{id}", $"/api/v1/seizures/{id}", $"/api/v1/seizures/{id}/similar" })
            {
                using HttpResponseMessage response = await belgian.GetAsync(new Uri(address, UriKind.Relative), Stop);
                Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
                string said = Form().Replace(await response.Content.ReadAsStringAsync(Stop), "");
                using HttpResponseMessage unknown = await belgian.GetAsync(
                    new Uri(address.Replace(id, "NOTHING000000000", StringComparison.Ordinal), UriKind.Relative),
                    Stop
                );
                // It is answered as one that never was.
                Assert.Equal(
                    Form()
                        .Replace(await unknown.Content.ReadAsStringAsync(Stop), "")
                        .Replace("NOTHING000000000", id, StringComparison.Ordinal),
                    said
                );
            }
        }
    }

    [Fact]
    public async Task A_field_above_the_clearance_is_absent()
    {
        JsonElement red = await TakenAsync("S-3,NL,2024-05-06,NL,H01,heroin,4,kg,,,,,BR;CO,TLP:CLEAR,found in a lorry");
        Assert.Equal("BR", Value(red, "nationalities").Code);
        string id = red.GetProperty("id").GetString()!;
        JsonElement green = await AsAsync(Marking.Green, id);
        Assert.DoesNotContain(green.GetProperty("fields").EnumerateArray(), f => f.GetProperty("field").GetString() == "nationalities");
        // Nor is it said that nothing is stated of it.
        Assert.DoesNotContain("nationalities", green.GetProperty("not_stated").EnumerateArray().Select(f => f.GetString()));
    }

    [Fact]
    public async Task The_words_of_a_closed_heading_are_for_who_reads_all_words()
    {
        JsonElement red = await TakenAsync("S-4,NL,2024-05-07,NL,H12,,1,pieces,,,,,,TLP:GREEN,found on a data carrier");
        Assert.Equal("found on a data carrier", Value(red, "narrative").Code);
        JsonElement amber = await AsAsync(Marking.AmberStrict, red.GetProperty("id").GetString()!);
        Assert.DoesNotContain(amber.GetProperty("fields").EnumerateArray(), f => f.GetProperty("field").GetString() == "narrative");
    }

    [Fact]
    public async Task The_same_day_product_and_quantity_are_shown_as_a_possible_repetition()
    {
        JsonElement first = await TakenAsync("S-5,NL,2024-05-08,NL,H01,heroin,7.25,kg,,,,,,TLP:GREEN,one");
        JsonElement second = await TakenAsync("S-6,NL,2024-05-08,NL,H01,heroin,7250,g,,,,,,TLP:GREEN,two");
        JsonElement again = await TakenAsync("S-5,NL,2024-06-01,NL,H01,cocaine,1,kg,,,,,,TLP:GREEN,three");
        Assert.Equal(
            [("same_figures", first.GetProperty("id").GetString())],
            second
                .GetProperty("duplicates")
                .EnumerateArray()
                .Select(d => (d.GetProperty("why").GetString(), d.GetProperty("id").GetString()))
        );
        Assert.Equal(
            [("same_reference", first.GetProperty("id").GetString())],
            again
                .GetProperty("duplicates")
                .EnumerateArray()
                .Select(d => (d.GetProperty("why").GetString(), d.GetProperty("id").GetString()))
        );
    }

    [Fact]
    public async Task What_shares_more_of_what_is_rare_is_more_alike()
    {
        JsonElement one = await TakenAsync("S-7,NL,2024-07-01,NL,H01,opium,1,kg,Nepal,Iceland,air,tyre,,TLP:GREEN,a");
        JsonElement same = await TakenAsync("S-8,NL,2024-07-02,NL,H01,opium,2,kg,Nepal,Iceland,air,tyre,,TLP:GREEN,b");
        JsonElement near = await TakenAsync("S-9,NL,2024-07-03,NL,H01,opium,3,kg,Nepal,Iceland,air,seat,,TLP:GREEN,c");
        string id = one.GetProperty("id").GetString()!;
        JsonElement similar = (await site.GetAsync($"/api/v1/seizures/{id}/similar")).Json;
        JsonElement[] hits = [.. similar.GetProperty("hits").EnumerateArray()];
        Assert.Equal(
            [same.GetProperty("id").GetString(), near.GetProperty("id").GetString()],
            hits.Take(2).Select(h => h.GetProperty("hit").GetProperty("id").GetString())
        );
        Assert.Equal(1, hits[0].GetProperty("likeness").GetDouble());
        Assert.InRange(hits[1].GetProperty("likeness").GetDouble(), 0.5, 0.99);
        Assert.DoesNotContain("concealment", hits[1].GetProperty("shares").EnumerateArray().Select(s => s.GetString()));
        Assert.Contains(
            hits[1].GetProperty("hit").GetProperty("id").GetString()!,
            await PageAsync($"/seizures/{id}?fill=similar"),
            StringComparison.Ordinal
        );
    }

    // Takes one row in and gives what is known of it.
    private async Task<JsonElement> TakenAsync(string row)
    {
        using HttpResponseMessage taken = await site.SendAsync(Encoding.UTF8.GetBytes(Header + row + "\n"), "file_name=one.csv");
        JsonElement report = await ApiSite.JsonOf(taken);
        Assert.True(taken.IsSuccessStatusCode, report.ToString());
        string submission = report.GetProperty("id").GetString()!;
        JsonElement hits = (await site.GetAsync($"/api/v1/search?where=submission={submission}")).Json.GetProperty("hits");
        return (await site.GetAsync($"/api/v1/seizures/{hits[0].GetProperty("id").GetString()}")).Json;
    }

    private async Task<JsonElement> AsAsync(Marking ceiling, string id)
    {
        (HttpClient client, _) = await site.KeyAsync(Role.Analyst, null, ceiling, ["read"]);
        using (client)
        {
            using HttpResponseMessage response = await client.GetAsync(new Uri($"/api/v1/seizures/{id}", UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return await ApiSite.JsonOf(response);
        }
    }

    private static (string? Code, string? Label, string? Written) Value(JsonElement answer, string field)
    {
        JsonElement value = answer
            .GetProperty("fields")
            .EnumerateArray()
            .Single(f => f.GetProperty("field").GetString() == field)
            .GetProperty("values")[0];
        return (value.GetProperty("value").GetString(), value.GetProperty("label").GetString(), value.GetProperty("written").GetString());
    }

    // Every page's sign-out form has a token of its own.
    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*>""")]
    private static partial Regex Form();

    private async Task<string> PageAsync(string address)
    {
        using HttpResponseMessage response = await site.Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        return await response.Content.ReadAsStringAsync(Stop);
    }
}
