using System.Collections.Generic;
using SeizureIntel.Cases;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Normalisation;

namespace SeizureIntel.Etl.Quality;

/// <summary>A row that no rule rejects.</summary>
/// <param name="Draft">What it says.</param>
/// <param name="IsDuplicate">True where an earlier row of the file has the same cells.</param>
/// <param name="IsBeyondFence">True where its amount is far off its kind in the file.</param>
internal sealed record AcceptedRow(SeizureDraft Draft, bool IsDuplicate, bool IsBeyondFence)
{
    /// <summary>Tokens of the containers and vessels that it names.</summary>
    public IReadOnlyList<ConveyanceToken> Tokens { get; init; } = [];

    /// <summary>Reporting country and case reference; null for a row that is a case by itself.</summary>
    public (string Country, string Reference)? Key =>
        Draft.Items[0].Fields[Slots.CaseRef]?.Words is { } reference ? (Draft.Items[0].One(Slots.ReportingCountry).Code, reference) : null;
}
