using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Intake;

/// <summary>Rows of one text that tell of the records beneath them, as <c>Office: Delta</c>, or <c>Port of Delta</c> and <c>Port of Beta</c>: each record
/// gets the text in a column of its own. Other such rows are notes; all count among the rows left out.</summary>
internal sealed class GroupRows
{
    private const int FewestColumns = 3;
    private const int MostLabels = 4;
    private const int LongestLabel = 30;
    private const string Unlabelled = "group";

    private readonly int _sheet;
    private readonly int _first;
    private readonly bool _isFigures;
    private readonly HashSet<string>? _words;
    private readonly string? _kind;
    private readonly List<string> _labels;

    // Behind the cells of a row stands the name of its sheet where several sheets are read.
    private GroupRows(IReadOnlyList<RawRow> rows, int sheet, int most)
    {
        _sheet = sheet;
        string[][] records = [.. rows.Select(r => r.Cells.SkipLast(sheet).ToArray()).Where(c => HeaderRow.Filled(c) >= FewestColumns)];
        _first = records.Select(HeaderRow.FirstFilled).DefaultIfEmpty().Min();
        _isFigures = records.Count(c => RecordSigns.IsFigure(c[_first])) * 2 > records.Length;
        // Words that come again, such as offices, are told from others where several of these stand alone.
        var words = records.Select(c => c[_first].Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _words = records.Length > 0 && words.Count * 2 <= records.Length ? words : null;
        _words = rows.Count(r => IsGroup(r.Cells)) > 1 ? _words : null;
        (List<string> over, bool isNested) = OverRecords(rows);
        string[] plain = [.. over.Where(t => LabelOf(t).Length == 0)];
        string?[] kinds = [.. plain.Select(KindOf).Distinct(StringComparer.Ordinal)];
        // A page's number or note comes again as well, but is no other text.
        bool differ =
            plain.Select(t => string.Concat(t.Where(c => !char.IsDigit(c))).Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1;
        _kind = !isNested && differ && kinds.Length == 1 ? kinds[0] : null;
        _labels =
        [
            .. over.Select(LabelOf).Where(l => l.Length > 0 || _kind is not null).Distinct(StringComparer.OrdinalIgnoreCase).Take(most),
        ];
    }

    /// <summary>The file with what stands over groups of records in columns behind its own.</summary>
    /// <param name="file">The file; released where it cannot be read.</param>
    /// <param name="mostColumns">The most columns that it may have.</param>
    public static RawFile Carry(RawFile file, int mostColumns)
    {
        if (file.Own < FewestColumns || file.ReadAs["format"] is "json" or "ndjson" or "xml")
            return file;
        IEnumerator<RawRow> rows = file.Rows.GetEnumerator();
        var first = new List<RawRow>();
        try
        {
            while (first.Count < TableHead.RowsLookedAt && rows.MoveNext())
                first.Add(rows.Current);
        }
        catch
        {
            rows.Dispose();
            file.Dispose();
            throw;
        }

        var groups = new GroupRows(first, file.Columns.Count - file.Own, Math.Clamp(mostColumns - file.Columns.Count, 0, MostLabels));
        return file.Widened([.. groups._labels.Select(l => l.Length == 0 ? Unlabelled : l)], skipped => groups.Rows(first, rows, skipped));
    }

    private IEnumerable<RawRow> Rows(List<RawRow> first, IEnumerator<RawRow> rest, SkippedRowCount skipped)
    {
        string[] told = [.. Enumerable.Repeat(string.Empty, _labels.Count)];
        string sheet = string.Empty;
        using (rest)
        {
            for (int i = 0; i < first.Count || rest.MoveNext(); i++)
            {
                RawRow row = i < first.Count ? first[i] : rest.Current;
                if (SheetOf(row) != sheet)
                    Array.Fill(told, string.Empty);
                sheet = SheetOf(row);
                if (IsGroup(row.Cells))
                {
                    Tell(row.Cells[_first], told);
                    skipped.Rows++;
                    continue;
                }

                yield return told.Length == 0 ? row : row with { Cells = [.. row.Cells, .. told] };
            }
        }
    }

    // What stands over a group ends those within it; a text of another kind may have ended it.
    private void Tell(string text, string[] told)
    {
        string label = LabelOf(text);
        int column = _labels.FindIndex(l => l.Equals(label, StringComparison.OrdinalIgnoreCase));
        if (column < 0)
            return;
        Array.Fill(told, string.Empty, column, told.Length - column);
        if (label.Length > 0)
            told[column] = text[(text.AsSpan().IndexOfAny(":：") + 1)..].Trim();
        else if (KindOf(text) == _kind)
            told[column] = text.Trim();
    }

    // The texts that have records beneath them in their sheet, and whether two without a label stand over the same records.
    private (List<string> Texts, bool IsNested) OverRecords(IReadOnlyList<RawRow> rows)
    {
        List<string> over = [],
            waiting = [];
        bool isNested = false;
        string sheet = string.Empty;
        foreach (RawRow row in rows)
        {
            if (SheetOf(row) != sheet)
                waiting.Clear();
            sheet = SheetOf(row);
            if (IsGroup(row.Cells))
            {
                waiting.Add(row.Cells[_first]);
                continue;
            }

            isNested |= waiting.Count(t => LabelOf(t).Length == 0) > 1;
            over.AddRange(waiting);
            waiting.Clear();
        }

        return (over, isNested);
    }

    private string SheetOf(RawRow row) => _sheet == 0 ? string.Empty : row.Cells[^1];

    // One text where records begin, unlike what they begin with.
    private bool IsGroup(IReadOnlyList<string> cells)
    {
        int own = cells.Count - _sheet;
        if (own <= _first || string.IsNullOrWhiteSpace(cells[_first]))
            return false;
        for (int i = 0; i < own; i++)
        {
            if (i != _first && !string.IsNullOrWhiteSpace(cells[i]))
                return false;
        }

        return cells[_first].Any(char.IsLetter)
            && (
                LabelOf(cells[_first]).Length > 0
                || (_isFigures && !RecordSigns.IsFigure(cells[_first]))
                || _words?.Contains(cells[_first].Trim()) == false
            );
    }

    // Empty for none.
    private static string LabelOf(string text)
    {
        int colon = text.AsSpan().IndexOfAny(":：");
        string label = colon is > 0 and <= LongestLabel ? HeaderRow.Clean(text[..colon]) : string.Empty;
        return label.Any(char.IsLetter) && text.AsSpan(colon + 1).Trim().Length > 0 ? label : string.Empty;
    }

    // What texts of one kind share: the words that are no names, as in "Port of Delta" and "Port of Beta"; where letters have no case the first word, or
    // the last sign of a single one. Null for a sentence.
    private static string? KindOf(string text)
    {
        string[] words = HeaderRow.Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words[^1][^1] is '.' or '!' or '。' or '।' or '۔')
            return null;
        if (!text.Any(c => char.IsLower(c) || char.IsUpper(c)))
            return words.Length > 1 ? words[0] : words[0][^1..];
        bool isOfCapitals = !text.Any(char.IsLower);
        var kind = new List<string>();
        foreach (string word in words)
        {
            string sign =
                word.Any(char.IsDigit) ? "0"
                : char.IsLower(word[0]) ? word
                : "A";
            if (isOfCapitals || sign != "A" || kind.LastOrDefault() != "A")
                kind.Add(sign);
        }

        return string.Join(' ', kind);
    }
}
