namespace SeizureIntel.Dashboards.Pages.Search;

/// <summary>One value of a facet.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Count">Seizures with it.</param>
/// <param name="Percent">Its share of the facet's seizures, for the bar; 0 to 100.</param>
/// <param name="IsChosen">True where it is a condition now.</param>
/// <param name="IsMissing">True where it says that there is no value.</param>
/// <param name="Included">The address with it as a condition, or without where it is one.</param>
/// <param name="Excluded">The address without seizures of it.</param>
internal sealed record FacetValueView(
    string Label,
    int Count,
    double Percent,
    bool IsChosen,
    bool IsMissing,
    string Included,
    string Excluded
);
