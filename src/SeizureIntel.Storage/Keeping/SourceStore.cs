using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Ports;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;
using SeizureIntel.Submissions;

namespace SeizureIntel.Storage.Keeping;

/// <summary>Suggested and accepted sources in a relational database, beside the products: people decided on them.</summary>
internal sealed class SourceStore(StoreDialect dialect) : ISourceStore
{
    /// <inheritdoc/>
    public Task SaveSourceAsync(KeptSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return dialect.WriteAsync(
            dialect.Products,
            async (context, _, stop) =>
            {
                await Named(context, source.Name).ExecuteDeleteAsync(stop).ConfigureAwait(false);
                context.Add(Row(source));
                return await context.SaveChangesAsync(stop).ConfigureAwait(false);
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptSource>> SourcesAsync(CancellationToken cancellationToken)
    {
        List<KeptSourceRow> rows = await dialect
            .ReadAsync(
                dialect.Products,
                (context, stop) => context.Set<KeptSourceRow>().AsNoTracking().OrderBy(r => r.Name).ToListAsync(stop),
                cancellationToken
            )
            .ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc/>
    public Task<bool> RemoveSourceAsync(string name, CancellationToken cancellationToken) =>
        dialect.WriteAsync(
            dialect.Products,
            async (context, _, stop) => await Named(context, name).ExecuteDeleteAsync(stop).ConfigureAwait(false) > 0,
            cancellationToken
        );

    private static IQueryable<KeptSourceRow> Named(DbContext context, string name) =>
        context.Set<KeptSourceRow>().Where(r => r.Name == name);

    private static KeptSourceRow Row(KeptSource source) =>
        new()
        {
            Name = source.Name,
            Description = source.Description,
            Suggestion = source.Suggestion,
            ProposedBy = source.ProposedBy,
            ProposedAt = source.ProposedAt.UtcDateTime,
            AcceptedBy = source.AcceptedBy,
            AcceptedAt = source.AcceptedAt?.UtcDateTime,
        };

    private static KeptSource Read(KeptSourceRow row) =>
        new(
            row.Name,
            row.Description,
            row.Suggestion,
            row.ProposedBy,
            new(DateTime.SpecifyKind(row.ProposedAt, DateTimeKind.Utc)),
            row.AcceptedBy,
            row.AcceptedAt is { } accepted ? new(DateTime.SpecifyKind(accepted, DateTimeKind.Utc)) : null
        );
}
