using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Exports;

namespace SeizureIntel.Workbench.Ledgers;

/// <summary>A ledger as a file.</summary>
public sealed record LedgerExportQuery : LedgerQuery
{
    /// <summary>How it is written.</summary>
    [Asked("How it is written: csv, xlsx or json")]
    public ExportFormat Format { get; init; }
}
