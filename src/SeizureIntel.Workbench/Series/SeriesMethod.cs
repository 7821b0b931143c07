using System;

namespace SeizureIntel.Workbench.Series;

/// <summary>A method that takes any count series.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Does">What it answers, in a few words.</param>
/// <param name="Source">Who published it.</param>
/// <param name="UsesExposure">Whether it takes an exposure.</param>
/// <param name="Run">Runs it.</param>
internal sealed record SeriesMethod(
    string Name,
    string Does,
    string Source,
    bool UsesExposure,
    Func<GivenSeries, SeriesSettings, SeriesVerdict> Run
);
