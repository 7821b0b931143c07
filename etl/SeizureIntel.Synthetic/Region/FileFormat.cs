namespace SeizureIntel.Synthetic.Region;

/// <summary>The reporting formats that the simulation writes.</summary>
internal enum FileFormat
{
    /// <summary>The exchange template as CSV.</summary>
    TemplateCsv,

    /// <summary>The exchange template as a workbook.</summary>
    TemplateWorkbook,

    /// <summary>The columns of UNODC's Individual Drug Seizures.</summary>
    IndividualDrugSeizures,

    /// <summary>The columns of Fortaleza's daily list.</summary>
    Fortaleza,

    /// <summary>The API shape of Colombia's list.</summary>
    ColombiaJson,
}
