using System.Collections.Generic;
using SeizureIntel.Fields;
using SeizureIntel.Queries;

namespace SeizureIntel.Workbench.Exports;

/// <summary>An export that can be written.</summary>
/// <param name="Query">Which seizures.</param>
/// <param name="Format">How they are written.</param>
/// <param name="Columns">The columns, in words; none for the exchange template's, in codes.</param>
/// <param name="Sort">Field to sort by; null for the order received.</param>
public sealed record ExportPlan(SeizureQuery Query, ExportFormat Format, IReadOnlyList<SeizureField> Columns, string? Sort);
