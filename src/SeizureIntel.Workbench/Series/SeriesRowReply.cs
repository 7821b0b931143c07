using System.Collections.Generic;

namespace SeizureIntel.Workbench.Series;

/// <summary>One period of a series; what a method does not give is null.</summary>
/// <param name="Period">The period.</param>
/// <param name="Count">Events; null where missing or still to come.</param>
/// <param name="Expected">Events expected.</param>
/// <param name="Low">Lower end of what is usual, events.</param>
/// <param name="High">Upper end of what is usual, events.</param>
/// <param name="P">Probability of as many events or more without a change.</param>
/// <param name="Alarm">Whether the method raises an alarm.</param>
/// <param name="Parts">Further values by name; null for none.</param>
public sealed record SeriesRowReply(
    string Period,
    double? Count,
    double? Expected = null,
    double? Low = null,
    double? High = null,
    double? P = null,
    bool? Alarm = null,
    IReadOnlyDictionary<string, double>? Parts = null
);
