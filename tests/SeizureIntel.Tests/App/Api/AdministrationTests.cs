using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Auditing;
using SeizureIntel.Ports;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

/// <summary>People, offices, keys and the audit log, for administrators alone.</summary>
[Collection(nameof(ApiCollection))]
public sealed class AdministrationTests(ApiSite site)
{
    private const string Root = "/api/v1/administration/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_is_in_the_answer_that_makes_it_and_nowhere_else()
    {
        string name = NewName();
        JsonElement person = await CreatedAsync(
            "accounts",
            new
            {
                name,
                role = "analyst",
                office = name,
                region = "NL,BE",
            }
        );
        JsonElement key = await CreatedAsync(
            "keys",
            new
            {
                owner = name,
                name = "export",
                scope = new[] { "read" },
                days = 3,
            }
        );
        string password = person.GetProperty("secret").GetString()!,
            secret = key.GetProperty("secret").GetString()!;
        Assert.Equal(24, password.Length);
        Assert.Equal(72, key.GetProperty("hours").GetInt32());
        string people = await TextAsync("people"),
            audit = await TextAsync("audit?size=1000");
        foreach (string told in new[] { people, audit })
        {
            Assert.DoesNotContain(password, told, StringComparison.Ordinal);
            Assert.DoesNotContain(secret.Split('_')[2], told, StringComparison.Ordinal);
        }

        using HttpClient program = site.Client(secret);
        using HttpResponseMessage asked = await program.GetAsync(Address("/api/v1/search?size=0"), Stop);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal(["BE", "NL"], (await site.Get<IAccountStore>().FindOfficeAsync(name, Stop))!.Countries!.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_change_of_role_ends_what_was_open()
    {
        (Account account, _) = await site.AccountAsync(Role.Publisher, null, Marking.Amber);
        using (HttpResponseMessage changed = await PutAsync("accounts/" + account.Name, new { role = "analyst", marking = "GREEN" }))
            Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Account now = (await site.Get<IAccountStore>().FindAccountAsync(account.Id, Stop))!;
        Assert.Equal((Role.Analyst, Marking.Green, account.OfficeId), (now.Role, now.Ceiling, now.OfficeId));
        Assert.NotEqual(account.SecurityStamp, now.SecurityStamp);
        using (HttpResponseMessage closed = await PutAsync("accounts/" + account.Name, new { close = true }))
            Assert.Equal(HttpStatusCode.NoContent, closed.StatusCode);
        Assert.True((await site.Get<IAccountStore>().FindAccountAsync(account.Id, Stop))!.IsClosed);
        IReadOnlyList<AuditRecord> log = await site.Get<IAuditLog>().ReadAsync(new AuditQuery(Action: "close_account"), Stop);
        Assert.Contains(log, r => r.Entry.Subject == account.Name);
    }

    [Fact]
    public async Task Nobody_takes_their_own_role_and_no_contributor_sees_two_countries()
    {
        using HttpResponseMessage own = await PutAsync("accounts/" + await OwnNameAsync(), new { close = true });
        await UploadTests.AssertProblemAsync("own_account", 409, own);
        string name = NewName();
        using HttpResponseMessage wide = await PostAsync(
            "accounts",
            new
            {
                name,
                role = "contributor",
                office = name,
                region = "NL,BE",
            }
        );
        await UploadTests.AssertProblemAsync("contributor_country", 400, wide);
        await CreatedAsync(
            "accounts",
            new
            {
                name,
                role = "contributor",
                office = name,
                region = "NL",
            }
        );
        using HttpResponseMessage widened = await PutAsync("offices/" + name, new { region = "NL,BE" });
        await UploadTests.AssertProblemAsync("contributor_country", 400, widened);
        using HttpResponseMessage taken = await PostAsync(
            "accounts",
            new
            {
                name,
                role = "contributor",
                office = name,
            }
        );
        await UploadTests.AssertProblemAsync("account_taken", 409, taken);
    }

    [Fact]
    public async Task The_audit_log_is_filtered_paged_and_exported()
    {
        string name = NewName();
        await CreatedAsync(
            "accounts",
            new
            {
                name,
                role = "analyst",
                office = "audited",
            }
        );
        for (int i = 0; i < 3; i++)
            await CreatedAsync($"accounts/{name}/reset", new { });
        JsonElement first = JsonDocument.Parse(await TextAsync("audit?action=reset_account&size=2")).RootElement;
        Assert.Equal([name, name], first.GetProperty("records").EnumerateArray().Select(r => r.GetProperty("subject").GetString()));
        JsonElement second = JsonDocument
            .Parse(await TextAsync($"audit?action=reset_account&size=2&cursor={first.GetProperty("cursor").GetInt64()}"))
            .RootElement;
        Assert.Equal(name, second.GetProperty("records")[0].GetProperty("subject").GetString());
        Assert.True(
            second.GetProperty("records")[0].GetProperty("number").GetInt64()
                < first.GetProperty("records")[1].GetProperty("number").GetInt64()
        );

        string[] lines = (await TextAsync("audit.csv?action=reset_account")).TrimEnd().Split('\n');
        Assert.Equal("number,at,actor,action,subject,outcome,detail,hash", lines[0].TrimEnd('\r'));
        Assert.Equal(3, lines.Count(l => l.Contains($"\"{name}\"", StringComparison.Ordinal)));
        Assert.All(lines.Skip(1), l => Assert.Contains("\"reset_account\"", l, StringComparison.Ordinal));
        using HttpResponseMessage unknown = await site.Http.GetAsync(Address(Root + "audit.csv?acton=x"), Stop);
        await UploadTests.AssertProblemAsync("unknown_parameter", 400, unknown);
    }

    [Fact]
    public async Task The_system_says_its_versions_and_the_editions_of_its_lists()
    {
        JsonElement system = JsonDocument.Parse(await TextAsync("system")).RootElement;
        Assert.Contains(system.GetProperty("parts").EnumerateArray(), p => p.GetProperty("part").GetString() == "screening");
        JsonElement countries = system
            .GetProperty("code_lists")
            .EnumerateArray()
            .Single(l => l.GetProperty("name").GetString() == "authenticity");
        Assert.Equal(
            (6, "1", "reconstructed"),
            (
                countries.GetProperty("codes").GetInt32(),
                countries.GetProperty("edition").GetString(),
                countries.GetProperty("status").GetString()
            )
        );
        Assert.Contains(system.GetProperty("sources").EnumerateArray(), s =>
            s.GetProperty("name").GetString() == "template" && s.GetProperty("submissions").GetInt32() > 0
        );
    }

    private static Uri Address(string text) => new(text, UriKind.Relative);

    private static string NewName() => "p" + Guid.CreateVersion7().ToString("N")[12..];

    private async Task<string> OwnNameAsync()
    {
        ApiKey key = (await site.Get<IAccountStore>().FindKeyAsync(site.Key.Split('_')[1], Stop))!;
        return (await site.Get<IAccountStore>().FindAccountAsync(key.AccountId, Stop))!.Name;
    }

    private Task<string> TextAsync(string address) => site.Http.GetStringAsync(Address(Root + address), Stop);

    private Task<HttpResponseMessage> PostAsync(string address, object body) =>
        site.Http.PostAsJsonAsync(Address(Root + address), body, Stop);

    private Task<HttpResponseMessage> PutAsync(string address, object body) =>
        site.Http.PutAsJsonAsync(Address(Root + address), body, Stop);

    private async Task<JsonElement> CreatedAsync(string address, object body)
    {
        using HttpResponseMessage response = await PostAsync(address, body);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return await ApiSite.JsonOf(response);
    }
}
