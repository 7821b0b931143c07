namespace SeizureIntel.Workbench.Scorecards;

/// <summary>What a contributor sent, and what it led to.</summary>
/// <param name="Country">Reporting country, ISO 3166-1 alpha-2.</param>
/// <param name="Label">Its name.</param>
/// <param name="Seizures">Seizures that it reported.</param>
/// <param name="Share">Their share of all contributors' seizures, 0 to 1.</param>
/// <param name="Completeness">Mean share of them in which a field that analysts ask for is known, 0 to 1.</param>
/// <param name="Rank">Its place by completeness, 1 for the most complete; equal ones share a place.</param>
/// <param name="Of">Contributors that are ranked.</param>
/// <param name="WeakestField">The field known least often; null where all are always known.</param>
/// <param name="WeakestShare">Share of its seizures in which that field is known.</param>
/// <param name="MedianDays">Median of the days from seizure to report; null without report dates.</param>
/// <param name="Stories">Stories of the overview that its records are part of.</param>
/// <param name="OfStories">Stories of the overview.</param>
public sealed record ScorecardAnswer(
    string Country,
    string Label,
    int Seizures,
    double Share,
    double Completeness,
    int Rank,
    int Of,
    string? WeakestField,
    double WeakestShare,
    double? MedianDays,
    int Stories,
    int OfStories
);
