using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Ports;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Accounts;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

/// <summary>Signing in by the office's own provider: who comes in, as what, and who does not.</summary>
[Collection(nameof(ApiCollection))]
public sealed partial class ProviderTests(ApiSite site)
{
    private const string Refused = "/sign-in?wrong=provider";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whom_the_provider_signs_in_may_what_the_claims_say()
    {
        string office = await OfficeAsync(["NO"]);
        string name = Name();
        Says(name, office, "si-analyst");
        using HttpClient browser = site.Browser();
        Assert.Equal("/sign-in/entered?to=%2Fsearch", await EnterAsync(browser, "/search"));
        Account account = (await site.Get<IAccountStore>().FindAccountByNameAsync(name, Stop))!;
        Assert.Equal((Role.Analyst, office, Marking.Green, null), (account.Role, account.OfficeId, account.Ceiling, account.PasswordHash));
        Assert.Contains(
            "url=/search",
            await browser.GetStringAsync(Address("/sign-in/entered?to=%2Fsearch"), Stop),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/watches"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, "/administration"));
        JsonElement audit = await site.Http.GetFromJsonAsync<JsonElement>(Address($"/api/v1/administration/audit?actor={name}"), Stop);
        Assert.Contains(audit.GetProperty("records").EnumerateArray(), e =>
            e.GetProperty("action").GetString() == "sign_in" && e.GetProperty("detail").GetString() == "by provider"
        );
    }

    [Fact]
    public async Task A_publisher_needs_no_codes_of_ours_and_sets_no_password()
    {
        Says(Name(), await OfficeAsync(null), "other", "si-publisher", "si-analyst");
        using HttpClient browser = site.Browser();
        await EnterAsync(browser, "/");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/bulletins"));
        string form = await browser.GetStringAsync(Address("/account/password"), Stop);
        using HttpResponseMessage reply = await browser.PostAsync(
            Address("/account/password"),
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["password"] = "a long password of mine",
                    ["repeated"] = "a long password of mine",
                    ["__RequestVerificationToken"] = Token().Match(form).Groups[1].Value,
                }
            ),
            Stop
        );
        Assert.Equal("/account/password?wrong=provider", reply.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_office_that_the_settings_name_is_meant_by_the_provider_s_word_for_it()
    {
        await site.Get<IAccountStore>().SaveOfficeAsync(new Office("mapped-office", "Mapped", ["SE"]), Stop);
        string name = Name();
        Says(name, "unit 7", "si-analyst");
        using HttpClient browser = site.Browser();
        await EnterAsync(browser, "/");
        Assert.Equal("mapped-office", (await site.Get<IAccountStore>().FindAccountByNameAsync(name, Stop))!.OfficeId);
    }

    [Theory]
    [InlineData("role")]
    [InlineData("office")]
    [InlineData("name")]
    [InlineData("audience")]
    [InlineData("signature")]
    [InlineData("contributor without one country")]
    public async Task What_is_not_known_is_nothing(string wrong)
    {
        string name = wrong == "name" ? "Ana Maria!" : Name();
        Says(
            name,
            wrong == "office" ? "no-such-office" : await OfficeAsync(["NO", "SE"]),
            wrong switch
            {
                "role" => "si-janitor",
                "contributor without one country" => "si-contributor",
                _ => "si-analyst",
            }
        );
        site.Provider.Audience = wrong == "audience" ? "another-product" : SmallProvider.ClientId;
        site.Provider.SignsByAnother = wrong == "signature";
        try
        {
            using HttpClient browser = site.Browser();
            Assert.Equal(Refused, await EnterAsync(browser, "/"));
            Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(browser, "/"));
            Assert.Contains("not admitted", await browser.GetStringAsync(Address(Refused), Stop), StringComparison.Ordinal);
        }
        finally
        {
            site.Provider.Audience = SmallProvider.ClientId;
            site.Provider.SignsByAnother = false;
        }

        Assert.Null(await site.Get<IAccountStore>().FindAccountByNameAsync(name, Stop));
    }

    [Fact]
    public async Task Another_role_holds_from_the_next_signing_in_and_ends_the_sessions_before()
    {
        string office = await OfficeAsync(["NO"]),
            name = Name();
        Says(name, office, "si-publisher");
        using HttpClient before = site.Browser(),
            after = site.Browser();
        await EnterAsync(before, "/");
        Says(name, office, "si-analyst");
        await EnterAsync(after, "/");
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(before, "/search"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(after, "/search"));
        Assert.Equal(Role.Analyst, (await site.Get<IAccountStore>().FindAccountByNameAsync(name, Stop))!.Role);
    }

    [Fact]
    public async Task A_closed_account_stays_closed()
    {
        string name = Name();
        Says(name, await OfficeAsync(["NO"]), "si-analyst");
        using (HttpClient browser = site.Browser())
            await EnterAsync(browser, "/");
        await site.Get<AccountDesk>().ChangeAsync(name, a => a with { IsClosed = true }, Stop);
        using HttpClient again = site.Browser();
        Assert.Equal(Refused, await EnterAsync(again, "/"));
    }

    [Fact]
    public async Task The_name_of_another_opens_nothing_of_theirs()
    {
        (Account local, _) = await site.AccountAsync(Role.Administrator, null, Marking.Red);
        Says(local.Name, await OfficeAsync(["NO"]), "si-analyst");
        using HttpClient browser = site.Browser();
        Assert.Equal(Refused, await EnterAsync(browser, "/"));
    }

    [Fact]
    public async Task The_page_names_the_provider_and_nobody_is_sent_elsewhere()
    {
        using HttpClient browser = site.Browser();
        Assert.Contains("Sign in by Test office", await browser.GetStringAsync(Address("/sign-in"), Stop), StringComparison.Ordinal);
        string entered = await browser.GetStringAsync(Address("/sign-in/entered?to=" + Uri.EscapeDataString("//evil.example")), Stop);
        Assert.DoesNotContain("evil", entered, StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private static string Name() => "p" + RandomNumberGenerator.GetString("aeioklmnrst", 12);

    private static Uri Address(string path) => new(path, UriKind.RelativeOrAbsolute);

    private void Says(string name, string office, params string[] roles) =>
        site.Provider.Claims = new Dictionary<string, object>
        {
            ["sub"] = "subject of " + name,
            ["preferred_username"] = name,
            ["office"] = office,
            ["roles"] = roles,
        };

    private async Task<string> OfficeAsync(IReadOnlyList<string>? countries)
    {
        string id = "office-" + RandomNumberGenerator.GetString("aeioklmnrst", 8);
        await site.Get<IAccountStore>().SaveOfficeAsync(new Office(id, id, countries), Stop);
        return id;
    }

    // Follows the redirects as a browser does, to where the product sends whoever comes back.
    private async Task<string> EnterAsync(HttpClient browser, string wanted)
    {
        Uri next = new(browser.BaseAddress!, "/sign-in/provider?returnUrl=" + Uri.EscapeDataString(wanted));
        for (int i = 0; i < 3; i++)
        {
            using HttpResponseMessage reply = await browser.GetAsync(next, Stop);
            Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
            next = new Uri(next, reply.Headers.Location!);
        }

        return next.PathAndQuery;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string address)
    {
        using HttpResponseMessage reply = await browser.GetAsync(Address(address), Stop);
        return reply.StatusCode;
    }
}
