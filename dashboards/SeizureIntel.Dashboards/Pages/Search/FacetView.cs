using System.Collections.Generic;

namespace SeizureIntel.Dashboards.Pages.Search;

/// <summary>The values of a field beside the hits.</summary>
/// <param name="Field">The field.</param>
/// <param name="Label">Its name.</param>
/// <param name="Known">Seizures with a known value; null while it is closed.</param>
/// <param name="Of">Seizures found.</param>
/// <param name="Values">Values, most frequent first, what is not known last; empty while it is closed.</param>
/// <param name="Toggled">The address with it open, or closed.</param>
/// <param name="Longer">The address that shows more values; null where all are shown.</param>
/// <param name="IsLong">True where more than the first values are shown, with a box to find one.</param>
internal sealed record FacetView(
    string Field,
    string Label,
    int? Known,
    int Of,
    IReadOnlyList<FacetValueView> Values,
    string Toggled,
    string? Longer,
    bool IsLong
);
