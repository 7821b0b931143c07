using System.Collections.Generic;

namespace SeizureIntel.Etl.Sources;

/// <summary>Several columns that say one thing together, such as year, month and day.</summary>
public sealed record CombinedColumn
{
    /// <summary>The columns in the order in which their cells are joined.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The template field they feed.</summary>
    public required string Field { get; init; }

    /// <summary>What stands between two cells; blank cells are left out.</summary>
    public string Join { get; init; } = " ";

    /// <summary>True where nothing after the first blank cell counts: a day without a month says nothing.</summary>
    public bool UntilBlank { get; init; }

    /// <summary>Meaning by joined value; empty for none.</summary>
    public IReadOnlyDictionary<string, ValueTarget> Values { get; init; } = new Dictionary<string, ValueTarget>();
}
