using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SeizureIntel.Cases;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;
using SeizureIntel.Storage.Settings;
using SeizureIntel.Submissions;

namespace SeizureIntel.Storage.Keeping;

/// <summary>The outbox as a table beside the cases that it names.</summary>
internal sealed class Outbox(Database database, StorageOptions options, TimeProvider time, ILogger log, LeaseOwner owner) : IOutbox
{
    private readonly string _owner = owner.ToString();

    private const string LeaseRanOut = "The lease ran out each time: the process that took the batch ended before it confirmed.";

    private const string Backlog = """
        SELECT COALESCE(MAX("id"), 0), COUNT(CASE WHEN "is_parked" = 0 THEN 1 END), COUNT(CASE WHEN "is_parked" = 1 THEN 1 END),
            (SELECT COUNT(*) FROM "outbox" AS o JOIN "seizures" AS s ON s."case_number" BETWEEN o."first_case" AND o."last_case"
             WHERE o."id" BETWEEN @first AND @last)
        FROM "outbox" WHERE "id" BETWEEN @first AND @last
        """;

    // Asked by verbs that need EF Core for nothing else, and building its model takes longer than all their work.
    private const string OutboxCounts = """SELECT COUNT(*), COUNT(CASE WHEN "is_parked" = 1 THEN 1 END) FROM "outbox" """;

    /// <inheritdoc/>
    public async Task<OutboxBatch?> LeaseAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = database.Context(connection);

        // An empty outbox is the usual answer and must not wait behind a writer.
        List<string> gone = await GoneAsync(context, cancellationToken).ConfigureAwait(false);
        if (!await Free(context, gone).AnyAsync(cancellationToken).ConfigureAwait(false))
            return null;
        OutboxRow? row = await TakeAsync(connection, context, gone, cancellationToken).ConfigureAwait(false);
        if (row is null)
            return null;
        using CaseReader reader = await database.CasesAsync(Reader.Owner, connection, context, cancellationToken).ConfigureAwait(false);
        List<Case> cases = reader.Read(row.FirstCase, row.LastCase);
        return new(row.Id, row.Attempts - 1, cases);
    }

    /// <inheritdoc/>
    public async Task ConfirmAsync(long batchId, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using DbTransaction transaction = await database.Dialect.BeginWriteAsync(connection, cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = database.Context(connection);
        await context.Database.UseTransactionAsync(transaction, cancellationToken).ConfigureAwait(false);
        await context.Outbox.Where(o => o.Id == batchId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task FailAsync(long batchId, string error, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using DbTransaction transaction = await database.Dialect.BeginWriteAsync(connection, cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = database.Context(connection);
        await context.Database.UseTransactionAsync(transaction, cancellationToken).ConfigureAwait(false);
        OutboxRow? row = await context.Outbox.FirstOrDefaultAsync(o => o.Id == batchId, cancellationToken).ConfigureAwait(false);
        if (row is null)
            return;
        row.Error = error;
        row.LeasedUntil = null;
        row.LeasedBy = null;
        row.IsParked = row.Attempts >= options.OutboxAttempts;
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        log.OutboxFailed(batchId, row.Attempts, options.OutboxAttempts);
        if (row.IsParked)
            log.OutboxParked(batchId, row.Attempts);
    }

    /// <inheritdoc/>
    public async Task ReleaseAsync(long batchId, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = database.Context(connection);
        await context
            .Outbox.Where(o => o.Id == batchId && o.LeasedBy == _owner)
            .ExecuteUpdateAsync(
                o =>
                    o.SetProperty(r => r.LeasedUntil, (DateTime?)null)
                        .SetProperty(r => r.LeasedBy, (string?)null)
                        .SetProperty(r => r.Attempts, r => r.Attempts - 1),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<OutboxBacklog> BacklogAsync(long lastBatch, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        using RowSource counts = database.Dialect.Select(connection, null, Backlog);
        counts.Start(0, lastBatch);
        counts.Next();
        return new(counts.Integer(0), (int)counts.Integer(1), (int)counts.Integer(2), (int)counts.Integer(3));
    }

    /// <inheritdoc/>
    public async Task<(int Waiting, int Parked)> CountAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        using RowSource counts = database.Dialect.Select(connection, null, OutboxCounts);
        counts.Start(0, 0);
        counts.Next();
        int parked = (int)counts.Integer(1);
        return ((int)counts.Integer(0) - parked, parked);
    }

    /// <inheritdoc/>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using DbTransaction transaction = await database.Dialect.BeginWriteAsync(connection, cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = database.Context(connection);
        await context.Database.UseTransactionAsync(transaction, cancellationToken).ConfigureAwait(false);
        await context.Outbox.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<OutboxRow?> TakeAsync(
        DbConnection connection,
        SeizureContext context,
        List<string> gone,
        CancellationToken cancellationToken
    )
    {
        await using DbTransaction transaction = await database.Dialect.BeginWriteAsync(connection, cancellationToken).ConfigureAwait(false);
        await context.Database.UseTransactionAsync(transaction, cancellationToken).ConfigureAwait(false);
        OutboxRow? row;
        while (
            (row = await Free(context, gone).OrderBy(o => o.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false)) is not null
            && row.Attempts >= options.OutboxAttempts
        )
        {
            // A batch whose takers always die would else be taken for ever.
            row.IsParked = true;
            row.LeasedUntil = null;
            row.LeasedBy = null;
            row.Error ??= LeaseRanOut;
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            log.OutboxParked(row.Id, row.Attempts);
        }

        if (row is not null)
        {
            if (row.LeasedBy is { } before && gone.Contains(before))
                log.LeaseTakenOver(row.Id);
            row.Attempts++;
            row.LeasedBy = _owner;
            row.LeasedUntil = Now().AddSeconds(options.LeaseSeconds);
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        await context.Database.UseTransactionAsync(null, cancellationToken).ConfigureAwait(false);
        return row;
    }

    // A process that has ended confirms nothing any more: waiting for its lease to run out would only keep its batch from being searched.
    private async Task<List<string>> GoneAsync(SeizureContext context, CancellationToken cancellationToken)
    {
        DateTime now = Now();
        List<string> owners = await context
            .Outbox.Where(o => !o.IsParked && o.LeasedUntil > now && o.LeasedBy != null && o.LeasedBy != _owner)
            .Select(o => o.LeasedBy!)
            .Distinct()
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return owners.FindAll(o => LeaseOwner.Parse(o) is { IsGone: true });
    }

    private IQueryable<OutboxRow> Free(SeizureContext context, List<string> gone)
    {
        DateTime now = Now();
        return context.Outbox.Where(o => !o.IsParked && (o.LeasedUntil == null || o.LeasedUntil <= now || gone.Contains(o.LeasedBy!)));
    }

    private DateTime Now() => time.GetUtcNow().UtcDateTime;
}
