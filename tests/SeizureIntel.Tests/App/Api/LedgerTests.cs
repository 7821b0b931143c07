using System;
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

/// <summary>Ledger, vocabulary and own series, from files whose counts are worked by hand.</summary>
[Collection(nameof(ApiCollection))]
public sealed class LedgerTests(ApiSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ledger_counts_what_came_in_and_went_out()
    {
        string place = await RoutesAsync();
        JsonElement all = await JsonAsync(site.Http, $"/api/v1/routes/ledger?where=place_name={place}");
        // Three times Poland to Norway; once Lithuania by Poland to Norway; once Norway to Sweden; once nothing known.
        Assert.Equal(
            [("NO", 4, 1), ("PL", 1, 4), ("LT", 0, 1), ("SE", 1, 0)],
            all.GetProperty("rows").EnumerateArray().Select(r => (Text(r, "country"), Number(r, "in"), Number(r, "out")))
        );
        Assert.Equal((5, 6), (Number(all.GetProperty("known"), "n"), Number(all.GetProperty("known"), "of")));

        JsonElement norway = await JsonAsync(site.Http, $"/api/v1/routes/ledger?country=Norway&where=place_name={place}");
        Assert.Equal(("NO", 4, 1), (Text(norway, "country"), Number(norway, "in"), Number(norway, "out")));
        Assert.Equal(
            [("PL", 4, 0), ("SE", 0, 1)],
            norway.GetProperty("rows").EnumerateArray().Select(r => (Text(r, "country"), Number(r, "in"), Number(r, "out")))
        );
        string csv = await site.Http.GetStringAsync(
            Address($"/api/v1/routes/ledger/export?format=csv&country=NO&where=place_name={place}"),
            Stop
        );
        Assert.Equal("partner,name,in,out\nPL,Poland,4,0\nSE,Sweden,0,1\n", csv);
        string page = await site.Http.GetStringAsync(Address($"/routes/ledger?country=NO&where=place_name={place}"), Stop);
        Assert.Contains("4 seizures on legs into it, 1 on legs out of it.", page, StringComparison.Ordinal);
        // The figure leads to as many records as it says.
        JsonElement found = await JsonAsync(site.Http, $"/api/v1/search?where=place_name={place}&where=leg=PL>NO");
        Assert.Equal(4, Number(found.GetProperty("total"), "seizures"));
        using HttpResponseMessage unknown = await site.Http.GetAsync(Address("/api/v1/routes/ledger?country=Atlantis"), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task A_ledger_holds_what_its_reader_sees()
    {
        string place = await RoutesAsync();
        (HttpClient iceland, _) = await site.KeyAsync(Role.Analyst, ["IS"], Marking.Amber, ["read"]);
        using (iceland)
            Assert.Equal(
                0,
                (await JsonAsync(iceland, $"/api/v1/routes/ledger?where=place_name={place}")).GetProperty("rows").GetArrayLength()
            );
    }

    [Fact]
    public async Task A_code_of_the_vocabulary_counts_those_below_it_and_a_seizure_once()
    {
        string place = Name();
        // 3.3 and 3.4 lie below 3; the third seizure has both.
        await SendAsync(
            place,
            "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,place_name,concealment",
            ["3.3", "3.4", "3.3;3.4", "5.4", ""],
            (concealment, i) => $"{place}-{i},NO,2024-03-0{i + 1},NO,H02,cigarettes,{100 + i},stick,{place},{concealment}"
        );
        JsonElement vocabulary = await JsonAsync(site.Http, $"/api/v1/concealment/vocabulary?where=place_name={place}");
        var codes = vocabulary.GetProperty("codes").EnumerateArray().ToDictionary(c => Text(c, "code"), c => c);
        Assert.Equal((3, 0), (Number(codes["3"], "seizures"), Number(codes["3"], "own")));
        Assert.Equal(2, Number(codes["3.3"], "seizures"));
        Assert.Equal(2, Number(codes["3.4"], "seizures"));
        Assert.Equal(1, Number(codes["5"], "seizures"));
        Assert.Equal("3", Text(codes["3.3"], "parent"));
        Assert.Equal((4, 5), (Number(vocabulary.GetProperty("known"), "n"), Number(vocabulary.GetProperty("known"), "of")));
    }

    [Fact]
    public async Task A_series_that_is_sent_along_is_answered_and_nothing_of_it_is_kept()
    {
        StringBuilder csv = new("month,count\n");
        for (int i = 0; i < 72; i++)
            csv.Append(CultureInfo.InvariantCulture, $"{2019 + (i / 12)}-{(i % 12) + 1:00},{(i == 70 ? 90 : 10 + (i % 3))}\n");
        using HttpResponseMessage reply = await site.Http.PostAsJsonAsync(
            Address("/api/v1/trends/own"),
            new { series = csv.ToString() },
            Stop
        );
        JsonElement answer = await ApiSite.JsonOf(reply);
        Assert.Equal("month", Text(answer, "step"));
        // Ten, eleven and twelve by turns: 24 times 33; the 71st month has 90 instead of 11.
        Assert.Equal((24 * 33) - 11 + 90, answer.GetProperty("total").GetDouble());
        string[] alarms =
        [
            .. answer
                .GetProperty("rows")
                .EnumerateArray()
                .Where(r => r.TryGetProperty("alarm", out JsonElement alarm) && alarm.ValueKind == JsonValueKind.True)
                .Select(r => Text(r, "period")),
        ];
        // What was high can still be so in the month after it; nothing before it was.
        Assert.Equal("2024-11", alarms[0]);
        JsonElement audit = await JsonAsync(site.Http, "/api/v1/administration/audit?size=100");
        Assert.DoesNotContain("2019-01", audit.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty_series")]
    [InlineData("month,count\n2024-01,many\n", "bad_series")]
    [InlineData("month,count\n2024-01,5\n2024-01,6\n", "bad_series")]
    public async Task What_is_no_series_is_told_with_its_row(string series, string code)
    {
        using HttpResponseMessage reply = await site.Http.PostAsJsonAsync(Address("/api/v1/trends/own"), new { series }, Stop);
        Assert.False(reply.IsSuccessStatusCode);
        Assert.Contains(code, await reply.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_series_that_is_too_large_is_refused()
    {
        using HttpResponseMessage reply = await site.Http.PostAsJsonAsync(
            Address("/api/v1/trends/own"),
            new { series = "month,count\n" + new string('1', 600_000) },
            Stop
        );
        Assert.Contains("series_too_large", await reply.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static string Name() => "Ledgerby" + RandomNumberGenerator.GetString("aeioklmnrst", 8);

    private static Uri Address(string path) => new(path, UriKind.Relative);

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private static Task<JsonElement> JsonAsync(HttpClient client, string address) =>
        client.GetFromJsonAsync<JsonElement>(Address(address), Stop);

    private async Task<string> RoutesAsync()
    {
        string place = Name();
        await SendAsync(
            place,
            "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,place_name,departure_country,transit_countries,"
                + "destination_country",
            ["PL,,NO", "PL,,NO", "PL,,NO", "LT,PL,NO", "NO,,SE", ",,"],
            (way, i) => $"{place}-{i},NO,2024-03-0{i + 1},NO,H02,cigarettes,{100 + i},stick,{place},{way}"
        );
        return place;
    }

    private async Task SendAsync(string place, string header, string[] values, Func<string, int, string> row)
    {
        string csv = header + "\n" + string.Join('\n', values.Select(row)) + "\n";
        using HttpResponseMessage taken = await site.SendAsync(Encoding.UTF8.GetBytes(csv), $"file_name={place}.csv&source=template");
        taken.EnsureSuccessStatusCode();
    }
}
