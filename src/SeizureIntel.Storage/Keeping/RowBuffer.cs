using System;

namespace SeizureIntel.Storage.Keeping;

/// <summary>The rows of a chunk for one table; the row objects are used again for the next chunk, so that nothing is allocated while writing.</summary>
internal sealed class RowBuffer<TRow>
    where TRow : class, new()
{
    private TRow[] _rows = [];
    private int _count;

    /// <summary>The rows taken since the last clearing.</summary>
    public ArraySegment<TRow> Rows => new(_rows, 0, _count);

    /// <summary>A row to be filled in every property; it may hold those of an earlier chunk.</summary>
    public TRow Next()
    {
        if (_count == _rows.Length)
            Array.Resize(ref _rows, Math.Max(64, 2 * _rows.Length));
        return _rows[_count++] ??= new();
    }

    public void Clear() => _count = 0;
}
