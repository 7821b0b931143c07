using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Bulletins;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Model;
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

/// <summary>What people made of what came in, in a relational database.</summary>
internal sealed class ProductStore(Database database) : IProductStore
{
    /// <inheritdoc/>
    public async Task SaveBulletinAsync(BulletinRecord bulletin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bulletin);
        await using DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using DbTransaction transaction = await database.Dialect.BeginWriteAsync(connection, cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = database.Context(connection);
        await context.Database.UseTransactionAsync(transaction, cancellationToken).ConfigureAwait(false);
        await context.Bulletins.Where(b => b.Id == bulletin.Id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        context.Bulletins.Add(
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
            }
        );
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BulletinRecord>> BulletinsAsync(Reader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        await using DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = database.Context(connection);
        List<BulletinRow> rows = await context
            .Bulletins.AsNoTracking()
            .SeenBy(reader)
            .OrderByDescending(b => b.CreatedAt)
            .ThenBy(b => b.Id)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc/>
    public async Task<BulletinRecord?> FindBulletinAsync(Reader reader, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        await using DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using SeizureContext context = database.Context(connection);
        BulletinRow? row = await context
            .Bulletins.AsNoTracking()
            .SeenBy(reader)
            .FirstOrDefaultAsync(b => b.Id == id, cancellationToken)
            .ConfigureAwait(false);
        return row is null ? null : Read(row);
    }

    private static BulletinRecord Read(BulletinRow row) =>
        new(
            row.Id,
            row.Region,
            row.PeriodFrom,
            row.PeriodTo,
            Markings.Find(row.Marking) ?? Marking.Red,
            new(DateTime.SpecifyKind(row.CreatedAt, DateTimeKind.Utc)),
            row.DocumentJson,
            row.Html
        );
}
