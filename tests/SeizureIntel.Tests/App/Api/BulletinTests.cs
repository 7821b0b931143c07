using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

/// <summary>Making a bulletin over the network: who may, of what, and what becomes of it.</summary>
[Collection(nameof(ApiCollection))]
public sealed class BulletinTests(ApiSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_publisher_makes_one_as_a_job_that_names_it_and_everybody_up_to_its_marking_reads_and_prints_it()
    {
        (HttpClient publisher, _) = await site.KeyAsync(Role.Publisher, null, Marking.Amber, ["read", "publish"]);
        (HttpClient reader, _) = await site.KeyAsync(Role.Contributor, ["BE"], Marking.Amber, ["read"]);
        (HttpClient outside, _) = await site.KeyAsync(Role.Analyst, null, Marking.Green, ["read"]);
        using (publisher)
        using (reader)
        using (outside)
        {
            object asked = new
            {
                region = "NL,BE",
                from = "2024-01",
                to = "2024-12",
            };
            using HttpResponseMessage accepted = await PostAsync(publisher, asked);
            Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
            // Asked twice, it is made once.
            using HttpResponseMessage again = await PostAsync(publisher, asked);
            Assert.Equal(accepted.Headers.Location, again.Headers.Location);
            string id = await MadeAsync(publisher, accepted.Headers.Location!);
            string page = await publisher.GetStringAsync(
                Address("/bulletins?job=" + accepted.Headers.Location!.OriginalString.Split('/')[^1]),
                Stop
            );
            Assert.Contains("handler=make", page, StringComparison.Ordinal);
            Assert.Contains("The bulletin is made.", page, StringComparison.Ordinal);

            JsonElement document = await reader.GetFromJsonAsync<JsonElement>(Address($"/api/v1/bulletins/{id}"), Stop);
            Assert.Equal("TLP:AMBER", document.GetProperty("banner").GetProperty("marking").GetString());
            byte[] print = await reader.GetByteArrayAsync(Address($"/api/v1/bulletins/{id}/bulletin.pdf"), Stop);
            Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(print[..8]), StringComparison.Ordinal);
            Assert.Contains(id, await reader.GetStringAsync(Address("/bulletins"), Stop), StringComparison.Ordinal);

            foreach (string address in new[] { $"/api/v1/bulletins/{id}", $"/api/v1/bulletins/{id}/bulletin.pdf" })
            {
                using HttpResponseMessage hidden = await outside.GetAsync(Address(address), Stop);
                await UploadTests.AssertProblemAsync("unknown_bulletin", 404, hidden);
            }
        }
    }

    [Fact]
    public async Task Who_may_not_publish_makes_none()
    {
        (HttpClient analyst, _) = await site.KeyAsync(Role.Analyst, null, Marking.Amber, ["read", "decide"]);
        using (analyst)
        {
            using HttpResponseMessage refused = await PostAsync(analyst, new { region = "NL" });
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.DoesNotContain("handler=make", await analyst.GetStringAsync(Address("/bulletins"), Stop), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_office_publishes_of_its_own_countries_alone_and_below_its_own_marking()
    {
        (HttpClient publisher, _) = await site.KeyAsync(Role.Publisher, ["NL", "BE"], Marking.Amber, ["read", "publish"]);
        using (publisher)
        {
            using HttpResponseMessage wide = await PostAsync(publisher, new { region = "NL,FR" });
            await UploadTests.AssertProblemAsync("region_not_seen", 403, wide);
            using HttpResponseMessage high = await PostAsync(publisher, new { region = "NL", marking = "RED" });
            await UploadTests.AssertProblemAsync("marking_above_reader", 403, high);

            using HttpResponseMessage all = await PostAsync(publisher, new { from = "2024", to = "2024" });
            string id = await MadeAsync(publisher, all.Headers.Location!);
            JsonElement list = await publisher.GetFromJsonAsync<JsonElement>(Address("/api/v1/bulletins"), Stop);
            JsonElement entry = list.EnumerateArray().Single(e => e.GetProperty("id").GetString() == id);
            Assert.Equal("BE,NL", entry.GetProperty("region").GetString());
        }
    }

    [Fact]
    public async Task One_that_cannot_be_made_says_why()
    {
        (HttpClient publisher, _) = await site.KeyAsync(Role.Publisher, null, Marking.Amber, ["read", "publish"]);
        using (publisher)
        {
            using HttpResponseMessage accepted = await PostAsync(publisher, new { region = "NZ" });
            JsonElement job = await EndedAsync(publisher, accepted.Headers.Location!);
            Assert.Equal("failed", job.GetProperty("state").GetString());
            Assert.Contains("no seizures in this scope", job.GetProperty("problem").GetString(), StringComparison.Ordinal);
        }
    }

    private static Uri Address(string path) => new(path, UriKind.Relative);

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, object asked) =>
        client.PostAsJsonAsync(Address("/api/v1/bulletins"), asked, Stop);

    private static async Task<string> MadeAsync(HttpClient client, Uri job)
    {
        JsonElement ended = await EndedAsync(client, job);
        Assert.Equal("done", ended.GetProperty("state").GetString());
        return ended.GetProperty("bulletin").GetString()!;
    }

    private static async Task<JsonElement> EndedAsync(HttpClient client, Uri job)
    {
        while (true)
        {
            JsonElement state = await client.GetFromJsonAsync<JsonElement>(job, Stop);
            if (state.GetProperty("state").GetString() is not ("waiting" or "running"))
                return state;
            await Task.Delay(200, Stop);
        }
    }
}
