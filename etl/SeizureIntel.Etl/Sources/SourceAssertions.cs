using System;

namespace SeizureIntel.Etl.Sources;

/// <summary>What must hold for every submission of a source; a submission that breaks one is refused as a whole.</summary>
public sealed record SourceAssertions
{
    /// <summary>Fewest rows read; null for no limit.</summary>
    public int? RowsMin { get; init; }

    /// <summary>Most rows read; null for no limit.</summary>
    public int? RowsMax { get; init; }

    /// <summary>Smallest share of rows accepted, 0 to 1; null for no limit.</summary>
    public double? AcceptedShareMin { get; init; }

    /// <summary>Earliest seizure date; null for no limit.</summary>
    public DateOnly? DateMin { get; init; }

    /// <summary>Latest seizure date; null for no limit.</summary>
    public DateOnly? DateMax { get; init; }
}
