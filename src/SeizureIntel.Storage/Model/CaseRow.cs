using System;

namespace SeizureIntel.Storage.Model;

/// <summary>A case as a row: codes under the template's names, what was written beside them.</summary>
/// <remarks>
/// A code column is null where the code is NOT_STATED. The text lies in a column of its own and not in one JSON column a row:
/// a null costs one byte, nothing has to be parsed, and both engines can search it.
/// Several codes stand in one column, parted by semicolons as in the template; their texts are a JSON array, null where no text was written.
/// </remarks>
internal sealed class CaseRow
{
    public long CaseNumber { get; set; }
    public string Id { get; set; } = "";
    public long SubmissionNumber { get; set; }
    public string? CaseRef { get; set; }
    public bool RepeatsCaseRef { get; set; }
    public string? ReportingCountry { get; set; }
    public string? ReportingCountryText { get; set; }
    public string? ReportingService { get; set; }
    public string? ReportingServiceText { get; set; }
    public DateOnly SeizureDate { get; set; }
    public string DatePrecision { get; set; } = "";
    public DateOnly? ReportedDate { get; set; }
    public string? Country { get; set; }
    public string? CountryText { get; set; }
    public string? Admin1 { get; set; }
    public string? Admin1Text { get; set; }
    public string? PlaceName { get; set; }
    public string? Unlocode { get; set; }
    public string? UnlocodeText { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public string? PlaceType { get; set; }
    public string? PlaceTypeText { get; set; }
    public string? BorderContext { get; set; }
    public string? BorderContextText { get; set; }
    public string? Direction { get; set; }
    public string? DirectionText { get; set; }
    public string? TrafficType { get; set; }
    public string? TrafficTypeText { get; set; }
    public string? CustomsProcedure { get; set; }
    public string? CustomsProcedureText { get; set; }
    public string? DeclarationStatus { get; set; }
    public string? DeclarationStatusText { get; set; }
    public string? ModeOfTransport { get; set; }
    public string? ModeOfTransportText { get; set; }
    public string? ConveyanceType { get; set; }
    public string? ConveyanceTypeText { get; set; }
    public string? FlagCountry { get; set; }
    public string? FlagCountryText { get; set; }
    public string? CoverGoods { get; set; }
    public string? SelectionBasis { get; set; }
    public string? SelectionBasisText { get; set; }
    public string? DetectionTechnique { get; set; }
    public string? DetectionTechniqueText { get; set; }
    public string? RiskIndicators { get; set; }
    public string? RiskIndicatorsText { get; set; }
    public string? Narrative { get; set; }
    public long? PersonsIntercepted { get; set; }
    public string? Nationalities { get; set; }
    public string? NationalitiesText { get; set; }
    public string? Disposition { get; set; }
    public string? DispositionText { get; set; }
    public string? Prosecution { get; set; }
    public string? ProsecutionText { get; set; }
    public string? Conviction { get; set; }
    public string? ConvictionText { get; set; }
    public string? TraceStatus { get; set; }
    public string? TraceStatusText { get; set; }
    public string Marking { get; set; } = "";
    public string? Handling { get; set; }
    public string? HandlingText { get; set; }
    public string? Operation { get; set; }
    public string? AlertRef { get; set; }
    public bool IsLeftOut { get; set; }
}
