using System;

namespace SeizureIntel.Etl.Mapping;

/// <summary>Cells that hold several values.</summary>
internal static class MultiValue
{
    /// <summary>The values of a cell in order, trimmed; blank ones keep their place, blank ones at the end are left out. At least one element.</summary>
    public static string[] Split(string cell, string[] separators)
    {
        if (!Contains(cell, separators)) return [cell.Trim()];

        // A separator at the end of a line and the line's end are one separator.
        string text = cell.ReplaceLineEndings("\n");
        foreach (string separator in separators)
        {
            if (separator != "\n") text = text.Replace(separator + "\n", separator, StringComparison.Ordinal);
        }

        string[] parts = text.Split(separators, StringSplitOptions.TrimEntries);
        int count = parts.Length;
        while (count > 1 && parts[count - 1].Length == 0) count--;
        return parts[..count];
    }

    private static bool Contains(string cell, string[] separators)
    {
        foreach (string separator in separators)
        {
            if (cell.Contains(separator, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
