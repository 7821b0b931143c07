using System.Collections.Generic;
using SeizureIntel.Fields;
using SeizureIntel.Workbench.Search;
using SeizureIntel.Workbench.Tabulating;

namespace SeizureIntel.Dashboards.Pages.Search;

/// <summary>Everything that the search page shows of one address.</summary>
internal sealed record SearchView
{
    /// <summary>What was found.</summary>
    public required SearchAnswer Found { get; init; }

    /// <summary>Quantities by unit, largest number of seizures first.</summary>
    public required TabulationAnswer Quantities { get; init; }

    /// <summary>The seizures over time.</summary>
    public required Histogram Histogram { get; init; }

    /// <summary>Every facet, open ones with their values.</summary>
    public required IReadOnlyList<FacetView> Facets { get; init; }

    /// <summary>The columns of the table.</summary>
    public required IReadOnlyList<SeizureField> Columns { get; init; }

    /// <summary>The hit that is open beside the list; null for none.</summary>
    public required SearchHit? Opened { get; init; }

    /// <summary>Highest marking among the seizures found; null where nothing was found.</summary>
    public required string? Marking { get; init; }

    /// <summary>Conditions that cannot find anything.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The legs of the routes as a map and a list; null where the rows are shown.</summary>
    public required LegsView? Legs { get; init; }

    /// <summary>Seizures of the same question without its period; null where it was not counted.</summary>
    public required int? WithoutPeriod { get; init; }
}
