using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Intake;

/// <summary>Tables of a page, read one after another: asked for in their order, they cost one reading of it, and one more for each within another.</summary>
/// <param name="open">Opens the page from its start; what was opened before is released first.</param>
internal sealed class HtmlCursor(Func<HtmlWalk> open) : IDisposable
{
    private HtmlWalk? _walk;

    // How many tables had begun where the walk stands.
    private int _begun;

    /// <summary>The rows of a table, counted from 0 by where tables begin.</summary>
    public IEnumerable<HtmlRow> RowsOf(int table)
    {
        if (_walk is null || table < _begun)
        {
            _walk?.Dispose();
            _walk = open();
            _begun = 0;
        }

        while (_walk.Next() is { } row)
        {
            _begun = row.Begun;
            if (row.Table != table)
                continue;
            if (row.IsLast)
                yield break;
            yield return row;
        }
    }

    public void Dispose() => _walk?.Dispose();
}
