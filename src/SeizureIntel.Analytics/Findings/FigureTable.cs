using System.Collections.Generic;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Findings;

/// <summary>Figures laid out for a chart or an annex: what a study saw on its way to its findings.</summary>
public sealed record FigureTable
{
    /// <summary>Name of the table within its study, such as <c>monthly/H01</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it shows, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>Its columns.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>Its rows in reading order.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>How many records carry the fields needed.</summary>
    public required Known Known { get; init; }

    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<Phrase> Notes { get; init; } = [];
}
