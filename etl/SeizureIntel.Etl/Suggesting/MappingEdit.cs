using System.Collections.Generic;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>What a person says of a suggested source.</summary>
public sealed record MappingEdit
{
    /// <summary>The columns that change; the others stay as they are.</summary>
    public IReadOnlyList<ColumnEdit> Columns { get; init; } = [];

    /// <summary>The month in which fiscal years begin, 1 to 12; 0 for dates of the calendar. Null to leave it as it is.</summary>
    public int? FiscalYearStart { get; init; }

    /// <summary>What holds for every row that states nothing else, by field: codes or their names. Null to leave it as it is.</summary>
    public IReadOnlyDictionary<string, string>? Constants { get; init; }
}

/// <summary>What a person says of one column.</summary>
public sealed record ColumnEdit
{
    /// <summary>The column, as the suggestion names it.</summary>
    public required string Column { get; init; }

    /// <summary>The template field it feeds; null or empty to leave it out.</summary>
    public string? Field { get; init; }

    /// <summary>A second field it feeds; null or empty for none.</summary>
    public string? Also { get; init; }

    /// <summary>Date formats in .NET notation, tried before the common ones; null to leave them as they are.</summary>
    public IReadOnlyList<string>? Formats { get; init; }

    /// <summary>Codes by the value that means them; null to leave them as they are.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }
}
