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
    private readonly List<string[]> _rows;

    private TableHead(int row, string[] names, int width, List<string[]> rows) => (Row, Names, Width, _rows) = (row, names, width, rows);

    /// <summary>The last row (from 1) of names.</summary>
    public int Row { get; }

    /// <summary>The names, left to right; blank where a column has none.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many cells a record usually fills.</summary>
    public int Width { get; }

    /// <summary>Finds the names among the first rows.</summary>
    /// <param name="rows">The first rows.</param>
    /// <param name="options">What is stated.</param>
    /// <param name="merged">Cells that were merged; empty where the file has none.</param>
    public static TableHead Find(IReadOnlyList<string[]> rows, IntakeOptions options, IReadOnlyList<MergedCells> merged)
    {
        int width = UsualWidth(rows);
        if (options.HeaderRow is { } stated)
            return new(Named(rows, stated), rows[stated - 1], width, [.. rows.Take(stated)]);
        if (width == 0)
            throw Unreadable.Empty();
        int record = new RecordSigns(rows, width).First();
        int last = LastOfNames(rows, record, width);
        if (last < 0)
        {
            last = Enumerable.Range(0, rows.Count).First(i => HeaderRow.Filled(rows[i]) * 10 >= width * 6);
            return new(Named(rows, last + 1), rows[last], width, [.. rows.Take(last + 1)]);
        }

        var names = new HeaderNames(rows, last, merged);
        while (last - names.First + 1 < MostHeaderRows && names.First > 0 && BelongsToNames(rows, record, names, width))
            names.TakeAbove();
        // Numbers of the columns stand beneath their names.
        int end = last + 1;
        while (end < record && HeaderRow.IsNumbering(rows[end]))
            end++;
        return new(Named(rows, last + 1), names.Texts(), width, [.. rows.Take(end)]);
    }

    /// <summary>Whether a row beneath the names is one of the head's, come again on another page; numbers in titles may differ.</summary>
    public bool IsRepeated(string[] cells) => _rows.Exists(r => AreAlike(r, cells));

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
            // A record without any of the figures that the others have.
            while (i > 0 && IsWhole(rows[i - 1], rows[i], width))
                i--;
            return rows[i].Any(c => c.Any(char.IsLetter)) ? i : -1;
        }

        return -1;
    }

    // Whether a row names the columns that the one beneath it fills, so that this one names none. Small letters may go on with the names above.
    private static bool IsWhole(string[] above, string[] below, int width)
    {
        int[] filled = [.. Enumerable.Range(0, below.Length).Where(c => below[c].Length > 0)];
        int named = filled.Count(c => c < above.Length && above[c].Length > 0);
        return filled.Length * 2 >= width
            && named * 4 >= filled.Length * 3
            && (named == filled.Length || filled.Count(c => char.IsLower(below[c][0])) * 2 <= filled.Length)
            && !IsTitle(above)
            && above.Where(c => c.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Count() == HeaderRow.Filled(above);
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

    private static bool AreAlike(string[] head, string[] cells)
    {
        bool hasLetters = false;
        for (int i = 0; i < Math.Max(head.Length, cells.Length); i++)
        {
            string a = i < head.Length ? head[i] : string.Empty,
                b = i < cells.Length ? cells[i] : string.Empty;
            if (!AreAlike(a.AsSpan().Trim(), b.AsSpan().Trim(), ref hasLetters))
                return false;
        }

        return hasLetters || head.SequenceEqual(cells);
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
