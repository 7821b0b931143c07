using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;

namespace SeizureIntel.Storage.Keeping;

/// <summary>The database of what came in, as the stores over it share it: its engine, and its tables once they are known.</summary>
internal sealed class Database(StoreDialect dialect)
{
    private readonly Lock _gate = new();
    private Tables? _tables;

    public StoreDialect Dialect { get; } = dialect;

    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => Dialect.OpenAsync(create: false, cancellationToken);

    /// <inheritdoc cref="StoreDialect.AskAsync"/>
    public Task<T> AskAsync<T>(Func<DbConnection, T> ask, CancellationToken cancellationToken) => Dialect.AskAsync(ask, cancellationToken);

    public Task<T> ReadAsync<T>(Func<SeizureContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        Dialect.ReadAsync(Dialect.Context, read, cancellationToken);

    public Task<T> WriteAsync<T>(Func<SeizureContext, CancellationToken, Task<T>> write, CancellationToken cancellationToken) =>
        Dialect.WriteAsync(Dialect.Context, (context, _, stop) => write(context, stop), cancellationToken);

    public Tables TablesOf(SeizureContext context)
    {
        lock (_gate)
            return _tables ??= new(context.Model);
    }

    /// <summary>Reads the cases that a reader may see over the context's connection, which stays open.</summary>
    public async Task<CaseReader> CasesAsync(Reader reader, SeizureContext context, CancellationToken cancellationToken)
    {
        Dictionary<long, (string Id, string Source)> submissions = await context
            .Submissions.AsNoTracking()
            .Where(s => s.WithdrawnAt == null && s.ErasedAt == null)
            .Select(s => new
            {
                s.Number,
                s.Id,
                s.Source,
            })
            .ToDictionaryAsync(s => s.Number, s => (s.Id, s.Source), cancellationToken)
            .ConfigureAwait(false);
        return new(reader, Dialect, context.Database.GetDbConnection(), TablesOf(context), submissions);
    }
}
