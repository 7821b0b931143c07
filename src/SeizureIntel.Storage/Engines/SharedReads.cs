using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Threading.Tasks;

namespace SeizureIntel.Storage.Engines;

/// <summary>Connections whose reads all see one and the same state; each serves one thread at a time.</summary>
internal sealed class SharedReads : IAsyncDisposable
{
    private readonly List<(DbConnection Connection, DbTransaction Transaction)> _all = [];

    /// <summary>The connections with their transactions; one at least once they are begun.</summary>
    public IReadOnlyList<(DbConnection Connection, DbTransaction Transaction)> All => _all;

    /// <summary>Adds one, which is closed with the others.</summary>
    public void Add(DbConnection connection, DbTransaction transaction) => _all.Add((connection, transaction));

    public async ValueTask DisposeAsync()
    {
        foreach ((DbConnection connection, DbTransaction transaction) in _all)
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
