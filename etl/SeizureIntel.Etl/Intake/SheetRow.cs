using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Intake;

/// <summary>Rows of a worksheet as wide as its names.</summary>
internal static class SheetRow
{
    /// <summary>How many cells there are up to the last that holds something.</summary>
    public static int Used(IReadOnlyList<string> cells)
    {
        int used = cells.Count;
        while (used > 0 && string.IsNullOrWhiteSpace(cells[used - 1]))
            used--;
        return used;
    }

    /// <summary>The cells of a row, as many as there are names: blank ones at its end may not be stored; text beyond the names stays and shows as a
    /// count that does not fit.</summary>
    public static string[] Fit(IReadOnlyList<string> cells, int width)
    {
        int used = cells.Count;
        while (used > width && cells[used - 1].Length == 0)
            used--;
        string[] fitted = new string[Math.Max(width, used)];
        for (int i = 0; i < fitted.Length; i++)
            fitted[i] = i < used ? cells[i] : string.Empty;
        return fitted;
    }
}
