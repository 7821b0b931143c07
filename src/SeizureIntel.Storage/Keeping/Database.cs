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

/// <summary>One database as the stores over it share it: its engine, and its tables once they are known.</summary>
internal sealed class Database(StoreDialect dialect)
{
    private readonly Lock _gate = new();
    private Tables? _tables;

    public StoreDialect Dialect { get; } = dialect;

    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => Dialect.OpenAsync(create: false, cancellationToken);

    public SeizureContext Context(DbConnection connection) => Dialect.Context(connection);

    public Tables TablesOf(SeizureContext context)
    {
        lock (_gate)
            return _tables ??= new(context.Model);
    }

    /// <summary>Reads the cases that a reader may see over a connection that stays open.</summary>
    public async Task<CaseReader> CasesAsync(
        Reader reader,
        DbConnection connection,
        SeizureContext context,
        CancellationToken cancellationToken
    )
    {
        Dictionary<long, (string Id, string Source)> submissions = await context
            .Submissions.AsNoTracking()
            .Select(s => new
            {
                s.Number,
                s.Id,
                s.Source,
            })
            .ToDictionaryAsync(s => s.Number, s => (s.Id, s.Source), cancellationToken)
            .ConfigureAwait(false);
        return new(reader, Dialect, connection, TablesOf(context), submissions);
    }
}
