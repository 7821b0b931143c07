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
public sealed record SeriesAnswer(
    string Method,
    string Source,
    string Step,
    int PeriodsPerYear,
    int Periods,
    int Missing,
    double Total,
    IReadOnlyList<SeriesAnswerFigure> Figures,
    IReadOnlyList<SeriesAnswerRow> Rows,
    IReadOnlyDictionary<string, int> NotTested,
    IReadOnlyList<string> Notes,
    IReadOnlyDictionary<string, string?> Columns,
    string? Chart
);

/// <summary>One period of a series; what a method does not give is null.</summary>
/// <param name="Period">The period.</param>
/// <param name="Count">Events; null where missing or still to come.</param>
/// <param name="Expected">Events expected.</param>
/// <param name="Low">Lower end of what is usual, events.</param>
/// <param name="High">Upper end of what is usual, events.</param>
/// <param name="P">Probability of as many events or more without a change.</param>
/// <param name="Alarm">Whether the method raises an alarm.</param>
/// <param name="Parts">Further values by name; null for none.</param>
public sealed record SeriesAnswerRow(
    string Period,
    double? Count,
    double? Expected = null,
    double? Low = null,
    double? High = null,
    double? P = null,
    bool? Alarm = null,
    IReadOnlyDictionary<string, double>? Parts = null
);

/// <summary>One figure of a whole series.</summary>
/// <param name="Name">Its name, in snake_case.</param>
/// <param name="Value">The figure; null where the data do not give it.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="At">The period it belongs to; null for the whole series.</param>
public sealed record SeriesAnswerFigure(string Name, double? Value, string Unit, string? At = null);
