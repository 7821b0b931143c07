using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Storage.Engines;

/// <summary>Connections whose reads all see one and the same state; each serves one thread at a time.</summary>
internal sealed class SharedReads : IAsyncDisposable
{
    private readonly List<(DbConnection Connection, DbTransaction Transaction)> _all = [];

    /// <summary>The connections with their transactions; one at least once they are begun.</summary>
    public IReadOnlyList<(DbConnection Connection, DbTransaction Transaction)> All => _all;

    /// <summary>Begins transactions on connections of their own; where one cannot begin, none stays open.</summary>
    public static async Task<SharedReads> BeginAsync(StoreDialect dialect, int count, CancellationToken cancellationToken)
    {
        var reads = new SharedReads();
        try
        {
            while (reads._all.Count < count)
            {
                DbConnection connection = await dialect.OpenAsync(create: false, cancellationToken).ConfigureAwait(false);
                reads._all.Add((connection, dialect.BeginRead(connection)));
            }

            return reads;
        }
        catch
        {
            await reads.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach ((DbConnection connection, DbTransaction transaction) in _all)
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
