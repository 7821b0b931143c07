namespace SeizureIntel.Dashboards.Pages.Search;

/// <summary>One step of time in the histogram.</summary>
/// <param name="Label">The period in words.</param>
/// <param name="From">Its first day as an address says it.</param>
/// <param name="To">Its last day.</param>
/// <param name="Count">Seizures in it.</param>
/// <param name="Drilled">The address of this period alone.</param>
internal sealed record HistogramBar(string Label, string From, string To, int Count, string Drilled);
