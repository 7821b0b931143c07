using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Auditing;
using SeizureIntel.Ports;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;

namespace SeizureIntel.Storage.Keeping;

/// <summary>The audit log in a relational database.</summary>
internal sealed class AuditLog(StoreDialect dialect) : IAuditLog
{
    private const string Last = """SELECT "number", "hash" FROM "audit" WHERE "number" = (SELECT MAX("number") FROM "audit")""";

    private const string All = """
        SELECT "number", "at", "actor", "action", "subject", "outcome", "detail", "hash" FROM "audit" WHERE "number" > 0 ORDER BY "number"
        """;

    private const string Insert = """
        INSERT INTO "audit" ("number", "at", "actor", "action", "subject", "outcome", "detail", "hash")
        VALUES (@number, @at, @actor, @action, @subject, @outcome, @detail, @hash)
        """;

    /// <inheritdoc/>
    public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return dialect.WriteAsync(
            async (connection, transaction, stop) =>
            {
                await dialect.HoldNumberingAsync(connection, transaction, Numbering.Audit, stop).ConfigureAwait(false);
                (long number, string hash) = await LastAsync(connection, transaction, stop).ConfigureAwait(false);
                foreach (AuditEntry entry in entries)
                {
                    var record = AuditRecord.After(number, hash, Fitted(entry));
                    (number, hash) = (record.Number, record.Hash);
                    await using DbCommand insert = Inserting(connection, transaction, record);
                    await insert.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
                }

                return entries.Count;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AuditRecord>> ReadAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        DateTime? from = query.From?.UtcDateTime,
            to = query.To?.UtcDateTime;
        List<AuditRow> rows = await RowsAsync(
                audit =>
                    audit
                        .Where(r =>
                            (query.Actor == null || r.Actor == query.Actor)
                            && (query.Action == null || r.Action == query.Action)
                            && (from == null || r.At >= from)
                            && (to == null || r.At <= to)
                            && (query.Before == null || r.Number < query.Before)
                        )
                        .OrderByDescending(r => r.Number)
                        .Take(query.Size),
                cancellationToken
            )
            .ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc/>
    public Task<AuditState> VerifyAsync(CancellationToken cancellationToken) =>
        dialect.AskAsync(
            connection =>
            {
                (long number, string hash) = (0, AuditRecord.Beginning);
                using DbCommand command = Statement.Of(connection, null, All);
                using DbDataReader rows = command.ExecuteReader();
                while (rows.Read())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    AuditRecord record = Read(rows);
                    if (record.Number != number + 1 || !record.Follows(hash))
                        return new AuditState(number, number + 1, hash);
                    (number, hash) = (record.Number, record.Hash);
                }

                return new AuditState(number, null, hash);
            },
            cancellationToken
        );

    private Task<List<AuditRow>> RowsAsync(Func<IQueryable<AuditRow>, IQueryable<AuditRow>> ask, CancellationToken cancellationToken) =>
        dialect.ReadAsync(
            dialect.Audit,
            (context, stop) => ask(context.Set<AuditRow>().AsNoTracking()).ToListAsync(stop),
            cancellationToken
        );

    // What is hashed is what is kept: times to the microsecond, texts to the width of their columns.
    private static AuditEntry Fitted(AuditEntry entry) =>
        new(
            new DateTimeOffset(entry.At.UtcTicks - (entry.At.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
            Cut(entry.Actor, AuditContext.ActorLength),
            Cut(entry.Action, AuditContext.ActionLength),
            Cut(entry.Subject, AuditContext.TextLength),
            Cut(entry.Outcome, AuditContext.ActorLength),
            Cut(entry.Detail, AuditContext.TextLength)
        );

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private static async Task<(long Number, string Hash)> LastAsync(
        DbConnection connection,
        DbTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        await using DbCommand command = Statement.Of(connection, transaction, Last);
        await using DbDataReader last = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await last.ReadAsync(cancellationToken).ConfigureAwait(false)
            ? (last.GetInt64(0), last.GetString(1))
            : (0, AuditRecord.Beginning);
    }

    private static DbCommand Inserting(DbConnection connection, DbTransaction transaction, AuditRecord record) =>
        Statement.Of(
            connection,
            transaction,
            Insert,
            ("@number", record.Number),
            ("@at", record.Entry.At.UtcDateTime),
            ("@actor", record.Entry.Actor),
            ("@action", record.Entry.Action),
            ("@subject", record.Entry.Subject),
            ("@outcome", record.Entry.Outcome),
            ("@detail", record.Entry.Detail),
            ("@hash", record.Hash)
        );

    private static AuditRecord Read(AuditRow row) =>
        Record(row.Number, row.At, row.Actor, row.Action, row.Subject, row.Outcome, row.Detail, row.Hash);

    private static AuditRecord Read(DbDataReader row) =>
        Record(
            row.GetInt64(0),
            row.GetDateTime(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            row.GetString(6),
            row.GetString(7)
        );

    private static AuditRecord Record(
        long number,
        DateTime at,
        string actor,
        string action,
        string subject,
        string outcome,
        string detail,
        string hash
    ) =>
        new(
            number,
            new AuditEntry(new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)), actor, action, subject, outcome, detail),
            hash
        );
}
