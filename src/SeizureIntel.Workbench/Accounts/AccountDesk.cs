using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Ports;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Accounts;

/// <summary>Makes accounts, offices and keys, for the command line and for administrators alike.</summary>
/// <param name="store">Keeps them.</param>
/// <param name="hashing">Hashes a password as the sign-in reads it.</param>
/// <param name="time">The clock.</param>
public sealed partial class AccountDesk(IAccountStore store, PasswordHashing hashing, TimeProvider time)
{
    /// <summary>How long a first password opens anything.</summary>
    public static TimeSpan FirstPasswordLife { get; } = TimeSpan.FromHours(24);

    /// <summary>Days that a key lives at most.</summary>
    public const int LongestKeyDays = 365;

    /// <summary>Makes an account, and its office where there is none of that id.</summary>
    /// <returns>The account and its first password, which is kept nowhere.</returns>
    /// <exception cref="Fault">The name is taken or no name, or a country is unknown.</exception>
    public async Task<(Account Account, string Password)> AddAsync(
        string name,
        Role role,
        Office office,
        Marking ceiling,
        CancellationToken cancellationToken
    )
    {
        if (!AccountName().IsMatch(name))
        {
            throw Fault.Usage(
                "account_name",
                $"'{name}' is no name to sign in with.",
                "Use 2 to 64 letters a to z, digits, '.', '-', '_' or '@', beginning with a letter."
            );
        }

        if (!(await store.OfficesAsync(cancellationToken)).Any(o => o.Id == office.Id))
            await store.SaveOfficeAsync(office, cancellationToken);
        string password = Secrets.NewPassword();
        Account account = WithFirst(
            password,
            new Account
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
                Name = name,
                Role = role,
                OfficeId = office.Id,
                Ceiling = ceiling,
                SecurityStamp = Secrets.NewKey(),
                CreatedAt = time.GetUtcNow(),
            }
        );
        if (!await store.AddAccountAsync(account, cancellationToken))
            throw Fault.Usage(
                "account_taken",
                $"The name '{name}' is taken.",
                "Choose another, or give its holder a new first password: accounts reset."
            );
        return (account, password);
    }

    /// <summary>The account of a person whom the office's provider has signed in: made when they come for the first time, changed where their role or
    /// office is another now; then their sessions end.</summary>
    /// <param name="id">What the provider knows them by, 32 hexadecimal digits.</param>
    /// <param name="name">Their name, in lower case.</param>
    /// <param name="role">Their role.</param>
    /// <param name="officeId">Their office.</param>
    /// <param name="ceiling">Highest marking that they see at first.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Null where the account is closed, the name is another's or no name, there is no such office, or a contributor's office has not one
    /// country.</returns>
    public async Task<Account?> OfProviderAsync(
        string id,
        string name,
        Role role,
        string officeId,
        Marking ceiling,
        CancellationToken cancellationToken
    )
    {
        if (
            await store.FindOfficeAsync(officeId, cancellationToken) is not { } office
            || (role == Role.Contributor && office.Countries is not { Count: 1 })
        )
            return null;
        if (await store.FindAccountAsync(id, cancellationToken) is { } known)
        {
            if (known.IsClosed || (known.Role == role && known.OfficeId == office.Id))
                return known.IsClosed ? null : known;
            Account changed = known with { Role = role, OfficeId = office.Id, SecurityStamp = Secrets.NewKey() };
            return await store.UpdateAccountAsync(changed, cancellationToken) ? changed : null;
        }

        if (!AccountName().IsMatch(name))
            return null;
        var made = new Account
        {
            Id = id,
            Name = name,
            Role = role,
            OfficeId = office.Id,
            Ceiling = ceiling,
            SecurityStamp = Secrets.NewKey(),
            CreatedAt = time.GetUtcNow(),
        };
        return await store.AddAccountAsync(made, cancellationToken) ? made : null;
    }

    /// <summary>Gives an account a new first password and opens its lock; one-time codes are set up anew. Its sessions end.</summary>
    public async Task<string> ResetAsync(string name, CancellationToken cancellationToken)
    {
        Account account = await FindAsync(name, cancellationToken);
        string password = Secrets.NewPassword();
        Account changed = WithFirst(password, account) with
        {
            SecurityStamp = Secrets.NewKey(),
            FailedAttempts = 0,
            LockedUntil = null,
            UsesCodes = false,
            AuthenticatorKey = null,
            RecoveryCodes = [],
            IsClosed = false,
        };
        await UpdateAsync(changed, cancellationToken);
        return password;
    }

    /// <summary>Changes role or marking, or closes; the sessions of the account end.</summary>
    public async Task ChangeAsync(string name, Func<Account, Account> change, CancellationToken cancellationToken) =>
        await UpdateAsync(change(await FindAsync(name, cancellationToken)) with { SecurityStamp = Secrets.NewKey() }, cancellationToken);

    /// <summary>Makes a key that may no more than its owner.</summary>
    /// <returns>The key, and what its owner is shown once.</returns>
    public async Task<(ApiKey Key, string Shown)> AddKeyAsync(
        string accountName,
        string name,
        IReadOnlyList<string> scopes,
        int days,
        CancellationToken cancellationToken
    )
    {
        Account account = await FindAsync(accountName, cancellationToken);
        IReadOnlyList<string> allowed = Permissions.Of(account.Role);
        if (scopes.Count == 0)
            scopes = [Permissions.Read];
        if (scopes.FirstOrDefault(s => !allowed.Contains(s)) is { } beyond)
        {
            throw Fault.Usage(
                "key_scope",
                $"A key of {account.Name} cannot have the scope '{beyond}'.",
                $"A {account.Role} may: {string.Join(", ", allowed)}."
            );
        }

        if (days is < 1 or > LongestKeyDays)
            throw Fault.Usage("key_life", $"{days} days were asked for.", $"A key lives 1 to {LongestKeyDays} days.");
        string secret = Secrets.NewKey();
        var key = new ApiKey
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
            Name = name,
            AccountId = account.Id,
            SecretHash = Secrets.HashOf(secret),
            Scopes = [.. scopes.Distinct(StringComparer.Ordinal)],
            CreatedAt = time.GetUtcNow(),
            EndsAt = time.GetUtcNow().AddDays(days),
        };
        await store.AddKeyAsync(key, cancellationToken);
        return (key, Secrets.ShownKey(key.Id, secret));
    }

    private Account WithFirst(string password, Account account) =>
        account with
        {
            PasswordHash = hashing(account, password),
            PasswordEnds = time.GetUtcNow() + FirstPasswordLife,
            MustChangePassword = true,
        };

    private async Task<Account> FindAsync(string name, CancellationToken cancellationToken) =>
        await store.FindAccountByNameAsync(name, cancellationToken)
        ?? throw Fault.Usage("account_unknown", $"There is no account '{name}'.", "accounts list names them.");

    private async Task UpdateAsync(Account account, CancellationToken cancellationToken)
    {
        if (!await store.UpdateAccountAsync(account, cancellationToken))
            throw Fault.Usage(
                "account_changed",
                "Somebody else changed this account just now.",
                "Look at it again, then repeat the change."
            );
    }

    [GeneratedRegex("^[a-z][a-z0-9.@_-]{1,63}$")]
    private static partial Regex AccountName();
}
