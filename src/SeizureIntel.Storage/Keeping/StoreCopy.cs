using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Accounts;
using SeizureIntel.Auditing;
using SeizureIntel.Bulletins;
using SeizureIntel.Decisions;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;
using SeizureIntel.Submissions;
using SeizureIntel.Watches;

namespace SeizureIntel.Storage.Keeping;

/// <summary>Copies everything that one store keeps to an empty one, whatever their engines: the way from SQLite to SQL Server and back.</summary>
/// <remarks>What came in is copied in one transaction, as it was at one moment; numbers and outbox come along, so the index stays as true as it was. A
/// copy that was cut off is begun anew.</remarks>
public static class StoreCopy
{
    private const int NumbersAtOnce = 4096;
    private const int RowsAtOnce = 8192;

    /// <summary>Copies a store.</summary>
    /// <param name="from">Where from; nobody should be writing there, for what is committed meanwhile is not copied.</param>
    /// <param name="to">Where to; its schema is brought to this version.</param>
    /// <param name="cancellationToken">Leaves the target without a submission.</param>
    /// <returns>Rows copied by table, and what both stores hold when they are read afresh.</returns>
    /// <exception cref="InvalidOperationException">The target holds submissions already, or took fewer rows than it was given.</exception>
    public static async Task<StoreCopyReport> RunAsync(Store from, Store to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        await to.MigrateAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ReceivedSubmission> there = await to
            .Submissions.SubmissionsAsync(Reader.Owner, cancellationToken)
            .ConfigureAwait(false);
        if (there.Count > 0)
            throw new InvalidOperationException($"The store to copy to holds {there.Count} submissions; an empty one is needed.");

        // People and products first: each is replaced by its id, so a copy that is cut off here finds nothing in its way.
        IReadOnlyList<BulletinRecord> bulletins = await from.Products.BulletinsAsync(Reader.Owner, cancellationToken).ConfigureAwait(false);
        foreach (BulletinRecord bulletin in bulletins)
            await to.Products.SaveBulletinAsync(bulletin, cancellationToken).ConfigureAwait(false);
        await ProductsAsync(from.Products, to.Products, cancellationToken).ConfigureAwait(false);
        foreach (KeptSource source in await from.Sources.SourcesAsync(cancellationToken).ConfigureAwait(false))
            await to.Sources.SaveSourceAsync(source, cancellationToken).ConfigureAwait(false);
        await PeopleAsync(from.Accounts, to.Accounts, cancellationToken).ConfigureAwait(false);
        await AuditAsync(from.Audit, to.Audit, cancellationToken).ConfigureAwait(false);
        Dictionary<string, long> rows = await TablesAsync(from.Database, to.Database, cancellationToken).ConfigureAwait(false);
        rows.Add("bulletins", bulletins.Count);
        return new(
            rows,
            await from.Submissions.StateAsync(Reader.Owner, cancellationToken).ConfigureAwait(false),
            await to.Submissions.StateAsync(Reader.Owner, cancellationToken).ConfigureAwait(false),
            await from.Audit.VerifyAsync(cancellationToken).ConfigureAwait(false),
            await to.Audit.VerifyAsync(cancellationToken).ConfigureAwait(false)
        );
    }

    private static async Task ProductsAsync(IProductStore from, IProductStore to, CancellationToken cancellationToken)
    {
        // A search and what it told are kept by their ids: what a copy that was cut off left there is replaced or passed over.
        IReadOnlyList<Notice> notices = await from.NoticesAsync(Reader.Owner, false, int.MaxValue, cancellationToken).ConfigureAwait(false);
        foreach (SavedSearch search in await from.SavedSearchesAsync(Reader.Owner, cancellationToken).ConfigureAwait(false))
        {
            await to.RemoveSearchAsync(Reader.Owner, search.Id, cancellationToken).ConfigureAwait(false);
            Watch watch = search.Watch ?? new(0, 0, Digest.AtOnce, null, null);
            SavedSearch telling = search with { Watch = watch };
            await to.SaveSearchAsync(telling, cancellationToken).ConfigureAwait(false);
            foreach (Notice notice in notices.Where(n => n.SearchId == search.Id))
                await to.TellAsync(telling, watch.ToldUpTo, notice, cancellationToken).ConfigureAwait(false);
            await to.SaveSearchAsync(search, cancellationToken).ConfigureAwait(false);
        }

        foreach (Decision decision in await from.DecisionsAsync(Reader.Owner, cancellationToken).ConfigureAwait(false))
            await to.SaveDecisionAsync(decision, cancellationToken).ConfigureAwait(false);
        foreach (RecordQuestion question in await from.QuestionsAsync(Reader.Owner, cancellationToken).ConfigureAwait(false))
            await to.SaveQuestionAsync(question, cancellationToken).ConfigureAwait(false);
    }

    private static async Task PeopleAsync(IAccountStore from, IAccountStore to, CancellationToken cancellationToken)
    {
        foreach (Office office in await from.OfficesAsync(cancellationToken).ConfigureAwait(false))
            await to.SaveOfficeAsync(office, cancellationToken).ConfigureAwait(false);
        foreach (Account account in await from.AccountsAsync(cancellationToken).ConfigureAwait(false))
            await to.AddAccountAsync(account, cancellationToken).ConfigureAwait(false);
        foreach (ApiKey key in await from.KeysAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await to.FindKeyAsync(key.Id, cancellationToken).ConfigureAwait(false) is null)
                await to.AddKeyAsync(key, cancellationToken).ConfigureAwait(false);
        }
    }

    // Number and hash follow from the entries and their order, so the same entries make the same chain.
    private static async Task AuditAsync(IAuditLog from, IAuditLog to, CancellationToken cancellationToken)
    {
        long copied = (await to.VerifyAsync(cancellationToken).ConfigureAwait(false)).Records;
        while (true)
        {
            IReadOnlyList<AuditRecord> next = await from.ReadAsync(
                    new(Before: copied + 1 + RowsAtOnce, Size: RowsAtOnce),
                    cancellationToken
                )
                .ConfigureAwait(false);
            AuditEntry[] entries = [.. next.Where(r => r.Number > copied).OrderBy(r => r.Number).Select(r => r.Entry)];
            if (entries.Length == 0)
                return;
            await to.AppendAsync(entries, cancellationToken).ConfigureAwait(false);
            copied += entries.Length;
        }
    }

    private static async Task<Dictionary<string, long>> TablesAsync(Database from, Database to, CancellationToken cancellationToken)
    {
        await using DbConnection source = await from.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using DbTransaction reading = from.Dialect.BeginRead(source);
        await using SeizureContext model = from.Dialect.Context(source);
        await model.Database.UseTransactionAsync(reading, cancellationToken).ConfigureAwait(false);
        await using DbConnection target = await to.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using DbTransaction writing = await to.Dialect.BeginWriteAsync(target, cancellationToken).ConfigureAwait(false);
        await to.Dialect.HoldNumberingAsync(target, writing, Numbering.Submissions, cancellationToken).ConfigureAwait(false);

        var copied = new Dictionary<string, long>(StringComparer.Ordinal);
        Tables tables = from.TablesOf(model);
        using (BulkWriter bulk = to.Dialect.Bulk(target, writing))
        {
            // A child never comes before what it refers to.
            await CopyAsync(tables.Submissions).ConfigureAwait(false);
            await CopyAsync(tables.SubmissionCountries).ConfigureAwait(false);
            await CopyAsync(tables.Cases).ConfigureAwait(false);
            await CopyAsync(tables.Seizures).ConfigureAwait(false);
            await CopyAsync(tables.SerialHashes).ConfigureAwait(false);
            await CopyAsync(tables.Legs).ConfigureAwait(false);
            await CopyAsync(tables.Concealments).ConfigureAwait(false);
            await CopyAsync(tables.Tokens).ConfigureAwait(false);
            await CopyAsync(tables.Rejections).ConfigureAwait(false);
            await CopyAsync(tables.Issues).ConfigureAwait(false);

            async Task CopyAsync<TRow>(Table<TRow> table)
                where TRow : class, new() =>
                copied.Add(
                    table.Name,
                    await RowsAsync(table, from.Dialect, source, reading, bulk, cancellationToken).ConfigureAwait(false)
                );
        }

        (int waiting, int refused) = await OutboxAsync(model, to.Dialect, target, writing, cancellationToken).ConfigureAwait(false);
        copied.Add("outbox", waiting);
        copied.Add("refusals", refused);
        foreach ((string table, long rows) in copied)
        {
            long taken = Number(to.Dialect, target, writing, $"SELECT COUNT(*) FROM \"{table}\"");
            if (taken != rows)
                throw new InvalidOperationException($"Table {table} took {taken} of {rows} rows; nothing is kept.");
        }

        await writing.CommitAsync(cancellationToken).ConfigureAwait(false);
        return copied;
    }

    private static async Task<long> RowsAsync<TRow>(
        Table<TRow> table,
        StoreDialect dialect,
        DbConnection source,
        DbTransaction reading,
        BulkWriter bulk,
        CancellationToken cancellationToken
    )
        where TRow : class, new()
    {
        long copied = 0;
        long last = Number(dialect, source, reading, $"SELECT COALESCE(MAX(\"{table.Key[0]}\"), 0) FROM \"{table.Name}\"");
        var buffer = new RowBuffer<TRow>();
        using RowSource rows = dialect.Select(source, reading, table.SelectRange);
        for (long first = 1; first <= last; first += NumbersAtOnce)
        {
            rows.Start(first, Math.Min(last, first + NumbersAtOnce - 1));
            while (rows.Next())
            {
                table.Read(rows, buffer.Next());
                if (buffer.Rows.Count == RowsAtOnce)
                    await FlushAsync().ConfigureAwait(false);
            }

            await FlushAsync().ConfigureAwait(false);
        }

        return copied;

        async Task FlushAsync()
        {
            cancellationToken.ThrowIfCancellationRequested();
            copied += buffer.Rows.Count;
            await bulk.WriteAsync(table, buffer.Rows, cancellationToken).ConfigureAwait(false);
            buffer.Clear();
        }
    }

    // Leases stay behind: who holds one confirms to the store that it was given by.
    private static async Task<(int Waiting, int Refused)> OutboxAsync(
        SeizureContext source,
        StoreDialect dialect,
        DbConnection target,
        DbTransaction writing,
        CancellationToken cancellationToken
    )
    {
        List<OutboxRow> waiting = await source
            .Outbox.AsNoTracking()
            .OrderBy(o => o.Id)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        foreach (OutboxRow row in waiting)
            (row.LeasedBy, row.LeasedUntil) = (null, null);
        List<RefusalRow> refused = await source.Refusals.AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = dialect.Context(target);
        await context.Database.UseTransactionAsync(writing, cancellationToken).ConfigureAwait(false);
        context.Outbox.AddRange(waiting);
        context.Refusals.AddRange(refused);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return (waiting.Count, refused.Count);
    }

    private static long Number(StoreDialect dialect, DbConnection connection, DbTransaction transaction, string sql)
    {
        using RowSource rows = dialect.Select(connection, transaction, sql);
        rows.Start(0, 0);
        rows.Next();
        return rows.Integer(0);
    }
}
