using System.Collections.Generic;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>What a column of an unknown file was understood to be.</summary>
public sealed record ColumnSuggestion
{
    /// <summary>Its name as it may be shown.</summary>
    public required string Column { get; init; }

    /// <summary>The template field it feeds; null for none.</summary>
    public required string? Field { get; init; }

    /// <summary>A second field it feeds, as a country that is reporter and place of seizure; null for none.</summary>
    public string? Also { get; init; }

    /// <summary>0 to 1: how probable it is that this is right, the field or that there is none.</summary>
    public required double Confidence { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Understood, set aside, not understood or refused.</summary>
    public required ColumnState State { get; init; }

    /// <summary>Date formats in .NET notation that are tried before the common ones; empty for none.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Share of the rows that state something, 0 to 1.</summary>
    public required double Filled { get; init; }

    /// <summary>Some values as they may be shown; for a column without a field those that no rule of the screen doubts, or none.</summary>
    public required IReadOnlyList<string> Samples { get; init; }

    /// <summary>The fields next in line with their probability, best first; at most three.</summary>
    public required IReadOnlyList<FieldAlternative> Alternatives { get; init; }
}
