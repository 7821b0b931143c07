using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Auditing;
using SeizureIntel.Ports;
using SeizureIntel.Tests.Architecture;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.App.Security;

/// <summary>Every address as everybody: nobody, a contributor, an analyst, a publisher, an administrator, and keys of all kinds.</summary>
[Collection(nameof(Api.ApiCollection))]
public sealed partial class SecurityTests(Api.ApiSite site)
{
    private const string LongEnough = "a long enough sentence";

    private static readonly string[] Open = ["/health", "/sign-in/entered"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // The approved list of addresses: whoever adds one is tested here.
    private static IEnumerable<(string Method, string Path)> Addresses =>
        File.ReadAllLines(Path.Combine(House.Root, "tests/SeizureIntel.Tests/App/Api/Addresses.approved.txt"))
            .Select(l => l.Split(' '))
            .Select(l => (l[0], Placeholder().Replace(l[1], "trends")));

    [Fact]
    public async Task Without_signing_in_every_address_says_401_and_every_page_leads_to_the_form()
    {
        using HttpClient nobody = site.Client(null);
        foreach ((string method, string path) in Addresses)
        {
            using HttpResponseMessage response = await SendAsync(nobody, method, path);
            if (Open.Contains(path))
                Assert.True(response.IsSuccessStatusCode, path);
            else if (path.StartsWith("/api/", StringComparison.Ordinal))
                Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path}: {response.StatusCode}");
            else if (path == "/sign-in/provider")
                Assert.StartsWith(site.Provider.Address, response.Headers.Location?.OriginalString, StringComparison.Ordinal);
            else if (method == "GET")
                Assert.StartsWith("/sign-in?returnUrl=", response.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }

        foreach (string page in new[] { "/", "/bulletins" })
        {
            using HttpResponseMessage response = await SendAsync(nobody, "GET", page);
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        }
    }

    [Fact]
    public async Task Health_says_nothing_but_that_it_is_well_to_those_who_are_not_signed_in()
    {
        using HttpClient nobody = site.Client(null);
        using JsonDocument said = JsonDocument.Parse(await nobody.GetStringAsync(new Uri("/health", UriKind.Relative), Stop));
        JsonProperty only = Assert.Single(said.RootElement.EnumerateObject());
        Assert.Equal(("status", "ok"), (only.Name, only.Value.GetString()));
    }

    [Theory]
    [InlineData("Bearer si_x_y")]
    [InlineData("Bearer ")]
    [InlineData("Bearer si_")]
    [InlineData("Basic YTpi")]
    public async Task A_key_that_is_none_opens_nothing(string header)
    {
        using HttpClient client = site.Client(null);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        using HttpResponseMessage response = await client.GetAsync(new Uri("/api/v1/search", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("urn:seizureintel:not_signed_in", (await Api.ApiSite.JsonOf(response)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_key_ends_when_it_is_revoked_and_with_its_owner()
    {
        (HttpClient client, ApiKey key) = await site.KeyAsync(Role.Analyst, null, Marking.Amber, ["read"]);
        using (client)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/api/v1/search"));
            await site.Get<IAccountStore>().RevokeKeyAsync(key.Id, site.Get<TimeProvider>().GetUtcNow(), Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, "/api/v1/search"));
        }

        (client, key) = await site.KeyAsync(Role.Analyst, null, Marking.Amber, ["read"]);
        using (client)
        {
            Account owner = (await site.Get<IAccountStore>().FindAccountAsync(key.AccountId, Stop))!;
            await site.Get<IAccountStore>().UpdateAccountAsync(owner with { IsClosed = true }, Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, "/api/v1/search"));
        }
    }

    [Fact]
    public async Task A_key_may_what_its_scopes_say()
    {
        (HttpClient reader, _) = await site.KeyAsync(Role.Administrator, null, Marking.Amber, ["read"]);
        (HttpClient sender, _) = await site.KeyAsync(Role.Analyst, null, Marking.Amber, ["submit"]);
        using (reader)
        using (sender)
        {
            Assert.Equal(HttpStatusCode.Forbidden, await SubmitAsync(reader, site.NewFile()));
            Assert.Equal(HttpStatusCode.OK, await SubmitAsync(sender, site.NewFile()));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(sender, "/api/v1/search"));
        }
    }

    [Fact]
    public async Task A_contributor_sees_the_own_country_alone_by_every_address()
    {
        (HttpClient belgian, _) = await site.KeyAsync(Role.Contributor, ["BE"], Marking.Amber, ["read", "submit"]);
        using HttpClient everyone = site.Client(site.Key);
        using (belgian)
        {
            // The site holds rows of the Netherlands and of the template's sample; some of BE are added.
            await SubmitAsync(everyone, Csv("BE", "B1"));
            JsonElement all = await JsonAsync(everyone, "/api/v1/search?size=1000");
            JsonElement own = await JsonAsync(belgian, "/api/v1/search?size=1000&facets=reporting_country");
            Assert.All(own.GetProperty("hits").EnumerateArray(), h => Assert.Equal("BE", h.GetProperty("reporting_country").GetString()));
            int seen = own.GetProperty("total").GetProperty("seizures").GetInt32();
            Assert.InRange(seen, 1, all.GetProperty("total").GetProperty("seizures").GetInt32() - 1);
            JsonElement table = await JsonAsync(belgian, "/api/v1/tabulate?by=reporting_country");
            Assert.Equal(["BE"], table.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("key")[0].GetString()));
            Assert.Equal(seen, table.GetProperty("total").GetInt32());
            Assert.Equal(
                0,
                (await JsonAsync(belgian, "/api/v1/search?where=reporting_country=NL"))
                    .GetProperty("total")
                    .GetProperty("seizures")
                    .GetInt32()
            );
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(belgian, $"/api/v1/submissions/{site.SubmissionId}/rejections"));
            Assert.DoesNotContain(
                "\"NL\"",
                (await JsonAsync(belgian, "/api/v1/studies/coverage?all=true&wait=60")).GetRawText(),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_contributor_sends_the_own_country_alone()
    {
        (HttpClient belgian, _) = await site.KeyAsync(Role.Contributor, ["BE"], Marking.Amber, ["submit"]);
        using (belgian)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await SubmitAsync(belgian, Csv("NL", "B2")));
            Assert.Equal(HttpStatusCode.OK, await SubmitAsync(belgian, Csv("BE", "B3")));
        }
    }

    [Fact]
    public async Task What_is_marked_above_the_reader_is_nowhere()
    {
        (HttpClient green, _) = await site.KeyAsync(Role.Analyst, null, Marking.Green, ["read"]);
        using (green)
        {
            JsonElement found = await JsonAsync(green, "/api/v1/search?size=1000&facets=marking");
            Assert.All(found.GetProperty("hits").EnumerateArray(), h =>
                Assert.Contains(h.GetProperty("marking").GetString(), new[] { "TLP:CLEAR", "TLP:GREEN" })
            );

            // The site's bulletin is AMBER.
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(green, $"/api/v1/bulletins/{Api.ApiSite.BulletinId}"));
            Assert.Empty((await JsonAsync(green, "/api/v1/bulletins")).EnumerateArray());
        }
    }

    [Fact]
    public async Task A_person_signs_in_changes_the_first_password_and_is_out_after_another_change()
    {
        (Account account, string password) = await site.AccountAsync(Role.Analyst, null, Marking.Amber);
        using HttpClient browser = site.Browser();
        using (HttpResponseMessage wrong = await SignInAsync(browser, account.Name, password + "x"))
            Assert.StartsWith("/sign-in?wrong=name", wrong.Headers.Location!.ToString(), StringComparison.Ordinal);
        using (HttpResponseMessage right = await SignInAsync(browser, account.Name.ToUpperInvariant(), password, "/bulletins"))
            Assert.Equal("/bulletins", right.Headers.Location!.ToString());

        // Nothing but the form that changes it, until it is changed.
        using (HttpResponseMessage owed = await browser.GetAsync(new Uri("/bulletins", UriKind.Relative), Stop))
            Assert.Equal("/account/password", owed.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, "/api/v1/search"));
        Assert.Contains("wrong=weak", await PasswordAsync(browser, "short"), StringComparison.Ordinal);
        Assert.Contains("wrong=same", await PasswordAsync(browser, password), StringComparison.Ordinal);
        Assert.Equal("/", await PasswordAsync(browser, LongEnough));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/api/v1/search"));

        // Another role is another stamp: the session is over with the next click.
        Account now = (await site.Get<IAccountStore>().FindAccountAsync(account.Id, Stop))!;
        await site.Get<IAccountStore>().UpdateAccountAsync(now with { Role = Role.Contributor, SecurityStamp = "another" }, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, "/api/v1/search"));
    }

    [Fact]
    public async Task An_account_is_locked_after_five_failures_even_for_the_right_password()
    {
        (Account account, string password) = await site.AccountAsync(Role.Analyst, null, Marking.Amber);
        using HttpClient browser = site.Browser();
        for (int i = 0; i < 5; i++)
            (await SignInAsync(browser, account.Name, "wrong password")).Dispose();
        using HttpResponseMessage locked = await SignInAsync(browser, account.Name, password);
        Assert.StartsWith("/sign-in?wrong=name", locked.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Nobody_is_sent_elsewhere_after_signing_in(string wanted)
    {
        (Account account, string password) = await site.AccountAsync(Role.Analyst, null, Marking.Amber);
        using HttpClient browser = site.Browser();
        using HttpResponseMessage response = await SignInAsync(browser, account.Name, password, wanted);
        Assert.Equal("/", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_form_without_its_token_signs_nobody_in()
    {
        (Account account, string password) = await site.AccountAsync(Role.Analyst, null, Marking.Amber);
        using HttpClient browser = site.Browser();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = account.Name, ["password"] = password });
        using HttpResponseMessage response = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form, Stop);
        Assert.Equal("/sign-in?wrong=form", response.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, "/api/v1/search"));
    }

    [Fact]
    public async Task Who_owes_one_time_codes_sets_them_up_and_signs_in_with_them_from_then_on()
    {
        (Account account, string password) = await site.AccountAsync(Role.Publisher, null, Marking.Amber);
        using HttpClient browser = site.Browser();
        (await SignInAsync(browser, account.Name, password)).Dispose();
        Assert.Equal("/", await PasswordAsync(browser, LongEnough));
        using (HttpResponseMessage owed = await browser.GetAsync(new Uri("/", UriKind.Relative), Stop))
            Assert.Equal("/account/codes", owed.Headers.Location!.ToString());
        string page = await browser.GetStringAsync(new Uri("/account/codes", UriKind.Relative), Stop);
        string key = SharedKey().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(32, key.Length);
        using (HttpResponseMessage wrong = await CodeAsync(browser, "000000"))
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        string[] recovery;
        using (HttpResponseMessage right = await CodeAsync(browser, OneTimeCode(key)))
            recovery = [.. RecoveryCode().Matches(await right.Content.ReadAsStringAsync(Stop)).Select(m => m.Groups[1].Value)];
        Assert.Equal(10, recovery.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/api/v1/search"));

        // From then on the password alone opens nothing, and nobody is shown the key again.
        using HttpClient other = site.Browser();
        using (HttpResponseMessage without = await SignInAsync(other, account.Name, LongEnough))
            Assert.StartsWith("/sign-in?wrong=name", without.Headers.Location!.ToString(), StringComparison.Ordinal);
        using (HttpResponseMessage with = await SignInAsync(other, account.Name, LongEnough, code: OneTimeCode(key)))
            Assert.Equal("/", with.Headers.Location!.ToString());
        Assert.DoesNotMatch(SharedKey(), await other.GetStringAsync(new Uri("/account/codes", UriKind.Relative), Stop));

        // A recovery code opens the account once.
        using HttpClient lost = site.Browser();
        using (HttpResponseMessage first = await SignInAsync(lost, account.Name, LongEnough, code: recovery[3]))
            Assert.Equal("/", first.Headers.Location!.ToString());
        using (HttpResponseMessage twice = await SignInAsync(lost, account.Name, LongEnough, code: recovery[3]))
            Assert.StartsWith("/sign-in?wrong=name", twice.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(9, (await site.Get<IAccountStore>().FindAccountByNameAsync(account.Name, Stop))!.RecoveryCodes.Count);
    }

    [Fact]
    public async Task Who_asked_is_written_down_without_what_was_typed()
    {
        (HttpClient client, ApiKey key) = await site.KeyAsync(Role.Analyst, null, Marking.Amber, ["read"]);
        using (client)
            await StatusAsync(client, "/api/v1/search?text=jan+jansen+from+rotterdam");
        Account owner = (await site.Get<IAccountStore>().FindAccountAsync(key.AccountId, Stop))!;
        // It is written once the answer has gone out.
        IReadOnlyList<AuditRecord> records = [];
        for (int i = 0; i < 200 && records.Count == 0; i++)
        {
            await Task.Delay(50, Stop);
            records = await site.Get<IAuditLog>().ReadAsync(new AuditQuery(Actor: owner.Name), Stop);
        }

        AuditEntry entry = Assert.Single(records).Entry;
        Assert.Equal(("GET api/v1/search", "/api/v1/search", "done"), (entry.Action, entry.Subject, entry.Outcome));
        Assert.DoesNotContain("jan", entry.ToString().Replace("January", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Null((await site.Get<IAuditLog>().VerifyAsync(Stop)).FirstBroken);
    }

    private static byte[] Csv(string country, string reference) =>
        System.Text.Encoding.UTF8.GetBytes(
            $"case_ref,reporting_country,seizure_date,country,heading,product,quantity,unit\n{reference},{country},2024-03-14,{country},H01,cocaine,3,kg\n"
        );

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        return await client.SendAsync(request, Stop);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using HttpResponseMessage response = await SendAsync(client, "GET", path);
        return response.StatusCode;
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path)
    {
        using HttpResponseMessage response = await SendAsync(client, "GET", path);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return await Api.ApiSite.JsonOf(response);
    }

    private static async Task<HttpStatusCode> SubmitAsync(HttpClient client, byte[] file)
    {
        using var body = new ByteArrayContent(file);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using HttpResponseMessage response = await client.PostAsync(
            new Uri("/api/v1/submissions?file_name=a.csv", UriKind.Relative),
            body,
            Stop
        );
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> SignInAsync(
        HttpClient browser,
        string name,
        string password,
        string returnUrl = "/",
        string code = ""
    ) =>
        await PostAsync(
            browser,
            "/sign-in",
            new()
            {
                ["name"] = name,
                ["password"] = password,
                ["code"] = code,
                ["returnUrl"] = returnUrl,
            }
        );

    private static async Task<string> PasswordAsync(HttpClient browser, string password)
    {
        using HttpResponseMessage response = await PostAsync(
            browser,
            "/account/password",
            new() { ["password"] = password, ["repeated"] = password }
        );
        return response.Headers.Location!.ToString();
    }

    private static Task<HttpResponseMessage> CodeAsync(HttpClient browser, string code) =>
        PostAsync(browser, "/account/codes", new() { ["code"] = code });

    // RFC 6238 over RFC 4226 with SHA-1, thirty seconds and six digits; the key is base32 (RFC 4648).
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 names SHA-1; the program under test decides nothing by it.")]
    private string OneTimeCode(string key)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Select(c => Convert.ToString(letters.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] secret = [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(8 * i, 8), 2))];
        byte[] step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, site.Get<TimeProvider>().GetUtcNow().ToUnixTimeSeconds() / 30);
        byte[] hash = HMACSHA1.HashData(secret, step);
        int at = hash[^1] & 0xF;
        int number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    // As a browser does: the form first, for its token.
    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, Dictionary<string, string> fields)
    {
        string page = await browser.GetStringAsync(new Uri(address, UriKind.Relative), Stop);
        fields["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(new Uri(address, UriKind.Relative), form, Stop);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<code>([A-Z2-7 ]+)</code>")]
    private static partial Regex SharedKey();

    [GeneratedRegex("<li><code>([^<]+)</code></li>")]
    private static partial Regex RecoveryCode();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
