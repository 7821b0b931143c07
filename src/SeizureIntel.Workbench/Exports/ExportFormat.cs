namespace SeizureIntel.Workbench.Exports;

/// <summary>How seizures are exported.</summary>
public enum ExportFormat
{
    /// <summary>Comma-separated, UTF-8, the exchange template's header.</summary>
    Csv,

    /// <summary>A workbook with the exchange template's header.</summary>
    Xlsx,

    /// <summary>A JSON array, one object a seizure.</summary>
    Json,
}
