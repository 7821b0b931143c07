using System;
using System.Linq;
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

/// <summary>What contributors get back, from two made-up ones of whom one fills in more.</summary>
[Collection(nameof(ApiCollection))]
public sealed class ScorecardTests(ApiSite site)
{
    private const string Header =
        "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,place_name,mode_of_transport,direction\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_most_complete_is_first_and_each_share_is_of_all()
    {
        string place = await SendAsync();
        JsonElement[] cards = await CardsAsync(site.Http, place);
        Assert.Equal(["NO", "IS"], cards.Select(c => c.GetProperty("country").GetString()));
        // Counted by hand: Norway's four seizures and Iceland's one.
        Assert.Equal([0.8, 0.2], cards.Select(c => c.GetProperty("share").GetDouble()));
        Assert.Equal([1, 2], cards.Select(c => c.GetProperty("rank").GetInt32()));
        // Of the eleven fields Norway fills product, and in half of the seizures mode of transport and direction; Iceland product alone.
        Assert.Equal(2.0 / 11, cards[0].GetProperty("completeness").GetDouble(), 9);
        Assert.Equal(1.0 / 11, cards[1].GetProperty("completeness").GetDouble(), 9);
    }

    [Fact]
    public async Task A_contributor_sees_its_own_card_with_its_place_among_all()
    {
        string place = await SendAsync();
        (HttpClient iceland, _) = await site.KeyAsync(Role.Contributor, ["IS"], Marking.Amber, ["read"]);
        using (iceland)
        {
            JsonElement card = Assert.Single(await CardsAsync(iceland, place));
            Assert.Equal("IS", card.GetProperty("country").GetString());
            Assert.Equal((2, 2), (card.GetProperty("rank").GetInt32(), card.GetProperty("of").GetInt32()));
            string page = await iceland.GetStringAsync(new Uri("/coverage?where=place_name=" + place, UriKind.Relative), Stop);
            Assert.Contains("number 2 of 2 contributors", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Norway", page, StringComparison.Ordinal);
        }
    }

    private static async Task<JsonElement[]> CardsAsync(HttpClient client, string place) =>
        [
            .. (
                await client.GetFromJsonAsync<JsonElement>(
                    new Uri($"/api/v1/scorecards?where=place_name={place}&wait=120", UriKind.Relative),
                    Stop
                )
            ).EnumerateArray(),
        ];

    private async Task<string> SendAsync()
    {
        string place = "Cardtown" + RandomNumberGenerator.GetString("aeioklmnrst", 8);
        foreach ((string country, int rows, int filled) in new[] { ("NO", 4, 2), ("IS", 1, 0) })
        {
            StringBuilder csv = new(Header);
            for (int i = 0; i < rows; i++)
                csv.Append(
                    FormattableString.Invariant(
                        $"{place}-{i},{country},2024-03-{i + 1:00},{country},H02,cigarettes,{100 + i},stick,{place},{(i < filled ? "road,import" : ",")}\n"
                    )
                );
            using HttpResponseMessage taken = await site.SendAsync(
                Encoding.UTF8.GetBytes(csv.ToString()),
                $"file_name={place}-{country}.csv&source=template"
            );
            taken.EnsureSuccessStatusCode();
        }

        return place;
    }
}
