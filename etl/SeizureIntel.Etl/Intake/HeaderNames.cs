using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Intake;

/// <summary>The names of columns that stand in one row or in several: groups stand over their columns, and a name may go on in the row beneath.</summary>
internal sealed class HeaderNames
{
    private readonly IReadOnlyList<string[]> _rows;
    private readonly string[]?[] _clean;
    private readonly Dictionary<(int Row, int Column), int> _merged = [];
    private readonly int _last;
    private readonly int _width;

    /// <summary>Begins with the last row of names.</summary>
    /// <param name="rows">The rows of the sheet.</param>
    /// <param name="last">The last row of names, from 0.</param>
    /// <param name="merged">Cells that were merged.</param>
    public HeaderNames(IReadOnlyList<string[]> rows, int last, IEnumerable<MergedCells> merged)
    {
        (_rows, _clean, _last, First) = (rows, new string[last + 1][], last, last);
        _width = rows.Take(last + 1).Max(r => r.Length);
        foreach (MergedCells area in merged.Where(m => m.From <= last + 1 && m.LastColumn > m.Column))
            _merged[(area.From - 1, area.Column)] = area.LastColumn;
    }

    /// <summary>The first row of names, from 0.</summary>
    public int First { get; private set; }

    /// <summary>Whether a name stands over more than one column.</summary>
    public bool AreRepeated => Repeated(Own()).Count > 0;

    /// <summary>Takes the row above the first one.</summary>
    public void TakeAbove() => First--;

    /// <summary>Whether a row has a name for a column that is used and has none.</summary>
    public bool FindsName(string[] above, Func<int, bool> isUsed)
    {
        string[] own = Own();
        return Enumerable.Range(0, above.Length).Any(c => !string.IsNullOrWhiteSpace(above[c]) && own[c].Length == 0 && isUsed(c));
    }

    /// <summary>The names: one that several groups have gets its group's before it. Titles and groups that go on with blank cells make no columns.</summary>
    public string[] Texts()
    {
        string[] own = Own(),
            groups = Groups();
        HashSet<string> repeated = Repeated(own);
        int width = _width;
        while (width > _rows[_last].Length && own[width - 1].Length == 0)
            width--;
        return
        [
            .. own.Take(width)
                .Select((name, c) => repeated.Contains(name) && groups[c].Length > 0 && groups[c] != name ? $"{groups[c]} / {name}" : name),
        ];
    }

    private static HashSet<string> Repeated(string[] names) =>
        names
            .Where(n => n.Length > 0)
            .GroupBy(n => n, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private string[] Own()
    {
        string[] names = new string[_width];
        for (int c = 0; c < _width; c++)
            names[c] = Own(c);
        return names;
    }

    private string Own(int c)
    {
        string name = string.Empty;
        for (int r = First; r <= _last; r++)
        {
            string text = At(r, c);
            if (text.Length == 0 || text == name)
                continue;
            if (!IsGroup(r, c) || GoesOn(r, c))
                name = name.Length == 0 ? text : $"{name} {text}";
        }

        return name;
    }

    // "Description" over "of goods": a name in small letters goes on from the one above it.
    private bool GoesOn(int r, int c) =>
        r < _last && At(r + 1, c) is { Length: > 0 } below && char.IsLower(below[0]) && char.IsUpper(At(r, c)[0]);

    // The nearest group over each column.
    private string[] Groups()
    {
        string[] groups = [.. Enumerable.Repeat(string.Empty, _width)];
        for (int r = First; r < _last; r++)
        {
            for (int c = 0; c < _width; c++)
            {
                int span = Span(r, c);
                if (span < 2)
                    continue;
                Array.Fill(groups, At(r, c), c, span);
                c += span - 1;
            }
        }

        return groups;
    }

    // How many columns a name stands over: those it was merged with, or the blank ones behind it that have names beneath as it has itself.
    private int Span(int r, int c)
    {
        if (At(r, c).Length == 0)
            return 0;
        if (_merged.TryGetValue((r, c), out int last))
            return Math.Min(last, _width - 1) - c + 1;
        int span = 1;
        while (IsOver(r, c, c + span))
            span++;
        return span;
    }

    // A name over more than one column, also where it is written over each of them.
    private bool IsGroup(int r, int c) =>
        (_merged.TryGetValue((r, c), out int last) ? Math.Min(last, _width - 1) > c : IsOver(r, c, c + 1))
        || (c > 0 && At(r, c) == At(r, c - 1) && IsBelow(r, c) && IsBelow(r, c - 1));

    private bool IsOver(int r, int c, int other) =>
        other < _width && IsBelow(r, c) && IsBelow(r, other) && (At(r, other).Length == 0 || At(r, other) == At(r, c));

    private bool IsBelow(int r, int c)
    {
        for (int below = r + 1; below <= _last; below++)
        {
            if (At(below, c).Length > 0)
                return true;
        }

        return false;
    }

    private string At(int r, int c)
    {
        string[] row = _clean[r] ??= [.. _rows[r].Select(HeaderRow.Clean)];
        return c < row.Length ? row[c] : string.Empty;
    }
}
