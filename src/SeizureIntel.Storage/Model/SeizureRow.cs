namespace SeizureIntel.Storage.Model;

/// <summary>An item line of a case as a row; see <see cref="CaseRow"/> for how codes and texts lie.</summary>
internal sealed class SeizureRow
{
    public long CaseNumber { get; set; }
    public long Item { get; set; }
    public string Id { get; set; } = "";
    public long Row { get; set; }
    public string? Heading { get; set; }
    public string? HeadingText { get; set; }
    public string? Product { get; set; }
    public string? ProductText { get; set; }
    public decimal? Quantity { get; set; }
    public string? Unit { get; set; }
    public string? QuantityText { get; set; }
    public decimal? Quantity2 { get; set; }
    public string? Unit2 { get; set; }
    public decimal? Value { get; set; }
    public string? Currency { get; set; }
    public string? HsCode { get; set; }
    public string? HsCodeText { get; set; }
    public string? Brand { get; set; }
    public string? Species { get; set; }
    public string? SpeciesText { get; set; }
    public string? Authenticity { get; set; }
    public string? AuthenticityText { get; set; }
    public string? FirearmType { get; set; }
    public string? FirearmTypeText { get; set; }
    public string? FirearmMake { get; set; }
    public string? FirearmModel { get; set; }
    public string? Calibre { get; set; }
    public string? CalibreText { get; set; }
    public long? SerialNumbers { get; set; }
    public string? CountryOfManufacture { get; set; }
    public string? CountryOfManufactureText { get; set; }
    public string? ImportMarks { get; set; }
    public string? ImportMarksText { get; set; }
    public string? MarkingStatus { get; set; }
    public string? MarkingStatusText { get; set; }
    public string? DenialGround { get; set; }
    public string? DenialGroundText { get; set; }
    public bool ExactDuplicate { get; set; }
    public string? OutlierFlags { get; set; }
    public string RecordProfile { get; set; } = "";
    public long CompletenessScore { get; set; }
}
