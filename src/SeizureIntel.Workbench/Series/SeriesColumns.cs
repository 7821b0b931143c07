namespace SeizureIntel.Workbench.Series;

/// <summary>Which columns of a file are read; null = found by name.</summary>
/// <param name="Date">Column of the period.</param>
/// <param name="Count">Column of the count.</param>
/// <param name="Exposure">Column of the exposure.</param>
/// <param name="Delay">Column of the reporting delay in periods, for nowcasts.</param>
/// <param name="PeriodsPerYear">Periods a year where the periods are only numbered; null = as the file or the column's name says.</param>
internal sealed record SeriesColumns(
    string? Date = null,
    string? Count = null,
    string? Exposure = null,
    string? Delay = null,
    int? PeriodsPerYear = null
);
