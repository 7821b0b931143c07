using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using SeizureIntel.Storage.Engines;

namespace SeizureIntel.Storage.Keeping;

/// <summary>Brings a database's schema to this version; the migrations are its engine's.</summary>
internal sealed class Schema(StoreDialect dialect, Type contextType, Func<DbConnection, DbContext> contextOf, ILogger log)
{
    /// <summary>What is to be done in the same transaction before something missing is applied; null for nothing.</summary>
    public Func<DbConnection, DbTransaction, CancellationToken, Task>? Before { get; init; }

    /// <summary>Applies what is missing; safe to call at every start and by several processes at once.</summary>
    /// <returns>Names of the migrations applied, oldest first; empty when there was nothing to do.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> known = KnownMigrations();
        await using DbConnection connection = await dialect.OpenAsync(create: true, cancellationToken).ConfigureAwait(false);
        IReadOnlySet<string> applied = await dialect.AppliedMigrationsAsync(connection, null, cancellationToken).ConfigureAwait(false);
        if (Missing(known, applied).Count == 0)
            return [];

        // One write transaction and not EF Core's own lock table: a process that dies in the middle leaves neither half a schema nor a lock.
        await using DbTransaction transaction = await dialect.BeginWriteAsync(connection, cancellationToken).ConfigureAwait(false);
        await dialect.HoldNumberingAsync(connection, transaction, Numbering.Submissions, cancellationToken).ConfigureAwait(false);
        applied = await dialect.AppliedMigrationsAsync(connection, transaction, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> missing = Missing(known, applied);
        if (missing.Count == 0)
            return [];
        await using DbContext context = contextOf(connection);
        if (Before is not null)
            await Before(connection, transaction, cancellationToken).ConfigureAwait(false);
        string script = context
            .GetService<IMigrator>()
            .GenerateScript(
                applied.Count == 0 ? null : applied.Max(StringComparer.Ordinal),
                null,
                MigrationsSqlGenerationOptions.NoTransactions
            );
        await dialect.RunAsync(connection, transaction, script, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        foreach (string migration in missing)
            log.MigrationApplied(migration);
        return missing;
    }

    private static List<string> Missing(IReadOnlyList<string> known, IReadOnlySet<string> applied)
    {
        string? foreign = applied.FirstOrDefault(id => !known.Contains(id));
        if (foreign is not null)
        {
            throw new InvalidOperationException(
                $"The database has migration {foreign}, which this version does not know; use the version that wrote it, or a later one."
            );
        }

        return [.. known.Where(id => !applied.Contains(id))];
    }

    // Asked of the assembly and not of EF Core: nearly every start finds nothing to do and should not build the model for that.
    private List<string> KnownMigrations() =>
        [
            .. from type in contextType.Assembly.GetTypes()
            where type.GetCustomAttribute<DbContextAttribute>()?.ContextType == contextType
            let migration = type.GetCustomAttribute<MigrationAttribute>()
            where migration is not null
            orderby migration.Id
            select migration.Id,
        ];
}
