using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Accounts;
using SeizureIntel.Ports;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

/// <summary>People, offices and keys in a relational database.</summary>
internal sealed class AccountStore(StoreDialect dialect) : IAccountStore
{
    private const string People =
        $"""SELECT {AccountReading.Columns}, {AccountReading.OfficeColumns} FROM "accounts" AS a """
        + """JOIN "offices" AS o ON o."id" = a."office_id" """;

    private const string Holders =
        $"""SELECT {AccountReading.Columns}, {AccountReading.OfficeColumns}, {AccountReading.KeyColumns} """
        + """FROM "api_keys" AS k JOIN "accounts" AS a ON a."id" = k."account_id" JOIN "offices" AS o ON o."id" = a."office_id" """;

    private const string Offices = $"""SELECT {AccountReading.OfficeColumns} FROM "offices" AS o """;

    private const string Keys = $"""SELECT {AccountReading.KeyColumns} FROM "api_keys" AS k """;

    private const string Alone = $"""SELECT {AccountReading.Columns} FROM "accounts" AS a """;

    /// <inheritdoc/>
    public Task<Account?> FindAccountAsync(string id, CancellationToken cancellationToken) =>
        FindAsync(Alone + """WHERE a."id" = @id""", id, AccountReading.Account, cancellationToken);

    /// <inheritdoc/>
    public Task<Account?> FindAccountByNameAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        return FindAsync(Alone + """WHERE a."name" = @id""", name.Trim().ToLowerInvariant(), AccountReading.Account, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Account>> AccountsAsync(CancellationToken cancellationToken) =>
        ListAsync(Alone + """ORDER BY a."name" """, AccountReading.Account, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> AddAccountAsync(Account account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        return WriteAsync(
            async (context, stop) =>
            {
                if (await context.Set<AccountRow>().AnyAsync(a => a.Name == account.Name, stop).ConfigureAwait(false))
                    return false;
                context.Add(Row(account, account.Version));
                await context.SaveChangesAsync(stop).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> UpdateAccountAsync(Account account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        return WriteAsync(
            async (context, stop) =>
            {
                bool isThere = await context
                    .Set<AccountRow>()
                    .AnyAsync(a => a.Id == account.Id && a.Version == account.Version, stop)
                    .ConfigureAwait(false);
                if (!isThere)
                    return false;
                AccountRow row = Row(account, account.Version + 1);
                context.Attach(row).State = EntityState.Modified;
                context.Entry(row).Property(r => r.Version).OriginalValue = account.Version;
                try
                {
                    await context.SaveChangesAsync(stop).ConfigureAwait(false);
                    return true;
                }
                catch (DbUpdateConcurrencyException)
                {
                    return false;
                }
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<Office?> FindOfficeAsync(string id, CancellationToken cancellationToken) =>
        FindAsync(Offices + """WHERE o."id" = @id""", id, r => AccountReading.Office(r, 0), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Office>> OfficesAsync(CancellationToken cancellationToken) =>
        ListAsync(Offices + """ORDER BY o."name" """, r => AccountReading.Office(r, 0), cancellationToken);

    /// <inheritdoc/>
    public Task SaveOfficeAsync(Office office, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(office);
        return WriteAsync(
            async (context, stop) =>
            {
                OfficeRow? row = await context.Set<OfficeRow>().FirstOrDefaultAsync(o => o.Id == office.Id, stop).ConfigureAwait(false);
                if (row is null)
                    context.Add(row = new OfficeRow { Id = office.Id, Name = office.Name });
                row.Name = office.Name;
                row.Countries = office.Countries is { } countries ? string.Join(' ', countries) : null;
                await context.SaveChangesAsync(stop).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<ApiKey?> FindKeyAsync(string id, CancellationToken cancellationToken) =>
        FindAsync(Keys + """WHERE k."id" = @id""", id, r => AccountReading.Key(r, 0), cancellationToken);

    /// <inheritdoc/>
    public Task<(Account Account, Office Office)?> FindPersonAsync(string accountId, CancellationToken cancellationToken) =>
        FindAsync<(Account, Office)?>(
            People + """WHERE a."id" = @id""",
            accountId,
            r => (AccountReading.Account(r), AccountReading.Office(r)),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<(ApiKey Key, Account Account, Office Office)?> FindKeyHolderAsync(string keyId, CancellationToken cancellationToken) =>
        FindAsync<(ApiKey, Account, Office)?>(
            Holders + """WHERE k."id" = @id""",
            keyId,
            r => (AccountReading.Key(r), AccountReading.Account(r), AccountReading.Office(r)),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<ApiKey>> KeysAsync(CancellationToken cancellationToken) =>
        ListAsync(Keys + """ORDER BY k."created_at" DESC, k."id" """, r => AccountReading.Key(r, 0), cancellationToken);

    /// <inheritdoc/>
    public Task AddKeyAsync(ApiKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return WriteAsync(
            async (context, stop) =>
            {
                context.Add(
                    new ApiKeyRow
                    {
                        Id = key.Id,
                        Name = key.Name,
                        AccountId = key.AccountId,
                        SecretHash = key.SecretHash,
                        Scopes = string.Join(' ', key.Scopes),
                        CreatedAt = key.CreatedAt.UtcDateTime,
                        EndsAt = key.EndsAt.UtcDateTime,
                        RevokedAt = key.RevokedAt?.UtcDateTime,
                    }
                );
                await context.SaveChangesAsync(stop).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> RevokeKeyAsync(string id, DateTimeOffset time, CancellationToken cancellationToken)
    {
        DateTime at = time.UtcDateTime;
        return WriteAsync(
            async (context, stop) =>
                await context
                    .Set<ApiKeyRow>()
                    .Where(k => k.Id == id && k.RevokedAt == null)
                    .ExecuteUpdateAsync(k => k.SetProperty(r => r.RevokedAt, at), stop)
                    .ConfigureAwait(false) > 0,
            cancellationToken
        );
    }

    private async Task<T?> FindAsync<T>(string sql, string id, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        IReadOnlyList<T> found = await ListAsync(sql, read, cancellationToken, ("@id", id)).ConfigureAwait(false);
        return found is [T one, ..] ? one : default;
    }

    private Task<IReadOnlyList<T>> ListAsync<T>(
        string sql,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken,
        params (string Name, object? Value)[] parameters
    ) =>
        dialect.AskAsync<IReadOnlyList<T>>(
            connection =>
            {
                using DbCommand command = Statement.Of(connection, null, sql, parameters);
                using DbDataReader rows = command.ExecuteReader();
                var all = new List<T>();
                while (rows.Read())
                    all.Add(read(rows));
                return all;
            },
            cancellationToken
        );

    private Task<T> WriteAsync<T>(Func<DbContext, CancellationToken, Task<T>> write, CancellationToken cancellationToken) =>
        dialect.WriteAsync(dialect.Accounts, (context, _, stop) => write(context, stop), cancellationToken);

    private static AccountRow Row(Account account, int version) =>
        new()
        {
            Id = account.Id,
            Name = account.Name,
            Role = account.Role.ToString(),
            OfficeId = account.OfficeId,
            Ceiling = account.Ceiling.Label(),
            PasswordHash = account.PasswordHash,
            PasswordEnds = account.PasswordEnds?.UtcDateTime,
            MustChangePassword = account.MustChangePassword,
            SecurityStamp = account.SecurityStamp,
            FailedAttempts = account.FailedAttempts,
            LockedUntil = account.LockedUntil?.UtcDateTime,
            AuthenticatorKey = account.AuthenticatorKey,
            UsesCodes = account.UsesCodes,
            RecoveryCodes = string.Join(' ', account.RecoveryCodes),
            IsClosed = account.IsClosed,
            CreatedAt = account.CreatedAt.UtcDateTime,
            Version = version,
        };
}
