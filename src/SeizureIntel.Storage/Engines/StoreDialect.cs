using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Storage.Model;

namespace SeizureIntel.Storage.Engines;

/// <summary>All that the store must know of a database engine.</summary>
internal abstract class StoreDialect
{
    /// <summary>Opens a connection; with <paramref name="create"/> the database is made where there is none.</summary>
    public abstract Task<DbConnection> OpenAsync(bool create, CancellationToken cancellationToken);

    /// <summary>The model over a connection that stays open.</summary>
    public abstract SeizureContext Context(DbConnection connection);

    /// <summary>Begins the one transaction that may write, waiting for another writer to end.</summary>
    public abstract Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>True where a failure says that the disk is full.</summary>
    public abstract bool IsOutOfSpace(DbException failure);

    /// <summary>A transaction in which all reads see the same state.</summary>
    public abstract DbTransaction BeginRead(DbConnection connection);

    /// <summary>Prepares the insertion of rows with these columns.</summary>
    public abstract RowSink Insert(DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns);

    /// <summary>Prepares a query with the parameters <c>@first</c> and <c>@last</c>.</summary>
    public abstract RowSource Select(DbConnection connection, DbTransaction? transaction, string sql);

    /// <summary>The context whose migrations are this engine's.</summary>
    public abstract Type ContextType { get; }

    /// <summary>Ids of the migrations that the database has; empty where it was never migrated.</summary>
    public abstract Task<IReadOnlySet<string>> AppliedMigrationsAsync(
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    );

    /// <summary>Runs a migration script within a transaction.</summary>
    public abstract Task RunAsync(DbConnection connection, DbTransaction transaction, string script, CancellationToken cancellationToken);
}
