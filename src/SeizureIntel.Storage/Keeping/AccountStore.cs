using System;
using System.Collections.Generic;
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
    /// <inheritdoc/>
    public async Task<Account?> FindAccountAsync(string id, CancellationToken cancellationToken) =>
        Read(
            await ReadAsync((c, stop) => Of<AccountRow>(c).FirstOrDefaultAsync(a => a.Id == id, stop), cancellationToken)
                .ConfigureAwait(false)
        );

    /// <inheritdoc/>
    public async Task<Account?> FindAccountByNameAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        string lower = name.Trim().ToLowerInvariant();
        return Read(
            await ReadAsync((c, stop) => Of<AccountRow>(c).FirstOrDefaultAsync(a => a.Name == lower, stop), cancellationToken)
                .ConfigureAwait(false)
        );
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Account>> AccountsAsync(CancellationToken cancellationToken)
    {
        List<AccountRow> rows = await ReadAsync((c, stop) => Of<AccountRow>(c).OrderBy(a => a.Name).ToListAsync(stop), cancellationToken)
            .ConfigureAwait(false);
        return [.. rows.Select(r => Read(r)!)];
    }

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
    public async Task<Office?> FindOfficeAsync(string id, CancellationToken cancellationToken) =>
        await ReadAsync((c, stop) => Of<OfficeRow>(c).FirstOrDefaultAsync(o => o.Id == id, stop), cancellationToken).ConfigureAwait(false)
            is { } row
            ? Read(row)
            : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Office>> OfficesAsync(CancellationToken cancellationToken)
    {
        List<OfficeRow> rows = await ReadAsync((c, stop) => Of<OfficeRow>(c).OrderBy(o => o.Name).ToListAsync(stop), cancellationToken)
            .ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

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
    public async Task<ApiKey?> FindKeyAsync(string id, CancellationToken cancellationToken)
    {
        ApiKeyRow? row = await ReadAsync((c, stop) => Of<ApiKeyRow>(c).FirstOrDefaultAsync(k => k.Id == id, stop), cancellationToken)
            .ConfigureAwait(false);
        return row is null ? null : Read(row);
    }

    /// <inheritdoc/>
    public async Task<(Account Account, Office Office)?> FindPersonAsync(string accountId, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(
                (c, stop) =>
                    Of<AccountRow>(c)
                        .Where(a => a.Id == accountId)
                        .Join(Of<OfficeRow>(c), a => a.OfficeId, o => o.Id, (account, office) => new { account, office })
                        .FirstOrDefaultAsync(stop),
                cancellationToken
            )
            .ConfigureAwait(false);
        return found is null ? null : (Read(found.account)!, Read(found.office));
    }

    /// <inheritdoc/>
    public async Task<(ApiKey Key, Account Account, Office Office)?> FindKeyHolderAsync(string keyId, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(
                (c, stop) =>
                    Of<ApiKeyRow>(c)
                        .Where(k => k.Id == keyId)
                        .Join(Of<AccountRow>(c), k => k.AccountId, a => a.Id, (key, account) => new { key, account })
                        .Join(
                            Of<OfficeRow>(c),
                            f => f.account.OfficeId,
                            o => o.Id,
                            (f, office) =>
                                new
                                {
                                    f.key,
                                    f.account,
                                    office,
                                }
                        )
                        .FirstOrDefaultAsync(stop),
                cancellationToken
            )
            .ConfigureAwait(false);
        return found is null ? null : (Read(found.key), Read(found.account)!, Read(found.office));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ApiKey>> KeysAsync(CancellationToken cancellationToken)
    {
        List<ApiKeyRow> rows = await ReadAsync(
                (c, stop) => Of<ApiKeyRow>(c).OrderByDescending(k => k.CreatedAt).ThenBy(k => k.Id).ToListAsync(stop),
                cancellationToken
            )
            .ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

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

    private static IQueryable<T> Of<T>(DbContext context)
        where T : class => context.Set<T>().AsNoTracking();

    private Task<T> ReadAsync<T>(Func<DbContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        dialect.ReadAsync(dialect.Accounts, read, cancellationToken);

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

    private static Account? Read(AccountRow? row) =>
        row is null
            ? null
            : new()
            {
                Id = row.Id,
                Name = row.Name,
                Role = Enum.Parse<Role>(row.Role),
                OfficeId = row.OfficeId,

                // A marking that this version does not know opens nothing.
                Ceiling = Markings.Find(row.Ceiling) ?? Marking.Clear,
                PasswordHash = row.PasswordHash,
                PasswordEnds = Utc(row.PasswordEnds),
                MustChangePassword = row.MustChangePassword,
                SecurityStamp = row.SecurityStamp,
                FailedAttempts = row.FailedAttempts,
                LockedUntil = Utc(row.LockedUntil),
                AuthenticatorKey = row.AuthenticatorKey,
                UsesCodes = row.UsesCodes,
                RecoveryCodes = Parts(row.RecoveryCodes),
                IsClosed = row.IsClosed,
                CreatedAt = Utc(row.CreatedAt),
                Version = row.Version,
            };

    private static ApiKey Read(ApiKeyRow row) =>
        new()
        {
            Id = row.Id,
            Name = row.Name,
            AccountId = row.AccountId,
            SecretHash = row.SecretHash,
            Scopes = Parts(row.Scopes),
            CreatedAt = Utc(row.CreatedAt),
            EndsAt = Utc(row.EndsAt),
            RevokedAt = Utc(row.RevokedAt),
        };

    private static Office Read(OfficeRow row) => new(row.Id, row.Name, row.Countries is { } countries ? Parts(countries) : null);

    private static string[] Parts(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private static DateTimeOffset? Utc(DateTime? time) => time is { } known ? Utc(known) : null;
}
