using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Cases;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;
using SeizureIntel.Submissions;

namespace SeizureIntel.Storage.Keeping;

internal sealed partial class SeizureStore
{
    private const string LeaseRanOut = "The lease ran out each time: the process that took the batch ended before it confirmed.";

    // Asked by verbs that need EF Core for nothing else, and building its model takes longer than all their work.
    private const string OutboxCounts = """SELECT COUNT(*), COUNT(CASE WHEN "is_parked" = 1 THEN 1 END) FROM "outbox" """;

    /// <inheritdoc/>
    public async Task<OutboxBatch?> LeaseOutboxAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = dialect.Context(connection);

        // An empty outbox is the usual answer and must not wait behind a writer.
        if (!await Free(context).AnyAsync(cancellationToken).ConfigureAwait(false))
            return null;
        OutboxRow? row = await LeaseAsync(connection, context, cancellationToken).ConfigureAwait(false);
        if (row is null)
            return null;
        using CaseReader reader = await ReaderAsync(connection, context, cancellationToken).ConfigureAwait(false);
        List<Case> cases = reader.Read(row.FirstCase, row.LastCase);
        return new(row.Id, row.Attempts - 1, cases);
    }

    /// <inheritdoc/>
    public async Task ConfirmOutboxAsync(long batchId, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using DbTransaction transaction = await dialect.BeginWriteAsync(connection, cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = dialect.Context(connection);
        await context.Database.UseTransactionAsync(transaction, cancellationToken).ConfigureAwait(false);
        await context.Outbox.Where(o => o.Id == batchId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task FailOutboxAsync(long batchId, string error, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using DbTransaction transaction = await dialect.BeginWriteAsync(connection, cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = dialect.Context(connection);
        await context.Database.UseTransactionAsync(transaction, cancellationToken).ConfigureAwait(false);
        OutboxRow? row = await context.Outbox.FirstOrDefaultAsync(o => o.Id == batchId, cancellationToken).ConfigureAwait(false);
        if (row is null)
            return;
        row.Error = error;
        row.LeasedUntil = null;
        row.IsParked = row.Attempts >= options.OutboxAttempts;
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        log.OutboxFailed(batchId, row.Attempts, options.OutboxAttempts);
        if (row.IsParked)
            log.OutboxParked(batchId, row.Attempts);
    }

    /// <inheritdoc/>
    public async Task<(int Waiting, int Parked)> OutboxAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        using RowSource counts = dialect.Select(connection, null, OutboxCounts);
        counts.Start(0, 0);
        counts.Next();
        int parked = (int)counts.Integer(1);
        return ((int)counts.Integer(0) - parked, parked);
    }

    /// <inheritdoc/>
    public async Task ClearOutboxAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using DbTransaction transaction = await dialect.BeginWriteAsync(connection, cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = dialect.Context(connection);
        await context.Database.UseTransactionAsync(transaction, cancellationToken).ConfigureAwait(false);
        await context.Outbox.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<OutboxRow?> LeaseAsync(DbConnection connection, SeizureContext context, CancellationToken cancellationToken)
    {
        await using DbTransaction transaction = await dialect.BeginWriteAsync(connection, cancellationToken).ConfigureAwait(false);
        await context.Database.UseTransactionAsync(transaction, cancellationToken).ConfigureAwait(false);
        OutboxRow? row;
        while (
            (row = await Free(context).OrderBy(o => o.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false)) is not null
            && row.Attempts >= options.OutboxAttempts
        )
        {
            // A batch whose takers always die would else be taken for ever.
            row.IsParked = true;
            row.LeasedUntil = null;
            row.Error ??= LeaseRanOut;
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            log.OutboxParked(row.Id, row.Attempts);
        }

        if (row is not null)
        {
            row.Attempts++;
            row.LeasedUntil = Now().AddSeconds(options.LeaseSeconds);
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        await context.Database.UseTransactionAsync(null, cancellationToken).ConfigureAwait(false);
        return row;
    }

    private IQueryable<OutboxRow> Free(SeizureContext context)
    {
        DateTime now = Now();
        return context.Outbox.Where(o => !o.IsParked && (o.LeasedUntil == null || o.LeasedUntil <= now));
    }

    private DateTime Now() => time.GetUtcNow().UtcDateTime;
}
