using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

/// <summary>Decisions on values far off and on cases told twice, with what they do to counts and sums.</summary>
[Collection(nameof(ApiCollection))]
public sealed partial class DecisionTests(ApiSite site)
{
    private const string Header =
        "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,place_name,mode_of_transport,"
        + "departure_country,destination_country\n";

    private const int Plain = 60;
    private const int Sticks = 1000;
    private const int FarOff = 100_000_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_value_far_off_comes_into_the_sum_when_it_is_kept_and_leaves_it_when_that_is_undone()
    {
        string place = Name();
        await SendAsync(place, rows: Rows(place, Plain) + Row(place, "far", FarOff, 1));
        JsonElement outlier = Assert.Single((await DoubtsAsync(place)).GetProperty("outliers").EnumerateArray());
        Assert.Equal("QTY_EXTREME", Assert.Single(outlier.GetProperty("flags").EnumerateArray()).GetString());
        string id = outlier.GetProperty("seizure").GetProperty("id").GetString()!;
        // Sixty times a thousand; the 61st counts and is in no sum.
        Assert.Equal((60_000, 61), (await SumAsync(place), await CountAsync(place)));

        JsonElement taken = await DecideAsync(
            new
            {
                kind = "outlier",
                seizure = id,
                choice = "keep",
            }
        );
        Assert.Equal(id, taken.GetProperty("subject").GetString());
        Assert.True(taken.GetProperty("is_searchable").GetBoolean());
        Assert.Equal((100_060_000, 61), (await SumAsync(place), await CountAsync(place)));
        JsonElement decided = await DoubtsAsync(place);
        Assert.Equal(0, decided.GetProperty("outliers_open").GetInt32());
        Assert.Contains(decided.GetProperty("decisions").EnumerateArray(), d => d.GetProperty("subject").GetString() == id);
        Assert.True(decided.GetProperty("effect").GetProperty("amounts_kept").GetInt32() >= 1);

        // Decided anew: the value is wrong, and stays out.
        await DecideAsync(
            new
            {
                kind = "outlier",
                seizure = id,
                choice = "leave_out",
            }
        );
        Assert.Equal((60_000, 61), (await SumAsync(place), await CountAsync(place)));
        Assert.Equal(0, (await DoubtsAsync(place)).GetProperty("outliers_open").GetInt32());

        await UndoAsync("outlier", id);
        Assert.Equal((60_000, 61), (await SumAsync(place), await CountAsync(place)));
        Assert.Equal(1, (await DoubtsAsync(place)).GetProperty("outliers_open").GetInt32());
    }

    [Fact]
    public async Task A_case_told_twice_counts_once_when_it_is_decided_and_twice_when_that_is_undone()
    {
        string place = Name();
        await SendTwiceAsync(place);
        JsonElement pair = Assert.Single((await DoubtsAsync(place)).GetProperty("near_duplicates").EnumerateArray());
        Assert.InRange(pair.GetProperty("probability").GetDouble(), 0.5, 1);
        string earlier = pair.GetProperty("earlier").GetProperty("id").GetString()!,
            later = pair.GetProperty("later").GetProperty("id").GetString()!;
        Assert.Equal(place + "-again", pair.GetProperty("later").GetProperty("case_ref").GetString());
        Assert.Equal(401, await CountAsync(place));

        JsonElement taken = await DecideAsync(
            new
            {
                kind = "near_duplicate",
                seizure = earlier,
                other = later,
                choice = "leave_out",
                note = "sent again by mistake",
            }
        );
        string subject = taken.GetProperty("subject").GetString()!;
        Assert.Equal(400, await CountAsync(place));
        JsonElement decided = await DoubtsAsync(place);
        Assert.Equal(0, decided.GetProperty("near_duplicates_open").GetInt32());
        JsonElement told = decided.GetProperty("decisions").EnumerateArray().Single(d => d.GetProperty("subject").GetString() == subject);
        Assert.Equal("sent again by mistake", told.GetProperty("note").GetString());
        Assert.False(told.GetProperty("is_alone").GetBoolean());
        Assert.True(decided.GetProperty("effect").GetProperty("cases_left_out").GetInt32() >= 1);
        // What was left out is nobody's seizure any more.
        using (HttpResponseMessage gone = await site.Http.GetAsync(Address("/api/v1/seizures/" + later), Stop))
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        await UndoAsync("near_duplicate", subject);
        Assert.Equal(401, await CountAsync(place));
        Assert.Equal(1, (await DoubtsAsync(place)).GetProperty("near_duplicates_open").GetInt32());

        // They are two: both count, and nobody is asked again.
        await DecideAsync(
            new
            {
                kind = "near_duplicate",
                seizure = earlier,
                other = later,
                choice = "keep",
            }
        );
        Assert.Equal(401, await CountAsync(place));
        Assert.Equal(0, (await DoubtsAsync(place)).GetProperty("near_duplicates_open").GetInt32());
    }

    [Fact]
    public async Task A_case_whose_other_was_withdrawn_is_marked_as_alone()
    {
        string place = Name(),
            first = await SendTwiceAsync(place);
        JsonElement pair = (await DoubtsAsync(place)).GetProperty("near_duplicates")[0];
        JsonElement taken = await DecideAsync(
            new
            {
                kind = "near_duplicate",
                seizure = pair.GetProperty("earlier").GetProperty("id").GetString(),
                other = pair.GetProperty("later").GetProperty("id").GetString(),
                choice = "leave_out",
            }
        );
        using HttpResponseMessage withdrawn = await site.Http.PostAsync(Address($"/api/v1/submissions/{first}/withdrawal"), null, Stop);
        withdrawn.EnsureSuccessStatusCode();
        string? subject = taken.GetProperty("subject").GetString();
        Assert.True(
            (await DoubtsAsync(place))
                .GetProperty("decisions")
                .EnumerateArray()
                .Single(d => d.GetProperty("subject").GetString() == subject)
                .GetProperty("is_alone")
                .GetBoolean()
        );
    }

    [Fact]
    public async Task A_contributor_decides_on_nothing_and_an_analyst_on_what_they_see()
    {
        string place = Name();
        await SendAsync(place, Rows(place, Plain) + Row(place, "far", FarOff, 1));
        JsonElement outlier = Assert.Single((await DoubtsAsync(place)).GetProperty("outliers").EnumerateArray());
        var keep = new
        {
            kind = "outlier",
            seizure = outlier.GetProperty("seizure").GetProperty("id").GetString(),
            choice = "keep",
        };
        (HttpClient contributor, _) = await site.KeyAsync(Role.Contributor, ["NO"], Marking.Amber, ["read", "submit"]);
        using (contributor)
        {
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(contributor, keep));
            using HttpResponseMessage list = await contributor.GetAsync(Address("/api/v1/doubts"), Stop);
            Assert.Equal(HttpStatusCode.Forbidden, list.StatusCode);
            using HttpResponseMessage page = await contributor.GetAsync(Address("/coverage/doubts"), Stop);
            Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        }

        (HttpClient elsewhere, _) = await site.KeyAsync(Role.Analyst, ["IS"], Marking.Amber, ["read", "decide"]);
        using (elsewhere)
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(elsewhere, keep));
        Assert.Equal(60_000, await SumAsync(place));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            await StatusAsync(
                site.Http,
                new
                {
                    keep.kind,
                    keep.seizure,
                    keep.choice,
                    note = "told by Mr Peter Johnson, +31 6 12345678",
                }
            )
        );
    }

    [Fact]
    public async Task What_bears_no_doubt_is_not_decided_on()
    {
        string place = Name();
        await SendAsync(place, Rows(place, 2));
        JsonElement hits = (
            await site.Http.GetFromJsonAsync<JsonElement>(Address("/api/v1/search?where=place_name=" + place), Stop)
        ).GetProperty("hits");
        string? first = hits[0].GetProperty("id").GetString();
        Assert.Equal(
            HttpStatusCode.NotFound,
            await StatusAsync(
                site.Http,
                new
                {
                    kind = "outlier",
                    seizure = first,
                    choice = "keep",
                }
            )
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await StatusAsync(
                site.Http,
                new
                {
                    kind = "near_duplicate",
                    seizure = first,
                    other = first,
                    choice = "leave_out",
                }
            )
        );
        Assert.DoesNotContain((await DoubtsAsync(place)).GetProperty("decisions").EnumerateArray(), d =>
            d.GetProperty("subject").GetString()!.Contains(first!, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_page_shows_both_and_the_audit_says_who_decided()
    {
        string place = Name();
        await SendTwiceAsync(place, Row(place, "far", FarOff, 1));
        JsonElement doubts = await DoubtsAsync(place);
        string page = await site.Http.GetStringAsync(Address("/coverage/doubts?where=place_name=" + place), Stop);
        Assert.Contains("1 values far off and 1 pairs", page, StringComparison.Ordinal);
        Assert.Contains("They are one case", page, StringComparison.Ordinal);
        string? id = doubts.GetProperty("outliers")[0].GetProperty("seizure").GetProperty("id").GetString();
        await DecideAsync(
            new
            {
                kind = "outlier",
                seizure = id,
                choice = "keep",
            }
        );
        await UndoAsync("outlier", id!);
        JsonElement audit = await site.Http.GetFromJsonAsync<JsonElement>(Address("/api/v1/administration/audit?size=500"), Stop);
        string[] actions =
        [
            .. audit
                .GetProperty("records")
                .EnumerateArray()
                .Where(r => r.GetProperty("subject").GetString() == id)
                .Select(r => r.GetProperty("action").GetString()!),
        ];
        Assert.Contains("decide", actions);
        Assert.Contains("undo_decision", actions);
    }

    [Fact]
    public async Task The_page_s_buttons_decide_and_undo()
    {
        string place = Name(),
            page = "/coverage/doubts?where=place_name=" + place;
        await SendTwiceAsync(place);
        await DoubtsAsync(place);
        using HttpClient browser = site.Browser();
        browser.DefaultRequestHeaders.Authorization = site.Http.DefaultRequestHeaders.Authorization;
        string shown = await browser.GetStringAsync(Address(page), Stop);
        string Hidden(string name) => Regex.Match(shown, $"name=\"{name}\"[^>]* value=\"([^\"]*)\"").Groups[1].Value;
        await PostAsync(
            "decide",
            new()
            {
                ["kind"] = Hidden("kind"),
                ["seizure"] = Hidden("seizure"),
                ["other"] = Hidden("other"),
                ["choice"] = "leave_out",
                ["note"] = "",
            }
        );
        Assert.Equal(400, await CountAsync(place));
        await DoubtsAsync(place);
        shown = await browser.GetStringAsync(Address(page), Stop);
        await PostAsync("undo", new() { ["kind"] = Hidden("kind"), ["subject"] = Hidden("subject") });
        Assert.Equal(401, await CountAsync(place));

        async Task PostAsync(string handler, Dictionary<string, string> fields)
        {
            fields["__RequestVerificationToken"] = Hidden("__RequestVerificationToken");
            using HttpResponseMessage reply = await browser.PostAsync(
                Address(page + "&handler=" + handler),
                new FormUrlEncodedContent(fields),
                Stop
            );
            Assert.Equal(
                (HttpStatusCode.Redirect, page),
                (reply.StatusCode, Uri.UnescapeDataString(reply.Headers.Location!.OriginalString))
            );
        }
    }

    private static string Name() => "Doubtville" + RandomNumberGenerator.GetString("aeioklmnrst", 8);

    private static Uri Address(string path) => new(path, UriKind.Relative);

    // A thousand and so many more, then a thousand and so many less one: together so many thousands.
    private static string Rows(string place, int count) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(i => Row(place, i.ToString(CultureInfo.InvariantCulture), Sticks + (i % 2 == 0 ? i : 1 - i), i))
        );

    private static string Row(string place, string name, int sticks, int days, string way = "road,PL,NO") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{place}-{name},NO,{new DateOnly(2023, 1, 1).AddDays(days):yyyy-MM-dd},NO,H02,cigarettes,{sticks},stick,{place},{way}\n"
        );

    // Two files of 200 cases at random each, of which the second tells the first case of the first again under another reference.
    private async Task<string> SendTwiceAsync(string place, string more = "")
    {
        var chance = new Random(11);
        string first = Drawn(place, "a", chance);
        string id = await SendAsync(place, first + more);
        await SendAsync(place, Drawn(place, "b", chance) + Again(place, first));
        return id;
    }

    private static string Drawn(string place, string letter, Random chance)
    {
        string[] modes = ["road", "sea", "air"],
            from = ["PL", "LT", "UA", "BY"],
            to = ["NO", "SE", "FI", "DK"];
        return string.Concat(
            Enumerable
                .Range(0, 200)
                .Select(i =>
                    Row(
                        place,
                        string.Create(CultureInfo.InvariantCulture, $"{letter}{i}"),
                        chance.Next(1, 100_000),
                        chance.Next(900),
                        $"{modes[chance.Next(3)]},{from[chance.Next(4)]},{to[chance.Next(4)]}"
                    )
                )
        );
    }

    private static string Again(string place, string rows) =>
        rows[..(rows.IndexOf('\n', StringComparison.Ordinal) + 1)].Replace($"{place}-a0", $"{place}-again", StringComparison.Ordinal);

    private async Task<string> SendAsync(string place, string rows, string header = Header)
    {
        using HttpResponseMessage taken = await site.SendAsync(
            Encoding.UTF8.GetBytes(header + rows),
            $"file_name={place}-{RandomNumberGenerator.GetString("abcdef", 6)}.csv&source=template"
        );
        taken.EnsureSuccessStatusCode();
        return (await ApiSite.JsonOf(taken)).GetProperty("id").GetString()!;
    }

    private Task<JsonElement> DoubtsAsync(string place) =>
        site.Http.GetFromJsonAsync<JsonElement>(Address($"/api/v1/doubts?where=place_name={place}&wait=120"), Stop);

    private async Task<int> CountAsync(string place) =>
        (await site.Http.GetFromJsonAsync<JsonElement>(Address("/api/v1/search?where=place_name=" + place), Stop))
            .GetProperty("total")
            .GetProperty("seizures")
            .GetInt32();

    private async Task<double> SumAsync(string place)
    {
        JsonElement sums = await site.Http.GetFromJsonAsync<JsonElement>(
            Address($"/api/v1/tabulate?where=place_name={place}&by=product&measure=quantity"),
            Stop
        );
        return sums.GetProperty("rows")[0].GetProperty("value").GetDouble();
    }

    private async Task<JsonElement> DecideAsync(object decision)
    {
        using HttpResponseMessage reply = await site.Http.PostAsJsonAsync(Address("/api/v1/decisions"), decision, Stop);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync(Stop));
        return await ApiSite.JsonOf(reply);
    }

    private async Task UndoAsync(string kind, string subject)
    {
        using HttpResponseMessage reply = await site.Http.DeleteAsync(Address($"/api/v1/decisions/{kind}/{subject}"), Stop);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, object decision)
    {
        using HttpResponseMessage reply = await client.PostAsJsonAsync(Address("/api/v1/decisions"), decision, Stop);
        return reply.StatusCode;
    }
}
