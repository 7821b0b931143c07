using System;
using System.Linq;

namespace SeizureIntel.Etl.Mapping;

/// <summary>Cells that hold several values.</summary>
internal static class MultiValue
{
    private const string LineEnd = "\n";

    /// <summary>The values of a cell in order, trimmed; blank ones keep their place, blank ones at the end are left out. At least one element.</summary>
    /// <remarks>A line's end separates only where no other separator stands in the cell; beside one it is a wrapped line.</remarks>
    public static string[] Split(string cell, string[] separators)
    {
        if (!Array.Exists(separators, s => cell.Contains(s, StringComparison.Ordinal)))
            return [cell.Trim()];
        string text = cell.ReplaceLineEndings(LineEnd).Trim(' ');
        string[] marks = [.. separators.Where(s => s != LineEnd && text.Contains(s, StringComparison.Ordinal))];
        // A remark in brackets belongs to the value before it.
        text = text.Replace("\n(", " (", StringComparison.Ordinal).Replace("\n（", " （", StringComparison.Ordinal);
        if (marks.Length > 0)
            text = Unwrapped(text);
        string[] parts = text.Split(marks.Length > 0 ? marks : separators, StringSplitOptions.TrimEntries);
        int count = parts.Length;
        while (count > 1 && parts[count - 1].Length == 0)
            count--;
        return parts[..count];
    }

    /// <summary>The cell as one line.</summary>
    public static string Unwrapped(string cell) =>
        cell.AsSpan().IndexOfAny('\n', '\r') < 0
            ? cell.Trim()
            : string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
