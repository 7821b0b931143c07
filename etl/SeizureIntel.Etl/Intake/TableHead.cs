using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Intake;

/// <summary>What stands above a table's records: its titles and the rows that name its columns.</summary>
/// <remarks>Records are told first, since they are like one another: numbers and dates under one another, or words that come again. The row above them
/// names the columns, and the rows above that one belong to it where they name what it leaves blank.</remarks>
internal sealed class TableHead
{
    /// <summary>The first rows of a sheet or a text, by which its table is found.</summary>
    public const int RowsLookedAt = 200;

    private const int MostHeaderRows = 4;
    private readonly string[][] _titles;
    private readonly string[][] _names;

    // The rows up to the last that is no record; the first and the last row (from 1) of names.
    private TableHead(string[] names, int width, string[][] head, int first, int row)
    {
        (Names, Width, Row) = (names, width, row);
        _titles = [.. head.Take(row - 1).Where(r => !IsAsFull(r))];
        _names = [.. head.Skip(first - 1).Where(r => !r.Any(RecordSigns.IsFigure) || HeaderRow.IsYears(r) || HeaderRow.IsNumbering(r))];
        LeftOut = head.Take(first - 1).Count(IsAsFull);

        bool IsAsFull(string[] r) => HeaderRow.Filled(r) * 4 >= width * 3;
    }

    /// <summary>The last row (from 1) of names.</summary>
    public int Row { get; }

    /// <summary>The names, left to right; blank where a column has none.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many cells a record usually fills.</summary>
    public int Width { get; }

    /// <summary>How many rows as full as records stand above the names, and so are not read.</summary>
    public int LeftOut { get; }

    /// <summary>How many rows are looked at: up to the row of names at least, where it is stated.</summary>
    public static int RowsToLookAt(IntakeOptions options) => Math.Max(RowsLookedAt, options.HeaderRow ?? 0);

    /// <summary>Finds the names among the first rows.</summary>
    /// <param name="rows">The first rows.</param>
    /// <param name="options">What is stated.</param>
    /// <param name="merged">Cells that were merged; empty where the file has none.</param>
    public static TableHead Find(IReadOnlyList<string[]> rows, IntakeOptions options, IReadOnlyCollection<MergedCells> merged)
    {
        int width = UsualWidth(rows);
        if (options.HeaderRow is { } stated)
            return Single(rows, stated, width);
        if (width == 0)
            throw Unreadable.Empty();
        int record = new RecordSigns(rows, width).First();
        int last = LastOfNames(rows, record, width);
        if (last < 0)
            return Single(rows, Enumerable.Range(0, rows.Count).First(i => HeaderRow.Filled(rows[i]) * 10 >= width * 6) + 1, width);
        var names = new HeaderNames(rows, last, merged);
        while (last - names.First + 1 < MostHeaderRows && names.First > 0 && BelongsToNames(rows, record, names, width))
            names.TakeAbove();
        // Numbers of the columns stand beneath their names.
        int end = last + 1;
        while (end < record && HeaderRow.IsNumbering(rows[end]))
            end++;
        return new(names.Texts(), width, [.. rows.Take(end)], names.First + 1, Named(rows, last + 1));
    }

    /// <summary>Whether a row beneath the names is one of the head's, come again on another page; numbers in titles may differ.</summary>
    public bool IsRepeated(string[] cells) =>
        Array.Exists(_names, r => AreAlike(r, cells, mayDiffer: false)) || Array.Exists(_titles, r => AreAlike(r, cells, mayDiffer: true));

    private static TableHead Single(IReadOnlyList<string[]> rows, int row, int width) =>
        new(rows[Named(rows, row) - 1], width, [.. rows.Take(row)], row, row);

    // Of all rectangles that begin at the rows' first cells the largest: titles are narrow, and rows as full as records are many.
    private static int UsualWidth(IReadOnlyList<string[]> rows)
    {
        int[] filled = [.. rows.Select(HeaderRow.Filled).Where(f => f > 0).OrderDescending()];
        int width = 0,
            largest = 0;
        for (int i = 0; i < filled.Length; i++)
        {
            if (filled[i] * (i + 1) > largest)
                (width, largest) = (filled[i], filled[i] * (i + 1));
        }

        return width;
    }

    // Blank rows, numbers of the columns and what stands alone over a group of records may stand between the names and the first record.
    private static int LastOfNames(IReadOnlyList<string[]> rows, int record, int width)
    {
        int first = record < 0 ? 0 : HeaderRow.FirstFilled(rows[record]);
        for (int i = record - 1; i >= 0; i--)
        {
            int filled = HeaderRow.Filled(rows[i]);
            bool isAlone = filled == 1 && width > 1 && HeaderRow.FirstFilled(rows[i]) <= first;
            if (filled == 0 || isAlone || HeaderRow.IsNumbering(rows[i]))
                continue;
            int last = TopOfWhole(rows, i, record, width);
            return rows[last].Any(c => c.Any(char.IsLetter)) ? last : -1;
        }

        return -1;
    }

    // Records without any of the figures that the others have may come first. Of the rows that each name what the one beneath fills, the topmost
    // without a repeated text names the columns, unless what it says comes again in the records.
    private static int TopOfWhole(IReadOnlyList<string[]> rows, int from, int record, int width)
    {
        var head = rows.Take(record).Select(Joined).ToHashSet(StringComparer.Ordinal);
        var words = new HashSet<(int Column, string Text)>();
        foreach (string[] row in rows.Skip(record).Where(r => !head.Contains(Joined(r))))
            words.UnionWith(row.Select((text, c) => (c, text)));
        List<int> whole = [from];
        while (whole[^1] > 0 && IsWhole(rows[whole[^1] - 1], rows[whole[^1]], width))
            whole.Add(whole[^1] - 1);
        int[] names = [.. whole.Where(i => !ComesAgain(i))];
        names = names.Length > 0 ? names : [.. whole];
        return names.Where(i => AreDistinct(rows[i])).LastOrDefault(names[0]);

        bool ComesAgain(int i) =>
            rows[i].Where((text, c) => text.Length > 0 && words.Contains((c, text))).Count() * 3 >= HeaderRow.Filled(rows[i]);
    }

    private static string Joined(string[] row) => string.Join('\u001f', row);

    private static bool AreDistinct(string[] row) =>
        row.Where(c => c.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Count() == HeaderRow.Filled(row);

    // Whether a row names the columns that the one beneath it fills, so that this one names none. Small letters may go on with the names above.
    private static bool IsWhole(string[] above, string[] below, int width)
    {
        int[] filled = [.. Enumerable.Range(0, below.Length).Where(c => below[c].Length > 0)];
        int named = filled.Count(c => c < above.Length && above[c].Length > 0);
        return filled.Length * 2 >= width
            && named * 4 >= filled.Length * 3
            && (named == filled.Length || filled.Count(c => char.IsLower(below[c][0])) * 2 <= filled.Length)
            && !IsTitle(above);
    }

    private static bool IsTitle(string[] row) =>
        HeaderRow.Filled(row) < 2
        || row.Any(c => c.TrimEnd().EndsWith(':') || c.TrimEnd().EndsWith('：'))
        || (row.Any(RecordSigns.IsFigure) && !HeaderRow.IsYears(row));

    private static bool BelongsToNames(IReadOnlyList<string[]> rows, int record, HeaderNames names, int width)
    {
        string[] above = rows[names.First - 1];
        return !IsTitle(above)
            && (
                HeaderRow.Filled(above) * 2 >= width
                || names.AreRepeated
                || names.FindsName(above, c => rows.Skip(record).Any(r => c < r.Length && r[c].Length > 0))
            );
    }

    private static int Named(IReadOnlyList<string[]> rows, int number)
    {
        if (number < 1 || number > rows.Count || !rows[number - 1].Any(c => c.Any(char.IsLetter)))
            throw Unreadable.NoHeader();
        return number;
    }

    private static bool AreAlike(string[] head, string[] cells, bool mayDiffer)
    {
        bool hasLetters = false;
        for (int i = 0; i < Math.Max(head.Length, cells.Length); i++)
        {
            ReadOnlySpan<char> a = i < head.Length ? head[i].AsSpan().Trim() : default,
                b = i < cells.Length ? cells[i].AsSpan().Trim() : default;
            if (!(mayDiffer ? AreAlike(a, b, ref hasLetters) : a.SequenceEqual(b)))
                return false;
        }

        return !mayDiffer || hasLetters || head.SequenceEqual(cells);
    }

    private static bool AreAlike(ReadOnlySpan<char> a, ReadOnlySpan<char> b, ref bool hasLetters)
    {
        int i = 0,
            j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (char.IsDigit(a[i]) && char.IsDigit(b[j]))
            {
                while (i < a.Length && char.IsDigit(a[i]))
                    i++;
                while (j < b.Length && char.IsDigit(b[j]))
                    j++;
                continue;
            }

            if (a[i] != b[j])
                return false;
            hasLetters |= char.IsLetter(a[i]);
            (i, j) = (i + 1, j + 1);
        }

        return i == a.Length && j == b.Length;
    }
}
