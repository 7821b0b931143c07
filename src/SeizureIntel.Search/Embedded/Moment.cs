using System;
using SeizureIntel.Search.Columns;

namespace SeizureIntel.Search.Embedded;

/// <summary>What one query works on: a snapshot and the file it was read from, kept open until disposed.</summary>
internal sealed class Moment(IndexSnapshot snapshot, IndexFile? file) : IDisposable
{
    public IndexSnapshot Snapshot => snapshot;

    /// <summary>Where the words and long texts are; null for an empty index.</summary>
    public IndexFile? File => file;

    public void Dispose() => file?.Release();
}
