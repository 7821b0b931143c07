using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Ports;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Ports;

/// <summary>What every store of accounts must do.</summary>
public abstract class AccountStoreContract
{
    private static readonly DateTimeOffset Then = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);

    private static readonly Office Everyone = new("rilo", "Regional office", null);
    private static readonly Office Dutch = new("nl-customs", "Douane", ["NL"]);

    private static readonly Account Ana = new()
    {
        Id = "a1",
        Name = "ana",
        Role = Role.Publisher,
        OfficeId = "rilo",
        Ceiling = Marking.AmberStrict,
        PasswordHash = "hash",
        PasswordEnds = Then.AddHours(24),
        MustChangePassword = true,
        SecurityStamp = "stamp",
        FailedAttempts = 2,
        LockedUntil = Then.AddMinutes(15),
        AuthenticatorKey = "protected",
        UsesCodes = true,
        RecoveryCodes = ["one", "two"],
        CreatedAt = Then,
    };

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <inheritdoc cref="SubmissionStoreContract.Open"/>
    protected abstract Store Open();

    [Fact]
    public async Task An_account_comes_back_whole_by_id_and_by_name_in_any_letter_case()
    {
        IAccountStore store = await MigratedAsync();
        Assert.True(await store.AddAccountAsync(Ana, Stop));
        Assert.Equivalent(Ana, await store.FindAccountAsync("a1", Stop), strict: true);
        Assert.Equivalent(Ana, await store.FindAccountByNameAsync(" ANA ", Stop), strict: true);
        Assert.Null(await store.FindAccountByNameAsync("an", Stop));
        Assert.Null(await store.FindAccountAsync("A1", Stop));
    }

    [Fact]
    public async Task A_name_is_given_once()
    {
        IAccountStore store = await MigratedAsync();
        Assert.True(await store.AddAccountAsync(Ana, Stop));
        Assert.False(await store.AddAccountAsync(Ana with { Id = "a2", Role = Role.Administrator }, Stop));
        Assert.Equal(Role.Publisher, Assert.Single(await store.AccountsAsync(Stop)).Role);
    }

    [Fact]
    public async Task Who_changes_an_account_that_was_changed_meanwhile_is_told()
    {
        IAccountStore store = await MigratedAsync();
        await store.AddAccountAsync(Ana, Stop);
        Assert.True(await store.UpdateAccountAsync(Ana with { Role = Role.Analyst }, Stop));
        Assert.False(await store.UpdateAccountAsync(Ana with { Role = Role.Administrator }, Stop));
        Account now = (await store.FindAccountAsync("a1", Stop))!;
        Assert.Equal((Role.Analyst, 1), (now.Role, now.Version));
        Assert.True(await store.UpdateAccountAsync(now with { IsClosed = true, PasswordHash = null }, Stop));
        Assert.True((await store.FindAccountAsync("a1", Stop))!.IsClosed);
        Assert.False(await store.UpdateAccountAsync(Ana with { Id = "nobody" }, Stop));
    }

    [Fact]
    public async Task Accounts_and_offices_come_by_name()
    {
        IAccountStore store = await MigratedAsync();
        await store.AddAccountAsync(Ana with { Id = "a2", Name = "zoe" }, Stop);
        await store.AddAccountAsync(Ana, Stop);
        Assert.Equal(["ana", "zoe"], (await store.AccountsAsync(Stop)).Select(a => a.Name));
        await store.SaveOfficeAsync(Dutch with { Name = "Customs of the Netherlands" }, Stop);
        Assert.Equal(["Customs of the Netherlands", "Regional office"], (await store.OfficesAsync(Stop)).Select(o => o.Name));
    }

    [Fact]
    public async Task An_office_of_no_country_is_not_one_of_every_country()
    {
        IAccountStore store = await MigratedAsync();
        await store.SaveOfficeAsync(new Office("none", "A", []), Stop);
        var offices = (await store.OfficesAsync(Stop)).ToDictionary(o => o.Id, StringComparer.Ordinal);
        Assert.Empty(offices["none"].Countries!);
        Assert.Null(offices["rilo"].Countries);
        Assert.Equal(["NL"], offices["nl-customs"].Countries);
    }

    [Fact]
    public async Task A_key_ends_once()
    {
        IAccountStore store = await MigratedAsync();
        await store.AddAccountAsync(Ana, Stop);
        var key = new ApiKey
        {
            Id = "k1",
            Name = "export",
            AccountId = "a1",
            SecretHash = "hash",
            Scopes = ["read", "submit"],
            CreatedAt = Then,
            EndsAt = Then.AddDays(90),
        };
        await store.AddKeyAsync(key, Stop);
        await store.AddKeyAsync(key with { Id = "k2", CreatedAt = Then.AddHours(1) }, Stop);
        Assert.Equivalent(key, await store.FindKeyAsync("k1", Stop), strict: true);
        Assert.Equal(["k2", "k1"], (await store.KeysAsync(Stop)).Select(k => k.Id));
        Assert.True(await store.RevokeKeyAsync("k1", Then.AddDays(1), Stop));
        Assert.False(await store.RevokeKeyAsync("k1", Then.AddDays(2), Stop));
        Assert.False(await store.RevokeKeyAsync("k3", Then, Stop));
        ApiKey revoked = (await store.FindKeyAsync("k1", Stop))!;
        Assert.Equal(Then.AddDays(1), revoked.RevokedAt);
        Assert.False(revoked.IsValidAt(Then.AddDays(1)));
        Assert.True((await store.FindKeyAsync("k2", Stop))!.IsValidAt(Then.AddDays(89)));
        Assert.False((await store.FindKeyAsync("k2", Stop))!.IsValidAt(Then.AddDays(90)));
    }

    [Fact]
    public async Task A_key_and_a_person_are_found_with_what_belongs_to_them()
    {
        IAccountStore store = await MigratedAsync();
        await store.AddAccountAsync(Ana, Stop);
        var key = new ApiKey
        {
            Id = "k1",
            Name = "export",
            AccountId = "a1",
            SecretHash = "hash",
            Scopes = ["read"],
            CreatedAt = Then,
            EndsAt = Then.AddDays(90),
        };
        await store.AddKeyAsync(key, Stop);

        (ApiKey Key, Account Account, Office Office)? holder = await store.FindKeyHolderAsync("k1", Stop);
        (Account Account, Office Office)? person = await store.FindPersonAsync("a1", Stop);

        Assert.Equivalent(key, holder!.Value.Key, strict: true);
        Assert.Equivalent(await store.FindAccountAsync("a1", Stop), holder.Value.Account, strict: true);
        Assert.Equivalent(await store.FindOfficeAsync(Ana.OfficeId, Stop), holder.Value.Office, strict: true);
        Assert.Equivalent(holder.Value.Account, person!.Value.Account, strict: true);
        Assert.Equivalent(holder.Value.Office, person.Value.Office, strict: true);
        Assert.Null(await store.FindKeyHolderAsync("k2", Stop));
        Assert.Null(await store.FindPersonAsync("nobody", Stop));
    }

    private async Task<IAccountStore> MigratedAsync()
    {
        Store store = Open();
        await store.MigrateAsync(Stop);
        await store.Accounts.SaveOfficeAsync(Everyone, Stop);
        await store.Accounts.SaveOfficeAsync(Dutch, Stop);
        return store.Accounts;
    }
}
