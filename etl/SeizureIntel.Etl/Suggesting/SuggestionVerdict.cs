namespace SeizureIntel.Etl.Suggesting;

/// <summary>What a file of unknown shape is.</summary>
public enum SuggestionVerdict
{
    /// <summary>Seizures, one a row, and enough was understood to take it in.</summary>
    Complete,

    /// <summary>Seizures, but a date, a country or what was seized is missing.</summary>
    Incomplete,

    /// <summary>Totals of seizures, which must not count as seizures.</summary>
    Aggregates,

    /// <summary>A table of something else.</summary>
    NoSeizures,
}
