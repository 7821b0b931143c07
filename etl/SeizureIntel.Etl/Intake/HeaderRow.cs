using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SeizureIntel.Etl.Intake;

/// <summary>What rows of column names look like, and what columns are called when their names are blank or repeated.</summary>
internal static class HeaderRow
{
    private const int FewestNumbered = 3;
    private const int LongestNumber = 12;
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.=+-*/() ");

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

    /// <summary>How many cells hold something.</summary>
    public static int Filled(IReadOnlyList<string> row) => row.Count(c => !string.IsNullOrWhiteSpace(c));

    /// <summary>The place (from 0) of the first cell that holds something; -1 for none.</summary>
    public static int FirstFilled(IReadOnlyList<string> row)
    {
        int at = 0;
        while (at < row.Count && string.IsNullOrWhiteSpace(row[at]))
            at++;
        return at < row.Count ? at : -1;
    }

    /// <summary>Whether a row numbers the columns: 1, 2, 3 …, (a), (b), (c) …, also 4.1, 4.2 and 8=5*6.</summary>
    public static bool IsNumbering(IReadOnlyList<string> row)
    {
        string[] cells = [.. row.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim())];
        if (cells.Length < FewestNumbered)
            return false;
        int last = 0;
        foreach (string cell in cells)
        {
            int place = Place(cell);
            bool isPart = place == last && place > 0 && !cell.All(char.IsAsciiDigit);
            if (place != last + 1 && !isPart)
                return false;
            last = place;
        }

        return last >= FewestNumbered;
    }

    /// <summary>Whether the figures of a row are years that follow one another: names of columns.</summary>
    public static bool IsYears(IReadOnlyList<string> row)
    {
        int[] years = [.. row.Where(RecordSigns.IsFigure).Select(c => int.TryParse(c.AsSpan().Trim(), out int year) ? year : 0)];
        return years.Length >= FewestNumbered && years[0] is > 1900 and < 2100 && Follow(years);
    }

    /// <summary>A name without line breaks and blanks around it; a file quoted twice keeps its marks around a name.</summary>
    public static string Clean(string name)
    {
        string clean = string.Join(' ', name.Split(['\r', '\n', '\t', ' ', '\u00a0', '\ufeff'], StringSplitOptions.RemoveEmptyEntries));
        return clean.Length > 2 && clean[0] == '"' && clean[^1] == '"' ? clean[1..^1] : clean;
    }

    private static bool Follow(int[] numbers)
    {
        for (int i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] != numbers[i - 1] + 1)
                return false;
        }

        return true;
    }

    // "3", "(3)", "3.2", "3=1+2" and "c" are the third; 0 for what numbers no column.
    private static int Place(string cell)
    {
        ReadOnlySpan<char> sign = cell.AsSpan().Trim(" ().[]");
        int digits = 0;
        while (digits < sign.Length && char.IsAsciiDigit(sign[digits]))
            digits++;
        if (digits == 0)
            return sign.Length == 1 && char.IsAsciiLetter(sign[0]) ? (sign[0] | 32) - 'a' + 1 : 0;
        bool isNumber = cell.Length <= LongestNumber && !sign[digits..].ContainsAnyExcept(NumberSigns);
        return isNumber && int.TryParse(sign[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
    }
}
