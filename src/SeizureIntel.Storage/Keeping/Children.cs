using System;
using System.Collections.Generic;
using SeizureIntel.Storage.Engines;

namespace SeizureIntel.Storage.Keeping;

/// <summary>The rows of a child table in the order of the cases, handed out case by case.</summary>
internal sealed class Children<TRow, TChild>(Table<TRow> table, RowSource source, Func<TRow, long> caseNumber, Func<TRow, TChild> read)
    : IDisposable
    where TRow : class, new()
{
    private readonly TRow _row = new();
    private readonly List<TChild> _found = [];
    private long _next;

    public void Start(long first, long last)
    {
        source.Start(first, last);
        Advance();
    }

    /// <summary>The children of a case; must be asked in rising order.</summary>
    public IReadOnlyList<TChild> Of(long number)
    {
        if (_next != number)
            return [];
        TChild first = read(_row);
        Advance();
        if (_next != number)
            return [first];
        _found.Clear();
        _found.Add(first);
        while (_next == number)
        {
            _found.Add(read(_row));
            Advance();
        }

        return _found.ToArray();
    }

    public void Dispose() => source.Dispose();

    private void Advance()
    {
        if (!source.Next())
        {
            _next = long.MaxValue;
            return;
        }

        table.Read(source, _row);
        _next = caseNumber(_row);
    }
}
