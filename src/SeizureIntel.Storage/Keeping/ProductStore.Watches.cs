using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;
using SeizureIntel.Values;
using SeizureIntel.Watches;

namespace SeizureIntel.Storage.Keeping;

// Saved searches, and what their watches told.
internal sealed partial class ProductStore
{
    private const string SavedCount = """SELECT COUNT(*) FROM "saved_searches" """;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SavedSearch>> SavedSearchesAsync(Reader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);

        // The loop that looks for watches asks every few seconds, mostly where there are none.
        if (!await dialect.AskAsync(IsAnySaved, cancellationToken).ConfigureAwait(false))
            return [];
        List<SavedSearchRow> rows = await dialect
            .ReadAsync(
                dialect.Products,
                (context, stop) =>
                    context.Set<SavedSearchRow>().AsNoTracking().SeenBy(reader).OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(stop),
                cancellationToken
            )
            .ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc/>
    public Task SaveSearchAsync(SavedSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        return dialect.WriteAsync(
            dialect.Products,
            async (context, _, stop) =>
            {
                await context.Set<SavedSearchRow>().Where(s => s.Id == search.Id).ExecuteDeleteAsync(stop).ConfigureAwait(false);
                context.Add(Row(search));
                return await context.SaveChangesAsync(stop).ConfigureAwait(false);
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> RemoveSearchAsync(Reader reader, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return dialect.WriteAsync(
            dialect.Products,
            async (context, _, stop) =>
            {
                int removed = await context
                    .Set<SavedSearchRow>()
                    .SeenBy(reader)
                    .Where(s => s.Id == id)
                    .ExecuteDeleteAsync(stop)
                    .ConfigureAwait(false);
                if (removed > 0)
                    await context.Set<NoticeRow>().Where(n => n.SearchId == id).ExecuteDeleteAsync(stop).ConfigureAwait(false);
                return removed > 0;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> TellAsync(SavedSearch search, long toldBefore, Notice? notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        Watch watch = search.Watch ?? throw new ArgumentException("A saved search without a watch tells nothing.", nameof(search));
        DateTime? last = watch.LastToldAt?.UtcDateTime;
        return dialect.WriteAsync(
            dialect.Products,
            async (context, _, stop) =>
            {
                int moved = await context
                    .Set<SavedSearchRow>()
                    .Where(s => s.Id == search.Id && s.ToldUpTo == toldBefore)
                    .ExecuteUpdateAsync(s => s.SetProperty(r => r.ToldUpTo, watch.ToldUpTo).SetProperty(r => r.LastToldAt, last), stop)
                    .ConfigureAwait(false);
                if (moved == 0)
                    return false;
                if (notice is not null)
                {
                    context.Add(Row(notice));
                    await context.SaveChangesAsync(stop).ConfigureAwait(false);
                }

                return true;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Notice>> NoticesAsync(Reader reader, bool isUnseen, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<NoticeRow> rows = await dialect
            .ReadAsync(
                dialect.Products,
                (context, stop) =>
                    context
                        .Set<NoticeRow>()
                        .AsNoTracking()
                        .SeenBy(reader)
                        .Where(n => !isUnseen || n.SeenAt == null)
                        .OrderByDescending(n => n.At)
                        .ThenBy(n => n.Id)
                        .Take(most)
                        .ToListAsync(stop),
                cancellationToken
            )
            .ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc/>
    public Task<bool> AcknowledgeAsync(Reader reader, string id, string accountId, DateTimeOffset time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        DateTime at = time.UtcDateTime;
        return dialect.WriteAsync(
            dialect.Products,
            async (context, _, stop) =>
                await context
                    .Set<NoticeRow>()
                    .SeenBy(reader)
                    .Where(n => n.Id == id && n.SeenAt == null)
                    .ExecuteUpdateAsync(n => n.SetProperty(r => r.SeenBy, accountId).SetProperty(r => r.SeenAt, at), stop)
                    .ConfigureAwait(false) > 0,
            cancellationToken
        );
    }

    private bool IsAnySaved(DbConnection connection)
    {
        using RowSource count = dialect.Select(connection, null, SavedCount);
        count.Start(0, 0);
        count.Next();
        return count.Integer(0) > 0;
    }

    private static SavedSearchRow Row(SavedSearch search) =>
        new()
        {
            Id = search.Id,
            OfficeId = search.OfficeId,
            Name = search.Name,
            QueryJson = SeizureQueryJson.Write(search.Query),
            SavedBy = search.SavedBy,
            CreatedAt = search.CreatedAt.UtcDateTime,
            ToldUpTo = search.Watch?.ToldUpTo,
            CooldownHours = search.Watch?.CooldownHours ?? 0,
            Digest = search.Watch is { } watch ? SnakeNames<Digest>.Of(watch.Digest) : null,
            MutedUntil = search.Watch?.MutedUntil?.UtcDateTime,
            LastToldAt = search.Watch?.LastToldAt?.UtcDateTime,
        };

    private static SavedSearch Read(SavedSearchRow row) =>
        new(
            row.Id,
            row.OfficeId,
            row.Name,
            SeizureQueryJson.Read(row.QueryJson),
            row.SavedBy,
            Utc(row.CreatedAt),
            row is { ToldUpTo: { } told, Digest: { } digest }
                ? new(told, row.CooldownHours, SnakeNames<Digest>.Read(digest), Utc(row.MutedUntil), Utc(row.LastToldAt))
                : null
        );

    private static NoticeRow Row(Notice notice) =>
        new()
        {
            Id = notice.Id,
            SearchId = notice.SearchId,
            SearchName = notice.SearchName,
            OfficeId = notice.OfficeId,
            Ceiling = notice.Ceiling.Label(),
            At = notice.At.UtcDateTime,
            Submissions = string.Join(' ', notice.Submissions),
            Seizures = notice.Seizures,
            Cases = notice.Cases,
            SeenBy = notice.SeenBy,
            SeenAt = notice.SeenAt?.UtcDateTime,
        };

    private static Notice Read(NoticeRow row) =>
        new(
            row.Id,
            row.SearchId,
            row.SearchName,
            row.OfficeId,
            Markings.Find(row.Ceiling) ?? Marking.Red,
            Utc(row.At),
            row.Submissions.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            row.Seizures,
            row.Cases,
            row.SeenBy,
            Utc(row.SeenAt)
        );
}
