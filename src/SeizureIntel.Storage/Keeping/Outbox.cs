using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
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
internal sealed partial class Outbox(Database database, StorageOptions options, TimeProvider time, ILogger log, LeaseOwner owner) : IOutbox
{
    private readonly string _owner = owner.ToString();

    private const string LeaseRanOut = "The lease ran out each time: the process that took the batch ended before it confirmed.";

    private const string Backlog = """
        SELECT COALESCE(MAX("id"), 0), COUNT(CASE WHEN "is_parked" = 0 THEN 1 END), COUNT(CASE WHEN "is_parked" = 1 THEN 1 END),
            (SELECT COUNT(*) FROM "outbox" AS o JOIN "seizures" AS s ON s."case_number" BETWEEN o."first_case" AND o."last_case"
             WHERE o."id" BETWEEN @first AND @last),
            (SELECT COUNT(*) FROM "refusals" AS f WHERE NOT EXISTS
                (SELECT 1 FROM "outbox" AS o
                 WHERE f."case_number" BETWEEN o."first_case" AND o."last_case" AND o."id" BETWEEN @first AND @last))
        FROM "outbox" WHERE "id" BETWEEN @first AND @last
        """;

    private const string OutboxCounts = """SELECT COUNT(*), COUNT(CASE WHEN "is_parked" = 1 THEN 1 END) FROM "outbox" """;

    private const string AllCounts = """SELECT (SELECT COUNT(*) FROM "outbox"), (SELECT COUNT(*) FROM "refusals")""";

    // Who holds a batch for how long; null for those that are free.
    private const string Held = """
        SELECT DISTINCT CASE WHEN "leased_until" > @now THEN COALESCE("leased_by", '?') END FROM "outbox" WHERE "is_parked" = 0
        """;

    private const string DueCount = """SELECT COUNT(*) FROM "refusals" WHERE "next_attempt_at" <= @now""";

    private const string TakenIn = """
        DELETE FROM "refusals" WHERE EXISTS
            (SELECT 1 FROM "outbox" WHERE "outbox"."id" = @id
             AND "refusals"."case_number" BETWEEN "outbox"."first_case" AND "outbox"."last_case")
        """;

    // The batches of a submission that one process holds; a batch begins with a case of its own.
    private const string StagedOf = """
        "leased_by" = @owner AND EXISTS
            (SELECT 1 FROM "cases" AS c JOIN "submissions" AS s ON s."number" = c."submission_number"
             WHERE c."case_number" = "outbox"."first_case" AND s."id" = @id)
        """;

    private const string StagedDone = $"""DELETE FROM "outbox" WHERE {StagedOf}""";

    private const string StagedFree = $"""UPDATE "outbox" SET "leased_until" = NULL, "leased_by" = NULL, "attempts" = 0 WHERE {StagedOf}""";

    private const string Done = """DELETE FROM "outbox" WHERE "id" = @id""";

    /// <inheritdoc/>
    public async Task<OutboxBatch?> LeaseAsync(CancellationToken cancellationToken)
    {
        // An empty outbox is the usual answer and must not wait behind a writer.
        (bool isAny, bool isDue, List<string> gone) = await database.AskAsync(Look, cancellationToken).ConfigureAwait(false);
        if (isDue)
            await BringBackAsync(cancellationToken).ConfigureAwait(false);
        else if (!isAny)
            return null;
        var parked = new List<OutboxRow>();
        (OutboxRow? row, bool isRemoving) = await database
            .WriteAsync((context, stop) => TakeAsync(context, gone, parked, stop), cancellationToken)
            .ConfigureAwait(false);
        foreach (OutboxRow given in parked)
            log.OutboxParked(given.Id, given.Attempts);
        if (row is null)
            return null;
        if (row is { RemovesField: { } field, RemovesValue: { } value })
            return new(row.Id, row.Attempts - 1, [], new(field, value));
        try
        {
            List<Case> cases = await database
                .ReadAsync(
                    async (context, stop) =>
                    {
                        using CaseReader reader = await database.CasesAsync(Reader.Owner, context, stop).ConfigureAwait(false);
                        return reader.Read(row.FirstCase, row.LastCase);
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
            return new(row.Id, row.Attempts - 1, cases, MayHaveMoved: isRemoving || row.Attempts > 1);
        }
        catch (OperationCanceledException)
        {
            // Whoever stops between taking and reading never learns of the batch, and its process lives on.
            await ReleaseAsync(row.Id, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task ConfirmAsync(long batchId, IReadOnlyList<RefusedSeizure> refused, CancellationToken cancellationToken) =>
        refused.Count == 0 ? ConfirmAllAsync(batchId, cancellationToken) : ConfirmOthersAsync(batchId, refused, cancellationToken);

    /// <inheritdoc/>
    public async Task FailAsync(long batchId, string error, CancellationToken cancellationToken)
    {
        OutboxRow? failed = await database
            .WriteAsync(
                async (context, stop) =>
                {
                    OutboxRow? row = await context.Outbox.FirstOrDefaultAsync(o => o.Id == batchId, stop).ConfigureAwait(false);
                    if (row is null)
                        return null;
                    row.Error = error;
                    row.LeasedUntil = null;
                    row.LeasedBy = null;
                    row.IsParked = row.Attempts >= options.OutboxAttempts;
                    await context.SaveChangesAsync(stop).ConfigureAwait(false);
                    return row;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        if (failed is null)
            return;
        log.OutboxFailed(batchId, failed.Attempts, options.OutboxAttempts);
        if (failed.IsParked)
            log.OutboxParked(batchId, failed.Attempts);
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(long batchId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (context, stop) =>
                context
                    .Outbox.Where(o => o.Id == batchId && o.LeasedBy == _owner)
                    .ExecuteUpdateAsync(
                        o =>
                            o.SetProperty(r => r.LeasedUntil, (DateTime?)null)
                                .SetProperty(r => r.LeasedBy, (string?)null)
                                .SetProperty(r => r.Attempts, r => r.Attempts - 1),
                        stop
                    ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task EndStagedAsync(string submissionId, bool isFed, CancellationToken cancellationToken) =>
        database.Dialect.WriteAsync(
            async (connection, transaction, stop) =>
            {
                await using DbCommand end = Statement.Of(
                    connection,
                    transaction,
                    isFed ? StagedDone : StagedFree,
                    ("@owner", _owner),
                    ("@id", submissionId)
                );
                return await end.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<OutboxBacklog> BacklogAsync(long lastBatch, CancellationToken cancellationToken) =>
        database.AskAsync(
            connection =>
            {
                using RowSource counts = database.Dialect.Select(connection, null, Backlog);
                counts.Start(long.MinValue, lastBatch);
                counts.Next();
                return new OutboxBacklog(
                    counts.Integer(0),
                    (int)counts.Integer(1),
                    (int)counts.Integer(2),
                    (int)counts.Integer(3),
                    (int)counts.Integer(4)
                );
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<long> SearchableUpToAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (context, stop) =>
            {
                // In this order: what is committed between the two questions is not taken for searchable.
                long newest = await context.Submissions.MaxAsync(s => (long?)s.Number, stop).ConfigureAwait(false) ?? 0;
                long? waiting = await context
                    .Outbox.Where(o => o.FirstCase > 0)
                    .MinAsync(o => (long?)o.FirstCase, stop)
                    .ConfigureAwait(false);
                if (waiting is null)
                    return newest;
                long holder = await context
                    .Cases.Where(c => c.CaseNumber >= waiting)
                    .OrderBy(c => c.CaseNumber)
                    .Select(c => c.SubmissionNumber)
                    .FirstOrDefaultAsync(stop)
                    .ConfigureAwait(false);
                return holder == 0 ? newest : Math.Min(newest, holder - 1);
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<(int Waiting, int Parked)> CountAsync(CancellationToken cancellationToken) =>
        database.AskAsync(
            connection =>
            {
                using RowSource counts = database.Dialect.Select(connection, null, OutboxCounts);
                counts.Start(0, 0);
                counts.Next();
                int parked = (int)counts.Integer(1);
                return ((int)counts.Integer(0) - parked, parked);
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task ClearAsync(CancellationToken cancellationToken) =>
        database.WriteAsync((context, stop) => context.Outbox.ExecuteDeleteAsync(stop), cancellationToken);

    // Every request that brings something waits for these: they are plain SQL, which EF Core need not translate first.
    private Task ConfirmAllAsync(long batchId, CancellationToken cancellationToken) =>
        database.Dialect.WriteAsync(
            async (connection, transaction, stop) =>
            {
                await using DbCommand taken = Statement.Of(connection, transaction, TakenIn, ("@id", batchId));
                await taken.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
                await using DbCommand done = Statement.Of(connection, transaction, Done, ("@id", batchId));
                return await done.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
            },
            cancellationToken
        );

    private Task ConfirmOthersAsync(long batchId, IReadOnlyList<RefusedSeizure> refused, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (context, stop) =>
            {
                if (
                    await context.Outbox.AsNoTracking().FirstOrDefaultAsync(o => o.Id == batchId, stop).ConfigureAwait(false) is not { } row
                )
                    return 0;
                long first = row.FirstCase,
                    last = row.LastCase;
                IQueryable<RefusalRow> earlier = context.Refusals.Where(r => r.CaseNumber >= first && r.CaseNumber <= last);
                await ParkAsync(context, earlier, refused, stop).ConfigureAwait(false);
                await context.SaveChangesAsync(stop).ConfigureAwait(false);
                return await context.Outbox.Where(o => o.Id == batchId).ExecuteDeleteAsync(stop).ConfigureAwait(false);
            },
            cancellationToken
        );

    // The batch taken, if any, and whether a removal is still to be confirmed.
    private async Task<(OutboxRow? Row, bool IsRemoving)> TakeAsync(
        SeizureContext context,
        List<string> gone,
        List<OutboxRow> parked,
        CancellationToken cancellationToken
    )
    {
        parked.Clear();
        OutboxRow? row;
        while ((row = await Next().ConfigureAwait(false)) is not null && row.Attempts >= options.OutboxAttempts)
        {
            // A batch whose takers always die would else be taken for ever.
            row.IsParked = true;
            row.LeasedUntil = null;
            row.LeasedBy = null;
            row.Error ??= LeaseRanOut;
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            parked.Add(row);
        }

        if (row is null)
            return (null, false);
        if (row.LeasedBy is { } before && gone.Contains(before))
            log.LeaseTakenOver(row.Id);
        row.Attempts++;
        row.LeasedBy = _owner;
        row.LeasedUntil = Now().AddSeconds(options.LeaseSeconds);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return (row, await context.Outbox.AnyAsync(o => o.RemovesField != null, cancellationToken).ConfigureAwait(false));

        Task<OutboxRow?> Next() => Free(database.Dialect.Takeable(context), gone).OrderBy(o => o.Id).FirstOrDefaultAsync(cancellationToken);
    }

    // Whether anything may be taken, or is due to be brought back, and which holders of batches have ended: a process that has ended confirms nothing
    // any more, and waiting for its lease to run out would only keep its batch from being searched.
    private (bool IsAny, bool IsDue, List<string> Gone) Look(DbConnection connection)
    {
        (long batches, long refused) = Counts(connection);
        bool isAny = false;
        var gone = new List<string>();
        if (batches > 0)
        {
            using DbCommand held = Statement.Of(connection, null, Held, ("@now", Now()));
            using DbDataReader rows = held.ExecuteReader();
            while (rows.Read())
            {
                if (rows.IsDBNull(0))
                    isAny = true;
                else if (rows.GetString(0) is var by && by != _owner && LeaseOwner.Parse(by) is { IsGone: true })
                    gone.Add(by);
            }
        }

        bool isDue = false;
        if (refused > 0)
        {
            using DbCommand due = Statement.Of(connection, null, DueCount, ("@now", Now()));
            isDue = Convert.ToInt64(due.ExecuteScalar(), CultureInfo.InvariantCulture) > 0;
        }

        return (isAny || gone.Count > 0, isDue, gone);
    }

    private IQueryable<OutboxRow> Free(IQueryable<OutboxRow> rows, List<string> gone)
    {
        DateTime now = Now();
        return rows.Where(o => !o.IsParked && (o.LeasedUntil == null || o.LeasedUntil <= now || gone.Contains(o.LeasedBy!)));
    }

    private (long Batches, long Refused) Counts(DbConnection connection)
    {
        using RowSource counts = database.Dialect.Select(connection, null, AllCounts);
        counts.Start(0, 0);
        counts.Next();
        return (counts.Integer(0), counts.Integer(1));
    }

    private DateTime Now() => time.GetUtcNow().UtcDateTime;
}
