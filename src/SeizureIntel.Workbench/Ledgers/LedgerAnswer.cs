using System.Collections.Generic;
using SeizureIntel.Workbench.Tabulating;

namespace SeizureIntel.Workbench.Ledgers;

/// <summary>A ledger of countries.</summary>
/// <param name="Country">The country whose partners the rows are; null for the ledger of all countries.</param>
/// <param name="Label">Its name; null for all countries.</param>
/// <param name="In">Its seizures on legs into it; null for all countries.</param>
/// <param name="Out">Its seizures on legs out of it; null for all countries.</param>
/// <param name="Known">Seizures with a known leg, of those of the scope.</param>
/// <param name="Rows">The countries, or partners, by what came in and went out together; the busiest first.</param>
public sealed record LedgerAnswer(string? Country, string? Label, int? In, int? Out, KnownOf Known, IReadOnlyList<LedgerRow> Rows);
