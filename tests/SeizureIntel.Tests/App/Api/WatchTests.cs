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
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

/// <summary>Saved searches over the network: what a watch tells, whom, and what it never keeps.</summary>
[Collection(nameof(ApiCollection))]
public sealed class WatchTests(ApiSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_watch_fires_on_a_new_upload_and_not_on_the_old()
    {
        using HttpClient analyst = await AnalystAsync(null, Marking.Amber);
        string place = "Watchtown" + RandomNumberGenerator.GetString("aeioklmnrst", 8);
        await SendAsync(Csv(place, "NL", "2024-03-14", 2));
        JsonElement saved = await SaveAsync(
            analyst,
            new
            {
                name = "Watched place",
                where = new[] { "place_name=" + place },
                watch = true,
            }
        );
        Assert.Empty(await InboxAsync(analyst));

        // Older by its date than what was there, and newer by its upload.
        await SendAsync(Csv(place, "NL", "2019-01-01", 3));
        JsonElement notice = Assert.Single(await InboxAsync(analyst));
        Assert.Equal(saved.GetProperty("id").GetString(), notice.GetProperty("search_id").GetString());
        Assert.Equal(3, notice.GetProperty("seizures").GetInt32());
        JsonElement records = await JsonAsync(
            analyst,
            "/api/v1/search?query=" + Uri.EscapeDataString(notice.GetProperty("query").GetRawText())
        );
        Assert.Equal(3, records.GetProperty("total").GetProperty("seizures").GetInt32());

        // What does not match tells nothing; what matches tells again, and of nothing twice.
        await SendAsync(site.NewFile());
        Assert.Single(await InboxAsync(analyst));
        await SendAsync(Csv(place, "NL", "2024-03-14", 1));
        Assert.Equal([1, 3], (await InboxAsync(analyst)).Select(n => n.GetProperty("seizures").GetInt32()));
    }

    [Fact]
    public async Task A_watch_sees_what_its_owner_sees()
    {
        using HttpClient belgian = await AnalystAsync(["BE"], Marking.Amber);
        string place = "Ownertown" + RandomNumberGenerator.GetString("aeioklmnrst", 8);
        await SaveAsync(
            belgian,
            new
            {
                name = "Ours",
                where = new[] { "place_name=" + place },
                watch = true,
            }
        );
        await SendAsync(Csv(place, "NL", "2024-03-14", 2));
        Assert.Empty(await InboxAsync(belgian));
        await SendAsync(Csv(place, "BE", "2024-03-14", 1));
        Assert.Equal(1, Assert.Single(await InboxAsync(belgian)).GetProperty("seizures").GetInt32());
    }

    [Fact]
    public async Task What_comes_in_during_the_silence_is_told_together_and_muted_not_at_all()
    {
        using HttpClient analyst = await AnalystAsync(null, Marking.Amber);
        string place = "Quiettown" + RandomNumberGenerator.GetString("aeioklmnrst", 8);
        JsonElement saved = await SaveAsync(
            analyst,
            new
            {
                name = "Quiet",
                where = new[] { "place_name=" + place },
                watch = true,
                cooldown_hours = 6,
            }
        );
        await SendAsync(Csv(place, "NL", "2024-03-14", 1));
        await SendAsync(Csv(place, "NL", "2024-03-14", 2));
        Assert.Equal(1, Assert.Single(await InboxAsync(analyst)).GetProperty("seizures").GetInt32());

        // Without its cooldown the next occasion tells what was kept back.
        await ChangeAsync(analyst, saved, new { watch = true });
        await SendAsync(Csv(place, "NL", "2024-03-14", 4));
        Assert.Equal([6, 1], (await InboxAsync(analyst)).Select(n => n.GetProperty("seizures").GetInt32()));

        await ChangeAsync(analyst, saved, new { watch = true, mute_days = 1 });
        await SendAsync(Csv(place, "NL", "2024-03-14", 5));
        await ChangeAsync(analyst, saved, new { watch = true });
        await SendAsync(Csv(place, "NL", "2024-03-14", 7));
        Assert.Equal([7, 6, 1], (await InboxAsync(analyst)).Select(n => n.GetProperty("seizures").GetInt32()));
    }

    [Fact]
    public async Task The_trial_tells_as_often_as_uploads_brought_something()
    {
        using HttpClient analyst = await AnalystAsync(null, Marking.Amber);
        string place = "Trialtown" + RandomNumberGenerator.GetString("aeioklmnrst", 8);
        for (int i = 1; i <= 3; i++)
            await SendAsync(Csv(place, "NL", "2024-03-14", i));
        JsonElement at_once = await JsonAsync(analyst, $"/api/v1/watches/trial?where=place_name={place}");
        Assert.Equal((3, 6, 3), (Count(at_once, "times"), Count(at_once, "seizures"), Count(at_once, "uploads")));
        Assert.Equal(
            (90, 6),
            (at_once.GetProperty("each").GetArrayLength(), at_once.GetProperty("each")[89].GetProperty("seizures").GetInt32())
        );

        // Three uploads within a minute and six hours of silence: one telling.
        Assert.Equal(1, Count(await JsonAsync(analyst, $"/api/v1/watches/trial?where=place_name={place}&cooldown_hours=6"), "times"));
        Assert.Equal(0, Count(await JsonAsync(analyst, $"/api/v1/watches/trial?where=place_name={place}&digest=weekly"), "times"));
    }

    [Fact]
    public async Task What_is_typed_is_screened_before_it_is_kept()
    {
        using HttpClient analyst = await AnalystAsync(null, Marking.Amber);
        foreach (
            object typed in new object[]
            {
                new { name = "Mr Jan Jansen of Rotterdam", watch = true },
                new { name = "A name", text = "Mr Jan Jansen of Rotterdam" },
                new { name = "A name", where = new[] { "place_name=Mr Jan Jansen" } },
            }
        )
        {
            using HttpResponseMessage refused = await analyst.PostAsJsonAsync(Address("/api/v1/watches"), typed, Stop);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            string said = await refused.Content.ReadAsStringAsync(Stop);
            Assert.Contains("nominal_text", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Jansen", said, StringComparison.Ordinal);
        }

        Assert.Empty((await JsonAsync(analyst, "/api/v1/watches")).GetProperty("searches").EnumerateArray());
    }

    [Fact]
    public async Task A_notice_is_acknowledged_for_the_office_and_seen_by_no_other()
    {
        using HttpClient analyst = await AnalystAsync(null, Marking.Amber);
        using HttpClient other = await AnalystAsync(null, Marking.Red);
        string place = "Inboxtown" + RandomNumberGenerator.GetString("aeioklmnrst", 8);
        JsonElement saved = await SaveAsync(
            analyst,
            new
            {
                name = "Inbox",
                where = new[] { "place_name=" + place },
                watch = true,
            }
        );
        await SendAsync(Csv(place, "NL", "2024-03-14", 1));
        string id = Assert.Single(await InboxAsync(analyst)).GetProperty("id").GetString()!;
        Assert.Empty(await InboxAsync(other));
        using (
            HttpResponseMessage stranger = await other.DeleteAsync(Address("/api/v1/watches/" + saved.GetProperty("id").GetString()), Stop)
        )
            Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        using (HttpResponseMessage seen = await analyst.PostAsync(Address("/api/v1/watches/inbox/" + id), null, Stop))
            Assert.Equal(HttpStatusCode.NoContent, seen.StatusCode);
        Assert.NotNull(Assert.Single(await InboxAsync(analyst)).GetProperty("seen_by").GetString());
    }

    [Fact]
    public async Task A_contributor_saves_nothing()
    {
        (HttpClient contributor, _) = await site.KeyAsync(Role.Contributor, ["NL"], Marking.Amber, ["read", "submit"]);
        using (contributor)
        using (HttpResponseMessage refused = await contributor.PostAsJsonAsync(Address("/api/v1/watches"), new { name = "x" }, Stop))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static Uri Address(string text) => new(text, UriKind.Relative);

    private static int Count(JsonElement answer, string name) => answer.GetProperty(name).GetInt32();

    private static byte[] Csv(string place, string country, string date, int rows)
    {
        var text = new StringBuilder("case_ref,reporting_country,seizure_date,country,place_name,heading,product,quantity,unit\n");
        for (int i = 0; i < rows; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{place}-{date}-{rows}-{i},{country},{date},{country},{place},H01,cocaine,{i + 1},kg\n"
            );
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private async Task<HttpClient> AnalystAsync(IReadOnlyList<string>? countries, Marking ceiling) =>
        (await site.KeyAsync(Role.Analyst, countries, ceiling, ["read", "decide"])).Client;

    private async Task SendAsync(byte[] file)
    {
        using HttpResponseMessage taken = await site.SendAsync(file, "file_name=a.csv");
        Assert.True(taken.IsSuccessStatusCode);
    }

    private static async Task<JsonElement> SaveAsync(HttpClient client, object search)
    {
        using HttpResponseMessage saved = await client.PostAsJsonAsync(Address("/api/v1/watches"), search, Stop);
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        return await ApiSite.JsonOf(saved);
    }

    private static async Task ChangeAsync(HttpClient client, JsonElement saved, object change)
    {
        using HttpResponseMessage changed = await client.PutAsJsonAsync(
            Address("/api/v1/watches/" + saved.GetProperty("id").GetString()),
            change,
            Stop
        );
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    private static async Task<JsonElement[]> InboxAsync(HttpClient client) =>
        [.. (await JsonAsync(client, "/api/v1/watches")).GetProperty("inbox").EnumerateArray()];

    private static async Task<JsonElement> JsonAsync(HttpClient client, string address)
    {
        using HttpResponseMessage response = await client.GetAsync(Address(address), Stop);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        return await ApiSite.JsonOf(response);
    }
}
