using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Storage.Model;

namespace SeizureIntel.Storage.Engines;

/// <summary>All that the store must know of a database engine.</summary>
internal abstract class StoreDialect
{
    /// <summary>Opens a connection; with <paramref name="create"/> the database is made where there is none.</summary>
    public abstract Task<DbConnection> OpenAsync(bool create, CancellationToken cancellationToken);

    /// <summary>The model of what came in over a connection that stays open.</summary>
    public abstract SeizureContext Context(DbConnection connection);

    /// <summary>The model of products over a connection that stays open.</summary>
    public abstract DbContext Products(DbConnection connection);

    /// <summary>The model of people, offices and keys over a connection that stays open.</summary>
    public abstract DbContext Accounts(DbConnection connection);

    /// <summary>The model of the audit log over a connection that stays open.</summary>
    public abstract DbContext Audit(DbConnection connection);

    /// <summary>Does work that may be done anew from its start when the connection fails in the middle; an engine that loses none does it once.</summary>
    public virtual Task<T> AttemptAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        work(cancellationToken);

    /// <summary>Reads over a model and a connection of its own.</summary>
    public Task<T> ReadAsync<TContext, T>(
        Func<DbConnection, TContext> model,
        Func<TContext, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    )
        where TContext : DbContext =>
        AttemptAsync(
            async stop =>
            {
                await using DbConnection connection = await OpenAsync(create: false, stop).ConfigureAwait(false);
                await using TContext context = model(connection);
                return await read(context, stop).ConfigureAwait(false);
            },
            cancellationToken
        );

    /// <summary>Asks without EF Core: building its model takes longer than all the work of most verbs, and what every request asks would be translated
    /// anew.</summary>
    public Task<T> AskAsync<T>(Func<DbConnection, T> ask, CancellationToken cancellationToken) =>
        AttemptAsync(
            async stop =>
            {
                await using DbConnection connection = await OpenAsync(create: false, stop).ConfigureAwait(false);
                return ask(connection);
            },
            cancellationToken
        );

    /// <summary>Writes in a transaction that is committed when the writing has ended well.</summary>
    public Task<T> WriteAsync<T>(
        Func<DbConnection, DbTransaction, CancellationToken, Task<T>> write,
        CancellationToken cancellationToken
    ) =>
        AttemptAsync(
            async stop =>
            {
                await using DbConnection connection = await OpenAsync(create: false, stop).ConfigureAwait(false);
                await using DbTransaction transaction = await BeginWriteAsync(connection, stop).ConfigureAwait(false);
                T written = await write(connection, transaction, stop).ConfigureAwait(false);
                await transaction.CommitAsync(stop).ConfigureAwait(false);
                return written;
            },
            cancellationToken
        );

    /// <summary>The same over a model.</summary>
    public Task<T> WriteAsync<TContext, T>(
        Func<DbConnection, TContext> model,
        Func<TContext, DbTransaction, CancellationToken, Task<T>> write,
        CancellationToken cancellationToken
    )
        where TContext : DbContext =>
        WriteAsync(
            async (connection, transaction, stop) =>
            {
                await using TContext context = model(connection);
                await context.Database.UseTransactionAsync(transaction, stop).ConfigureAwait(false);
                return await write(context, transaction, stop).ConfigureAwait(false);
            },
            cancellationToken
        );

    /// <summary>The rows of the outbox for who will take one: those that somebody is just taking need not be waited for.</summary>
    public virtual IQueryable<OutboxRow> Takeable(SeizureContext context) => context.Outbox;

    /// <summary>Makes everyone who is about to give numbers of a kind wait until this transaction ends.</summary>
    public virtual Task HoldNumberingAsync(
        DbConnection connection,
        DbTransaction transaction,
        Numbering numbering,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <summary>Begins a transaction that may write, waiting for another writer to end where the engine has room for one.</summary>
    public abstract Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>True where a failure says that the disk is full.</summary>
    public abstract bool IsOutOfSpace(DbException failure);

    /// <summary>Takes the bytes of what was deleted off the disk, where the engine leaves them there.</summary>
    public virtual Task SweepAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A transaction in which all reads see the same state.</summary>
    public abstract DbTransaction BeginRead(DbConnection connection);

    /// <summary>Begins transactions on connections of their own that all see the same state, for a reading by several threads.</summary>
    /// <param name="most">How many are of use, from 1; an engine may give fewer.</param>
    /// <param name="cancellationToken">Stops.</param>
    public virtual Task<SharedReads> BeginReadsAsync(int most, CancellationToken cancellationToken) =>
        SharedReads.BeginAsync(this, 1, cancellationToken);

    /// <summary>Prepares the insertion of rows by the chunk.</summary>
    public abstract BulkWriter Bulk(DbConnection connection, DbTransaction transaction);

    /// <summary>Prepares a query with the parameters <c>@first</c> and <c>@last</c>.</summary>
    public abstract RowSource Select(DbConnection connection, DbTransaction? transaction, string sql);

    /// <summary>Ids of the migrations that the database has; empty where it was never migrated.</summary>
    public abstract Task<IReadOnlySet<string>> AppliedMigrationsAsync(
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    );

    /// <summary>Runs a migration script within a transaction.</summary>
    public abstract Task RunAsync(DbConnection connection, DbTransaction transaction, string script, CancellationToken cancellationToken);
}
