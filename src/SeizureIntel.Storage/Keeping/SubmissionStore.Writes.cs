using System;
using System.Collections.Generic;
using System.Data.Common;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

internal sealed partial class SubmissionStore
{
    // ERROR_DISK_FULL of winerror.h, by which a full disk is known whatever the engine calls it.
    private const int DiskFull = unchecked((int)0x80070070);

    private const string Duration = """UPDATE "submissions" SET "seconds" = @seconds WHERE "id" = @id""";

    /// <inheritdoc/>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <exception cref="AlreadyKeptException">Another process has kept the submission since it was looked for.</exception>
    public async Task SaveSubmissionAsync(
        Submission submission,
        IAsyncEnumerable<SubmissionChunk> chunks,
        Func<LoadReport> report,
        CancellationToken cancellationToken
    )
    {
        long start = time.GetTimestamp();
        await using DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using DbTransaction transaction = await database.Dialect.BeginWriteAsync(connection, cancellationToken).ConfigureAwait(false);
        try
        {
            LoadReport loaded = await WriteAsync(connection, transaction, submission, chunks, report, cancellationToken)
                .ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            log.SubmissionKept(
                submission.Id,
                submission.Source,
                loaded.Cases,
                loaded.Seizures,
                (long)time.GetElapsedTime(start).TotalMilliseconds
            );
        }
        catch (DbException full) when (database.Dialect.IsOutOfSpace(full))
        {
            await RollBackAsync(transaction, submission).ConfigureAwait(false);
            throw new IOException("The disk that holds the store is full.", DiskFull);
        }
        catch
        {
            await RollBackAsync(transaction, submission).ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task RecordDurationAsync(string submissionId, double seconds, CancellationToken cancellationToken) =>
        database.Dialect.WriteAsync(
            async (connection, transaction, stop) =>
            {
                await using DbCommand update = Statement.Of(
                    connection,
                    transaction,
                    Duration,
                    ("@seconds", seconds),
                    ("@id", submissionId)
                );
                return await update.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
            },
            cancellationToken
        );

    private async Task RollBackAsync(DbTransaction transaction, Submission submission)
    {
        await transaction.RollbackAsync(CancellationToken.None).ConfigureAwait(false);
        log.SubmissionRolledBack(submission.Id);
    }

    private async Task<LoadReport> WriteAsync(
        DbConnection connection,
        DbTransaction transaction,
        Submission submission,
        IAsyncEnumerable<SubmissionChunk> chunks,
        Func<LoadReport> report,
        CancellationToken cancellationToken
    )
    {
        await using SeizureContext context = database.Dialect.Context(connection);
        await context.Database.UseTransactionAsync(transaction, cancellationToken).ConfigureAwait(false);
        await database.Dialect.HoldNumberingAsync(connection, transaction, Numbering.Submissions, cancellationToken).ConfigureAwait(false);
        if (await context.Submissions.AnyAsync(s => s.Id == submission.Id, cancellationToken).ConfigureAwait(false))
        {
            throw new AlreadyKeptException(submission.Id);
        }

        long number = 1 + (await context.Submissions.MaxAsync(s => (long?)s.Number, cancellationToken).ConfigureAwait(false) ?? 0);
        long lastCase = await context.Cases.MaxAsync(c => (long?)c.CaseNumber, cancellationToken).ConfigureAwait(false) ?? 0;
        SubmissionRow row = SubmissionRows.Of(submission, number);
        context.Submissions.Add(row);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);

        long firstCase = lastCase + 1;
        bool isStaged = false;
        using (BulkWriter bulk = database.Dialect.Bulk(connection, transaction))
        {
            var writer = new SubmissionWriter(bulk, database.TablesOf(context), submission, number, lastCase);
            await foreach (SubmissionChunk chunk in chunks.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await ReplaceAsync(context, submission, chunk, cancellationToken).ConfigureAwait(false);
                await writer.WriteAsync(chunk, cancellationToken).ConfigureAwait(false);
                isStaged = chunk.IsStaged;
            }

            lastCase = writer.LastCase;
            row.Marking = writer.Highest.Label();
            context.SubmissionCountries.AddRange(
                writer.Countries.Select(c => new SubmissionCountryRow { SubmissionNumber = number, Country = c })
            );
        }

        // The outbox joins this transaction: an index that misses a committed case could not be noticed later. A batch is named by its first case,
        // so that no engine need make up a number. What is staged is held, so that nobody else takes it to the index meanwhile, or changes it; but it
        // is fed again after a removal that still waits, which might take it out.
        isStaged = isStaged && !await context.Outbox.AnyAsync(o => o.RemovesField != null, cancellationToken).ConfigureAwait(false);
        for (long first = firstCase; first <= lastCase; first += options.OutboxBatchCases)
        {
            context.Outbox.Add(
                new()
                {
                    Id = first,
                    FirstCase = first,
                    LastCase = Math.Min(lastCase, first + options.OutboxBatchCases - 1),
                    Attempts = isStaged ? 1 : 0,
                    LeasedBy = isStaged ? owner.ToString() : null,
                    LeasedUntil = isStaged ? time.GetUtcNow().UtcDateTime.AddSeconds(options.LeaseSeconds) : null,
                }
            );
        }

        LoadReport loaded = report();
        SubmissionRows.Fill(row, loaded);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return loaded;
    }
}
