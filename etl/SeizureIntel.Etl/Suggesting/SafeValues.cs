using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Screening;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Values of a file that may be shown and kept before anybody has said what its columns are.</summary>
internal sealed class SafeValues(ScreeningLists screening)
{
    private const int Shown = 3;
    private const int LongestShown = 60;
    private const int FewestRows = 3;
    private const int MostDifferent = 200;

    // Known, not taken, and about somebody.
    private static readonly HashSet<string> OfPersons = ["_unit_number", "_coordinates", "_certainty", "_importer", "_sex", "_age"];

    /// <summary>Some values of a column; none where one could be about a person.</summary>
    public IReadOnlyList<string> Samples(ColumnDraft column)
    {
        ValueSigns signs = column.Signs;
        if (
            column.Announced is not null
            || column.Field is "narrative" or "case_ref" or "serial_numbers" or "cover_goods"
            || (column.Field is null && column.Aside is { } aside && OfPersons.Contains(aside))
        )
            return [];
        IEnumerable<(string Text, int Rows)> values = signs.Values.Where(v => v.Text.Length <= LongestShown);
        if (column.Field is null)
        {
            // A number may be anybody's, and what stands in few rows may be a name.
            if (column.Aside is null && (signs.Profile.Distinct > MostDifferent || signs.References + signs.Numbers > 0.5))
                return [];
            values = values.Where(v => v.Rows >= FewestRows);
        }

        return [.. values.Where(v => IsSafe(v.Text)).Take(Shown).Select(v => v.Text)];
    }

    /// <summary>Whether no rule of the screen, those for names of files and columns included, doubts a value.</summary>
    public bool IsSafe(string value) =>
        screening.Finder.Find(value, isFreeText: false) is null
        && screening.Finder.Find(value, isFreeText: true, takesBack: false) is null
        && NameMask.OfColumns(screening, [value])[0] == value;
}
