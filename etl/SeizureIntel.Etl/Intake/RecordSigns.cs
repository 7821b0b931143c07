using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Intake;

/// <summary>Tells a table's records from what stands above them: they hold figures where the others of their column do, or words that come again.</summary>
internal sealed class RecordSigns
{
    private readonly IReadOnlyList<string[]> _rows;
    private readonly int _width;
    private readonly bool[] _hasFigures;
    private readonly Dictionary<string, int>[] _words;

    /// <summary>Looks at the first rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="width">How many cells a record usually fills.</param>
    public RecordSigns(IReadOnlyList<string[]> rows, int width)
    {
        (_rows, _width) = (rows, width);
        int columns = rows.Max(r => r.Length);
        int[] filled = new int[columns],
            figures = new int[columns];
        _words = [.. Enumerable.Range(0, columns).Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        // Names that come again on every page are no words of records.
        foreach (string[] row in rows.Where(IsFull).DistinctBy(r => string.Join('\u001f', r)))
        {
            for (int c = 0; c < row.Length; c++)
            {
                if (string.IsNullOrWhiteSpace(row[c]))
                    continue;
                filled[c]++;
                figures[c] += IsFigure(row[c]) ? 1 : 0;
                _words[c][row[c]] = _words[c].GetValueOrDefault(row[c]) + 1;
            }
        }

        _hasFigures = [.. filled.Select((f, c) => f > 0 && figures[c] * 2 >= f)];
    }

    /// <summary>The first record's place (from 0); -1 where none can be told from the other rows.</summary>
    public int First()
    {
        for (int i = 0; i < _rows.Count; i++)
        {
            if (IsRecord(i))
                return i;
        }

        return -1;
    }

    /// <summary>Whether a cell is a number, a date, a reference: more digits than letters.</summary>
    public static bool IsFigure(string cell)
    {
        int more = 0;
        foreach (char c in cell)
            more +=
                char.IsDigit(c) ? 1
                : char.IsLetter(c) ? -1
                : 0;
        return more > 0;
    }

    private bool IsFull(string[] row) => HeaderRow.Filled(row) * 2 >= _width;

    private bool IsRecord(int i)
    {
        string[] row = _rows[i];
        if (
            !IsFull(row)
            || HeaderRow.IsYears(row)
            || (HeaderRow.IsNumbering(row) && !(i + 1 < _rows.Count && HeaderRow.IsNumbering(_rows[i + 1])))
        )
            return false;
        int filled = 0,
            expected = 0,
            figures = 0,
            again = 0;
        for (int c = 0; c < row.Length; c++)
        {
            if (string.IsNullOrWhiteSpace(row[c]))
                continue;
            filled++;
            expected += _hasFigures[c] ? 1 : 0;
            figures += _hasFigures[c] && IsFigure(row[c]) ? 1 : 0;
            again += _words[c].GetValueOrDefault(row[c]) > 1 ? 1 : 0;
        }

        return expected > 0 ? figures * 2 > expected : again > 0 && again * 3 >= filled;
    }
}
