using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Workbench.Ledgers;

/// <summary>What came into countries and what left them, by the legs of known routes.</summary>
public record LedgerQuery : FilterText
{
    /// <summary>The country whose partners are listed; null for the ledger of all countries.</summary>
    [Asked("Country whose partners are listed, by ISO code or name; without it all countries", Shown = "country")]
    public string? Country { get; init; }
}
