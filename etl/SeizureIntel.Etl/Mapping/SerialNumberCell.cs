using System;
using System.Globalization;

namespace SeizureIntel.Etl.Mapping;

/// <summary>Cells that list serial numbers: through a registry they lead to a person, so that only their count goes on, and not even the archive sees
/// them.</summary>
internal static class SerialNumberCell
{
    private const string Ending = " serial numbers";

    /// <summary>The cell with its numbers replaced by their count; a blank cell stays blank.</summary>
    public static string Counted(string cell, string[] separators)
    {
        if (string.IsNullOrWhiteSpace(cell) || Count(cell) is not null)
            return cell;
        int count = 0;
        foreach (string number in MultiValue.Split(cell, separators))
            count += number.Length > 0 ? 1 : 0;
        return count.ToString(CultureInfo.InvariantCulture) + Ending;
    }

    /// <summary>The count in a cell whose numbers were replaced; null for any other cell.</summary>
    public static int? Count(string cell) =>
        cell.EndsWith(Ending, StringComparison.Ordinal)
        && int.TryParse(cell.AsSpan(0, cell.Length - Ending.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? count
            : null;
}
