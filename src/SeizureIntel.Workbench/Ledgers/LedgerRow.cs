namespace SeizureIntel.Workbench.Ledgers;

/// <summary>What came in from a country, or into it, and what went out.</summary>
/// <param name="Country">ISO code.</param>
/// <param name="Label">Its name.</param>
/// <param name="In">Seizures on a leg into the country; in the ledger of one country those from this partner.</param>
/// <param name="Out">Seizures on a leg out of it; in the ledger of one country those to this partner.</param>
public sealed record LedgerRow(string Country, string Label, int In, int Out);
