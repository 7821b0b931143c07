using System;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Storage.Engines;

/// <summary>Takes rows into tables by the chunk, within one transaction; how they get in is the engine's.</summary>
internal abstract class BulkWriter : IDisposable
{
    /// <summary>Inserts the rows; the row objects are the caller's again when it returns.</summary>
    public abstract Task WriteAsync<TRow>(Table<TRow> table, ArraySegment<TRow> rows, CancellationToken cancellationToken)
        where TRow : class;

    public abstract void Dispose();
}
