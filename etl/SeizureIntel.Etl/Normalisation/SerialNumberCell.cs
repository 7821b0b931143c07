using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Mapping;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Cells that list serial numbers: through a registry they lead to a person, so that only their count goes on, and not even the archive sees
/// them.</summary>
internal static class SerialNumberCell
{
    private const string Ending = " serial numbers";

    /// <summary>The cell with its numbers replaced by their count; a blank cell stays blank, and so does the word for a missing value.</summary>
    public static string Counted(string cell, string[] separators, CodeList? nonValues) =>
        Count(cell) is not null || Lists.Missing(nonValues, cell) is not null
            ? cell
            : Numbers(cell, separators, nonValues).Count().ToString(CultureInfo.InvariantCulture) + Ending;

    /// <summary>The numbers that a cell lists; none where they were replaced by their count.</summary>
    public static IEnumerable<string> Numbers(string cell, string[] separators, CodeList? nonValues) =>
        MultiValue.Split(cell, separators).Where(n => Count(n) is null && Lists.Missing(nonValues, n) is null);

    /// <summary>The count in a cell whose numbers were replaced; null for any other cell.</summary>
    public static int? Count(string cell) =>
        cell.EndsWith(Ending, StringComparison.Ordinal)
        && int.TryParse(cell.AsSpan(0, cell.Length - Ending.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? count
            : null;
}
