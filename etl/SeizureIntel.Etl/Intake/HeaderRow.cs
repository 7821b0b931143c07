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
