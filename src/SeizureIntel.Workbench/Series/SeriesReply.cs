using System.Collections.Generic;

namespace SeizureIntel.Workbench.Series;

/// <summary>What a method says of an analyst's own series.</summary>
/// <param name="Method">The method.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Step">Day, week, month, quarter, year or period.</param>
/// <param name="PeriodsPerYear">Periods a year.</param>
/// <param name="Periods">Periods from the first to the last.</param>
/// <param name="Missing">Those without a count.</param>
/// <param name="Total">Sum of the counts, in events.</param>
/// <param name="Figures">Figures of the whole series.</param>
/// <param name="Rows">One row a period, oldest first.</param>
/// <param name="NotTested">Periods that could not be tested, by reason.</param>
/// <param name="Notes">What a reader has to know of these figures.</param>
/// <param name="Columns">The columns read: date, count, exposure, delay; null where there is none.</param>
/// <param name="Chart">Absolute path of the chart that was written; null for none.</param>
public sealed record SeriesReply(
    string Method,
    string Source,
    string Step,
    int PeriodsPerYear,
    int Periods,
    int Missing,
    double Total,
    IReadOnlyList<SeriesFigureReply> Figures,
    IReadOnlyList<SeriesRowReply> Rows,
    IReadOnlyDictionary<string, int> NotTested,
    IReadOnlyList<string> Notes,
    IReadOnlyDictionary<string, string?> Columns,
    string? Chart
);
