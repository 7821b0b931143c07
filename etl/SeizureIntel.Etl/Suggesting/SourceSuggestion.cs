using System.Collections.Generic;
using SeizureIntel.Etl.Sources;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>A draft of a source for a file of unknown shape.</summary>
public sealed record SourceSuggestion
{
    /// <summary>What the file is.</summary>
    public required SuggestionVerdict Verdict { get; init; }

    /// <summary>The verdict in words, with what to do.</summary>
    public required string Message { get; init; }

    /// <summary>The columns, left to right.</summary>
    public required IReadOnlyList<ColumnSuggestion> Columns { get; init; }

    /// <summary>Values that the code lists do not know, most frequent first in each column.</summary>
    public required IReadOnlyList<LookUpProposal> LookUps { get; init; }

    /// <summary>What holds for every row, by field: the unit of a column's name, the heading where the file has only one.</summary>
    public required IReadOnlyDictionary<string, string> Constants { get; init; }

    /// <summary>Fields without which no row can be kept and that no column gives: <c>seizure_date</c>, <c>product</c>, <c>country</c>;
    /// and <c>heading</c>, where the lists know hardly any of the goods, so that these may be no seizures.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>What else is worth knowing: a total row, dates that could be read in two ways.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>How the file was read.</summary>
    public required IReadOnlyDictionary<string, string> ReadAs { get; init; }

    /// <summary>Rows below the header.</summary>
    public required int Rows { get; init; }

    /// <summary>The draft; null for a table of totals.</summary>
    public required SourceDescription? Source { get; init; }
}
