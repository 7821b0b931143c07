using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SeizureIntel.Etl.Intake;

/// <summary>Where the column names stand, and what they are called when they are blank or repeated.</summary>
internal static class HeaderRow
{
    /// <summary>Rows among which the names are looked for.</summary>
    public const int RowsLookedAt = 20;

    /// <summary>Rows of each sheet that are compared where a workbook has several.</summary>
    public const int RowsCompared = 2_000;

    /// <summary>How many times the cells of the sheets before it another sheet must hold.</summary>
    public const int FarMore = 2;

    /// <summary>The row (from 1) of the column names: the first one at least six tenths as full as most rows are.</summary>
    public static int Choose(IReadOnlyList<string[]> rows, IntakeOptions options)
    {
        if (options.HeaderRow is { } stated)
            return Check(rows, stated);
        List<string[]> looked = [.. rows.Take(RowsLookedAt)];
        int usual = UsualWidth(looked, Filled);
        if (usual == 0)
            throw Unreadable.Empty();
        for (int i = 0; i < looked.Count; i++)
        {
            if (Filled(looked[i]) * 10 >= usual * 6 && Filled(looked[i]) > 0)
                return Check(rows, i + 1);
        }

        throw Unreadable.NoHeader();
    }

    /// <summary>The last row (from 1) of the column names and the names: two rows are taken together where groups stand over several columns, as "Goods"
    /// over "Kind" and "Amount"; a name that is repeated gets its group's before it.</summary>
    public static (int Row, string[] Cells) Find(IReadOnlyList<string[]> rows, IntakeOptions options)
    {
        int row = Choose(rows, options);
        string[] cells = rows[row - 1];
        if (options.HeaderRow is not null)
            return (row, cells);
        if (row > 1 && Together(rows[row - 2], cells, isBelowSure: true) is { } above)
            return (row, above);
        return row < rows.Count && Together(cells, rows[row], isBelowSure: false) is { } below ? (row + 1, below) : (row, cells);
    }

    // Null where the upper row is a title or the lower one a record.
    private static string[]? Together(string[] upper, string[] lower, bool isBelowSure)
    {
        int width = Math.Max(upper.Length, lower.Length);
        string Up(int i) => i < upper.Length ? Clean(upper[i]) : string.Empty;
        string Low(int i) => i < lower.Length ? Clean(lower[i]) : string.Empty;
        if (upper.Concat(lower).Any(c => c.Length > 0 && !c.Any(char.IsLetter) && c.Any(char.IsDigit)))
            return null;
        string[] groups = new string[width];
        int spanned = 0,
            single = 0;
        for (int i = 0; i < width; i++)
        {
            bool hasUpper = Up(i).Length > 0,
                hasLower = Low(i).Length > 0;
            groups[i] =
                hasUpper ? Up(i)
                : hasLower && i > 0 ? groups[i - 1]
                : string.Empty;
            bool isSingle = hasUpper && !hasLower;
            single += isSingle ? 1 : 0;
            if (!hasUpper && hasLower)
            {
                if (groups[i].Length == 0 && !isBelowSure)
                    return null;
                spanned += groups[i].Length > 0 ? 1 : 0;
            }

            // What stands in one row alone is no group of those behind it.
            if (isSingle && i + 1 < width && Up(i + 1).Length == 0 && Low(i + 1).Length > 0)
                return null;
            if (hasUpper && hasLower && !isBelowSure && (i + 1 >= width || Up(i + 1).Length > 0 || Low(i + 1).Length == 0))
                return null;
        }

        var repeated = new HashSet<string>(
            lower
                .Select(Clean)
                .Where(c => c.Length > 0)
                .GroupBy(c => c, StringComparer.OrdinalIgnoreCase)
                .Where(g => g.Count() > 1)
                .Select(g => g.Key),
            StringComparer.OrdinalIgnoreCase
        );
        if (spanned < 2 || (single == 0 && (!isBelowSure || repeated.Count == 0)) || (!isBelowSure && lower.Any(c => c.Any(char.IsDigit))))
            return null;
        string[] names =
        [
            .. Enumerable
                .Range(0, width)
                .Select(i =>
                    Low(i).Length == 0 ? Up(i)
                    : repeated.Contains(Low(i)) && groups[i].Length > 0 && groups[i] != Low(i) ? $"{groups[i]} / {Low(i)}"
                    : Low(i)
                ),
        ];
        return single == 0 && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < width ? null : names;
    }

    /// <summary>The width most rows have; blank rows left out, the smaller of two equally frequent ones.</summary>
    public static int UsualWidth(IEnumerable<string[]> rows, Func<string[], int> width) =>
        rows.Where(r => !IsBlank(r))
            .GroupBy(width)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .Select(g => g.Key)
            .FirstOrDefault();

    /// <summary>The names: trimmed, line breaks as spaces; a blank one is <c>column_3</c> by its position, a repeated one <c>Name_2</c>.</summary>
    public static IReadOnlyList<string> Name(IReadOnlyList<string> header)
    {
        var names = new string[header.Count];
        var taken = new HashSet<string>(header.Select(Clean), StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < names.Length; i++)
        {
            string name = Clean(header[i]);
            if (name.Length == 0)
                name = string.Create(CultureInfo.InvariantCulture, $"column_{i + 1}");
            if (!seen.Add(name))
            {
                int n = 2;
                string numbered;
                do numbered = string.Create(CultureInfo.InvariantCulture, $"{name}_{n++}");
                while (taken.Contains(numbered) || !seen.Add(numbered));
                name = numbered;
            }

            names[i] = name;
        }

        return names;
    }

    /// <summary>True where no cell holds anything but white space.</summary>
    public static bool IsBlank(IReadOnlyList<string> cells)
    {
        for (int i = 0; i < cells.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(cells[i]))
                return false;
        }

        return true;
    }

    private static int Check(IReadOnlyList<string[]> rows, int number)
    {
        if (number < 1 || number > rows.Count || !rows[number - 1].Any(c => c.Any(char.IsLetter)))
            throw Unreadable.NoHeader();
        return number;
    }

    private static int Filled(string[] row) => row.Count(c => !string.IsNullOrWhiteSpace(c));

    // A file quoted twice keeps its marks around a name.
    private static string Clean(string name)
    {
        string clean = string.Join(' ', name.Split(['\r', '\n', '\t', ' ', '\u00a0', '\ufeff'], StringSplitOptions.RemoveEmptyEntries));
        return clean.Length > 2 && clean[0] == '"' && clean[^1] == '"' ? clean[1..^1] : clean;
    }
}
