using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Intake;

/// <summary>Records of named values (JSON objects, XML elements) as rows of one width; nested values are named by their path.</summary>
internal sealed class RecordTable
{
    private const string Joiner = ";";
    private readonly IntakeOptions _limits;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<CellPool> _pools = [];
    private string?[] _cells = [];
    private long _characters;

    /// <param name="limits">The limits.</param>
    /// <param name="names">Paths learned before; empty for none.</param>
    public RecordTable(IntakeOptions limits, IReadOnlyList<string> names)
    {
        _limits = limits;
        foreach (string name in names)
            Learn(name);
    }

    public IReadOnlyList<string> Names => _names;

    /// <summary>Notes that a record has a value at this path.</summary>
    public void Learn(string path)
    {
        if (!_columns.TryAdd(path, _names.Count))
            return;
        if (_names.Count >= _limits.MaxColumns)
            throw Unreadable.TooManyColumns(_limits.MaxColumns);
        _names.Add(path);
    }

    public void Begin()
    {
        _cells = new string?[_names.Count];
        _characters = 0;
    }

    /// <summary>Sets a value of the current record; a second one at the same path is joined with a semicolon.</summary>
    public void Set(string path, string value, int row)
    {
        _characters += value.Length;
        if (_characters > _limits.MaxLineCharacters)
            throw Unreadable.TooLong(_limits.MaxLineCharacters, row);
        int column = _columns[path];
        while (_pools.Count <= column)
            _pools.Add(new CellPool());
        _cells[column] = _pools[column].Intern(_cells[column] is { } before ? before + Joiner + value : value);
    }

    public string[] End()
    {
        string[] cells = new string[_cells.Length];
        for (int i = 0; i < cells.Length; i++)
            cells[i] = _cells[i] ?? string.Empty;
        return cells;
    }
}
