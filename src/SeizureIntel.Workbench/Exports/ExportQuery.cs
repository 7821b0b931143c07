using System.Collections.Generic;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Workbench.Exports;

/// <summary>Which seizures are exported, and how.</summary>
public sealed record ExportQuery : FilterText
{
    /// <summary>How they are written.</summary>
    [Asked("How they are written: csv, xlsx or json")]
    public ExportFormat Format { get; init; }

    /// <summary>Fields to write; none for the exchange template's columns, which can be taken in again.</summary>
    [Asked(
        "Fields to write, as names where they have codes; without any the exchange template's columns with their codes",
        Shown = "FIELD,FIELD"
    )]
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Field to sort by; null for the order received.</summary>
    [Asked("Field to sort by; a leading - sorts downwards; without it the order received", Shown = "FIELD")]
    public string? Sort { get; init; }
}
