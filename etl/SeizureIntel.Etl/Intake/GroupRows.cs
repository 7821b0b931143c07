using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Intake;

/// <summary>Rows of one text that tell of the records beneath them, as <c>Office: Delta</c> and <c>January 2023</c>: each record gets the text in a
/// column of its own. Such a row with no record beneath it is a note, and counts among the rows left out.</summary>
internal sealed class GroupRows
{
    private const int RowsLookedAt = 200;
    private const int FewestColumns = 3;
    private const int LongestLabel = 30;
    private const string Unlabelled = "group";

    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _first;
    private readonly bool _isFigures;
    private readonly HashSet<string>? _words;

    private GroupRows(IReadOnlyList<RawRow> rows)
    {
        IReadOnlyList<string>[] records = [.. rows.Select(r => r.Cells).Where(c => HeaderRow.Filled(c) >= FewestColumns)];
        _first = records.Select(HeaderRow.FirstFilled).DefaultIfEmpty().Min();
        _isFigures = records.Count(c => RecordSigns.IsFigure(c[_first])) * 2 > records.Length;
        // Words that come again, such as offices, are told from others where several of these stand alone.
        var words = records.Select(c => c[_first].Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _words = records.Length > 0 && words.Count * 2 <= records.Length ? words : null;
        _words = rows.Count(r => IsGroup(r.Cells)) > 1 ? _words : null;
        var waiting = new List<string>();
        foreach (IReadOnlyList<string> cells in rows.Select(r => r.Cells))
        {
            if (IsGroup(cells))
            {
                waiting.Add(LabelOf(cells[_first]));
                continue;
            }

            waiting.ForEach(label => _columns.TryAdd(label, _columns.Count));
            waiting.Clear();
        }
    }

    /// <summary>The file with what stands over groups of records in columns behind its own.</summary>
    public static RawFile Carry(RawFile file)
    {
        if (file.Columns.Count < FewestColumns || file.ReadAs["format"] is not ("csv" or "xls" or "xlsx"))
            return file;
        IEnumerator<RawRow> rows = file.Rows.GetEnumerator();
        var first = new List<RawRow>();
        while (first.Count < RowsLookedAt && rows.MoveNext())
            first.Add(rows.Current);
        var groups = new GroupRows(first);
        return file.Widened([.. groups._columns.OrderBy(c => c.Value).Select(c => c.Key)], skipped => groups.Rows(first, rows, skipped));
    }

    private IEnumerable<RawRow> Rows(List<RawRow> first, IEnumerator<RawRow> rest, SkippedRowCount skipped)
    {
        string[] told = [.. Enumerable.Repeat(string.Empty, _columns.Count)];
        var waiting = new List<RawRow>();
        using (rest)
        {
            for (int i = 0; i < first.Count || rest.MoveNext(); i++)
            {
                RawRow row = i < first.Count ? first[i] : rest.Current;
                if (IsGroup(row.Cells))
                {
                    waiting.Add(row);
                    continue;
                }

                foreach (RawRow above in waiting)
                {
                    if (Tell(above.Cells[_first], told))
                        skipped.Rows++;
                    else
                        yield return With(above, told);
                }

                waiting.Clear();
                yield return With(row, told);
            }
        }

        skipped.Rows += waiting.Count;
    }

    // What stands over a group ends those within it.
    private bool Tell(string text, string[] told)
    {
        string label = LabelOf(text);
        if (!_columns.TryGetValue(label, out int column))
            return false;
        for (int i = column; i < told.Length; i++)
            told[i] = string.Empty;
        told[column] = label == Unlabelled ? text.Trim() : text[(text.AsSpan().IndexOfAny(":：") + 1)..].Trim();
        return true;
    }

    private static RawRow With(RawRow row, string[] told) => told.Length == 0 ? row : row with { Cells = [.. row.Cells, .. told] };

    // One text where records begin, unlike what they begin with.
    private bool IsGroup(IReadOnlyList<string> cells)
    {
        if (cells.Count <= _first || string.IsNullOrWhiteSpace(cells[_first]))
            return false;
        for (int i = 0; i < cells.Count; i++)
        {
            if (i != _first && !string.IsNullOrWhiteSpace(cells[i]))
                return false;
        }

        return cells[_first].Any(char.IsLetter)
            && (
                LabelOf(cells[_first]) != Unlabelled
                || (_isFigures && !RecordSigns.IsFigure(cells[_first]))
                || _words?.Contains(cells[_first].Trim()) == false
            );
    }

    private static string LabelOf(string text)
    {
        int colon = text.AsSpan().IndexOfAny(":：");
        string label = colon is > 0 and <= LongestLabel ? HeaderRow.Clean(text[..colon]) : string.Empty;
        return label.Any(char.IsLetter) && text.AsSpan(colon + 1).Trim().Length > 0 ? label : Unlabelled;
    }
}
