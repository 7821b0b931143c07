using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Sources;

namespace SeizureIntel.Etl.Mapping;

/// <summary>A template field of a file and the cells it is read from.</summary>
internal sealed record MappedField
{
    public required int Slot { get; init; }

    /// <summary>Positions of the cells, in the order in which they are joined.</summary>
    public required int[] Cells { get; init; }

    public string Join { get; init; } = " ";

    public bool UntilBlank { get; init; }

    public bool PlaceThenCountry { get; init; }

    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The month in which fiscal years begin, 1 to 12; null where dates are of the calendar.</summary>
    public int? FiscalYearStart { get; init; }

    /// <summary>Meaning by the key of a value.</summary>
    public required IReadOnlyDictionary<string, ValueTarget> Values { get; init; }

    public string Name => Slots.Field(Slot).Name;

    /// <summary>What the row says of the field: the cell, or the cells joined; empty where it says nothing.</summary>
    public string TextOf(IReadOnlyList<string> cells) => Cells.Length == 1 ? cells[Cells[0]] : Joined(cells);

    private string Joined(IReadOnlyList<string> cells)
    {
        IEnumerable<string> parts = Cells.Select(c => cells[c].Trim());
        parts = UntilBlank ? parts.TakeWhile(p => p.Length > 0) : parts.Where(p => p.Length > 0);
        return string.Join(Join, parts);
    }
}
