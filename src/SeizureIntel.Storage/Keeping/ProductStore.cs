using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Bulletins;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

/// <summary>What people made of what came in, in a relational database.</summary>
internal sealed partial class ProductStore(StoreDialect dialect) : IProductStore
{
    /// <inheritdoc/>
    public Task SaveBulletinAsync(BulletinRecord bulletin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bulletin);
        return dialect.WriteAsync(
            dialect.Products,
            async (context, _, stop) =>
            {
                await context.Set<BulletinRow>().Where(b => b.Id == bulletin.Id).ExecuteDeleteAsync(stop).ConfigureAwait(false);
                context.Add(Row(bulletin));
                return await context.SaveChangesAsync(stop).ConfigureAwait(false);
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BulletinRecord>> BulletinsAsync(Reader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<BulletinRow> rows = await ReadAsync(
                (bulletins, stop) => bulletins.SeenBy(reader).OrderByDescending(b => b.CreatedAt).ThenBy(b => b.Id).ToListAsync(stop),
                cancellationToken
            )
            .ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc/>
    public async Task<BulletinRecord?> FindBulletinAsync(Reader reader, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        BulletinRow? row = await ReadAsync(
                (bulletins, stop) => bulletins.SeenBy(reader).FirstOrDefaultAsync(b => b.Id == id, stop),
                cancellationToken
            )
            .ConfigureAwait(false);
        return row is null ? null : Read(row);
    }

    private Task<T> ReadAsync<T>(Func<IQueryable<BulletinRow>, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        dialect.ReadAsync(dialect.Products, (context, stop) => read(context.Set<BulletinRow>().AsNoTracking(), stop), cancellationToken);

    private static BulletinRow Row(BulletinRecord bulletin) =>
        new()
        {
            Id = bulletin.Id,
            Region = bulletin.Region,
            PeriodFrom = bulletin.From,
            PeriodTo = bulletin.To,
            Marking = bulletin.Marking.Label(),
            CreatedAt = bulletin.CreatedAt.UtcDateTime,
            DocumentJson = bulletin.DocumentJson,
            Html = bulletin.Html,
            ReleasedAt = bulletin.ReleasedAt?.UtcDateTime,
        };

    private static BulletinRecord Read(BulletinRow row) =>
        new(
            row.Id,
            row.Region,
            row.PeriodFrom,
            row.PeriodTo,
            Markings.Find(row.Marking) ?? Marking.Red,
            Utc(row.CreatedAt),
            row.DocumentJson,
            row.Html,
            Utc(row.ReleasedAt)
        );

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private static DateTimeOffset? Utc(DateTime? time) => time is { } known ? Utc(known) : null;
}
