using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Tests.App.Api;
using SeizureIntel.Tests.Architecture;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Accounts;
using Xunit;

namespace SeizureIntel.Tests.App.Security;

/// <summary>Every page and address as every role and marking: what a reader may not see is in no answer, and what a role may not do is refused.</summary>
/// <remarks>Four seizures, whose places nobody else has, stand in one month: of the reader's country at three markings, and of another country.</remarks>
[Collection(nameof(ApiCollection))]
public sealed partial class ClearanceTests(ApiSite site)
{
    private const string Month = "2009-03";

    private static Planted? _planted;

    private static readonly Dictionary<string, Marking> Ceilings = new(StringComparer.Ordinal)
    {
        ["GREEN"] = Marking.Green,
        ["AMBER"] = Marking.Amber,
        ["RED"] = Marking.Red,
    };

    // Those that take no scope, or ask without one for something else.
    private static readonly string[] Pages =
    [
        "/",
        "/search",
        "/search?open={id}",
        "/seizures/{id}",
        "/routes",
        "/concealment",
        "/small-arms",
        "/small-arms/serials",
        "/trends",
        "/trends/compare?series=heading=H02",
        "/routes/ledger",
        "/trends/own",
        "/coverage",
        "/coverage/doubts",
        "/submissions",
        "/submissions?format=trends",
        "/submissions/{submission}",
        "/watches",
        "/watches/new",
        "/bulletins",
        "/administration",
        "/administration/offices",
        "/administration/keys",
        "/administration/audit",
        "/administration/system",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<Role, string> Everybody
    {
        get
        {
            var everybody = new TheoryData<Role, string>();
            foreach (Role role in Enum.GetValues<Role>())
            {
                foreach (string marking in Ceilings.Keys)
                    everybody.Add(role, marking);
            }

            return everybody;
        }
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Nothing_above_the_reader_is_in_any_answer(Role role, string marking)
    {
        Planted planted = await PlantedAsync();
        (HttpClient client, _) = await site.KeyAsync(role, ["NO"], Ceilings[marking], Permissions.Of(role));
        using (client)
        {
            string[] hidden =
            [
                .. planted.Places.Where(p => p.Country != "NO" || Ceilings[p.Marking] > Ceilings[marking]).Select(p => p.Place),
            ];
            int seen = 0;
            foreach (string address in Addresses())
            {
                foreach (string asked in planted.Filled(address))
                {
                    (HttpStatusCode status, string body) = await GetAsync(client, asked);
                    Assert.True((int)status < 500, $"{asked}: {status}");
                    Assert.All(hidden, h =>
                        Assert.False(body.Contains(h, StringComparison.OrdinalIgnoreCase), $"{asked} as {role} up to {marking} shows {h}.")
                    );
                    seen += planted.Places.Count(p => body.Contains(p.Place, StringComparison.OrdinalIgnoreCase));
                    if (Needed(asked) is { } needed && !Permissions.Of(role).Contains(needed))
                        Assert.True(status is HttpStatusCode.Forbidden or HttpStatusCode.Redirect, $"{asked} as {role}: {status}");
                }
            }

            // The walk would find nothing hidden if it found nothing at all.
            Assert.True(seen > 0, "No answer shows any of the places.");
        }
    }

    private static string? Needed(string address) =>
        address.Contains("/administration", StringComparison.Ordinal) ? Permissions.Administer
        : address.StartsWith("/watches", StringComparison.Ordinal)
        || address.Contains("/doubts", StringComparison.Ordinal)
        || address.EndsWith("/serials", StringComparison.Ordinal)
            ? Permissions.Decide
        : null;

    private static IEnumerable<string> Addresses() =>
        Pages.Concat(
            File.ReadAllLines(Path.Combine(House.Root, "tests/SeizureIntel.Tests/App/Api/Addresses.approved.txt"))
                .Where(l => l.StartsWith("GET ", StringComparison.Ordinal))
                .Select(l => l["GET ".Length..])
                .Select(a =>
                    a.Contains("/submissions/{id}", StringComparison.Ordinal)
                        ? a.Replace("{id}", "{submission}", StringComparison.Ordinal)
                        : a
                )
                .Select(a =>
                    a.EndsWith("/compare", StringComparison.Ordinal) ? a + "?series=heading=H02"
                    : a.EndsWith("/tabulate", StringComparison.Ordinal) ? a + "?by=place_name"
                    : a.EndsWith("/complete", StringComparison.Ordinal) ? a + "?text=place_name:" + Planted.Stem
                    : a.EndsWith("/codes/{field}", StringComparison.Ordinal) ? a.Replace("{field}", "heading", StringComparison.Ordinal)
                    : a.EndsWith("/search/export", StringComparison.Ordinal) ? a + "?columns=place_name"
                    : a
                )
        );

    // A page whose study must run, and an address that says so by 202, are asked again until they are whole.
    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(HttpClient client, string address)
    {
        while (true)
        {
            using HttpResponseMessage response = await client.GetAsync(new Uri(address, UriKind.Relative), Stop);
            string body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(Stop));
            if (response.StatusCode != HttpStatusCode.Accepted && !body.Contains("message pending", StringComparison.Ordinal))
                return (response.StatusCode, body);
            await Task.Delay(100, Stop);
        }
    }

    private async Task<Planted> PlantedAsync()
    {
        if (_planted is not null)
            return _planted;
        string suffix = RandomNumberGenerator.GetString("aeioklmnrst", 6);
        (string Country, string Marking, string Place)[] places =
        [
            .. new[] { ("NO", "GREEN", "a"), ("NO", "AMBER", "b"), ("NO", "RED", "c"), ("SE", "GREEN", "d") }.Select(p =>
                (p.Item1, p.Item2, $"{Planted.Stem}{p.Item3}{suffix}")
            ),
        ];
        var submissions = new List<string>();
        foreach (IGrouping<string, (string Country, string Marking, string Place)> country in places.GroupBy(p => p.Country))
        {
            StringBuilder csv = new(
                "case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit,place_name,narrative,marking\n"
            );
            foreach ((string reporter, string marking, string place) in country)
                csv.Append(
                    FormattableString.Invariant(
                        $"{place},{reporter},{Month}-05,{reporter},H02,cigarettes,400,stick,{place},Found at {place},TLP:{marking}\n"
                    )
                );
            using HttpResponseMessage taken = await site.SendAsync(
                Encoding.UTF8.GetBytes(csv.ToString()),
                $"file_name={country.Key}-{suffix}.csv&source=template"
            );
            taken.EnsureSuccessStatusCode();
            submissions.Add((await ApiSite.JsonOf(taken)).GetProperty("id").GetString()!);
        }

        string[] ids =
        [
            .. (await site.GetAsync($"/api/v1/search?from={Month}&to={Month}&size=100"))
                .Json.GetProperty("hits")
                .EnumerateArray()
                .Select(h => h.GetProperty("id").GetString()!),
        ];
        Assert.True(ids.Length >= places.Length);
        return _planted = new Planted(places, ids, submissions);
    }

    /// <summary>What was planted.</summary>
    private sealed partial record Planted(
        IReadOnlyList<(string Country, string Marking, string Place)> Places,
        IReadOnlyList<string> Ids,
        IReadOnlyList<string> Submissions
    )
    {
        public const string Stem = "clearford";

        /// <summary>The addresses that one with places to fill stands for, each with the scope of the planted seizures where it may have one.</summary>
        public IEnumerable<string> Filled(string address)
        {
            IEnumerable<string> filled =
                address.Contains("{id}", StringComparison.Ordinal) && address.Contains("seizures", StringComparison.Ordinal)
                || address.Contains("open={id}", StringComparison.Ordinal)
                    ? Ids.Select(i => address.Replace("{id}", i, StringComparison.Ordinal))
                : address.Contains("{submission}", StringComparison.Ordinal)
                    ? Submissions.Select(s => address.Replace("{submission}", s, StringComparison.Ordinal))
                : [address.Replace("{name}", "trends", StringComparison.Ordinal).Replace("{heading}", "H02", StringComparison.Ordinal)];
            return filled.Select(a => Placeholder().Replace(a, ApiSite.BulletinId)).Select(Scoped);
        }

        private static string Scoped(string address) =>
            TakesScope().IsMatch(address)
                ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}from={Month}&to={Month}"
                : address;

        [GeneratedRegex(@"\{[a-z]+\}")]
        private static partial Regex Placeholder();

        [GeneratedRegex(
            @"^/($|\?)|/(search|routes|concealment|small-arms|trends|coverage|compare|scorecards|tabulate|export|ledger|vocabulary|doubts)(\?|$)|/studies/"
        )]
        private static partial Regex TakesScope();
    }
}
