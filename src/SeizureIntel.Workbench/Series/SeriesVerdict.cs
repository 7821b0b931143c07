using System.Collections.Generic;

namespace SeizureIntel.Workbench.Series;

/// <summary>What a method found in a series.</summary>
/// <param name="Rows">One row a period, oldest first; forecasts go beyond the last period.</param>
internal sealed record SeriesVerdict(IReadOnlyList<SeriesAnswerRow> Rows)
{
    /// <summary>Figures of the whole series.</summary>
    public IReadOnlyList<SeriesAnswerFigure> Figures { get; init; } = [];

    /// <summary>Periods that could not be tested, by reason.</summary>
    public IReadOnlyDictionary<string, int> NotTested { get; init; } = new Dictionary<string, int>();

    /// <summary>What a reader has to know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
