using SeizureIntel.Etl.Mapping;

namespace SeizureIntel.Etl.Quality;

/// <summary>Where the fields of a case stand, looked up once.</summary>
internal static class CaseSlots
{
    public static int Admin1 { get; } = Slots.Of("admin1");

    public static int AlertRef { get; } = Slots.Of("alert_ref");

    public static int BorderContext { get; } = Slots.Of("border_context");

    public static int ConveyanceType { get; } = Slots.Of("conveyance_type");

    public static int Conviction { get; } = Slots.Of("conviction");

    public static int Country { get; } = Slots.Of("country");

    public static int CoverGoods { get; } = Slots.Of("cover_goods");

    public static int CustomsProcedure { get; } = Slots.Of("customs_procedure");

    public static int DeclarationStatus { get; } = Slots.Of("declaration_status");

    public static int DetectionTechnique { get; } = Slots.Of("detection_technique");

    public static int Direction { get; } = Slots.Of("direction");

    public static int Disposition { get; } = Slots.Of("disposition");

    public static int FlagCountry { get; } = Slots.Of("flag_country");

    public static int Handling { get; } = Slots.Of("handling");

    public static int Latitude { get; } = Slots.Of("latitude");

    public static int Longitude { get; } = Slots.Of("longitude");

    public static int Marking { get; } = Slots.Of("marking");

    public static int ModeOfTransport { get; } = Slots.Of("mode_of_transport");

    public static int Narrative { get; } = Slots.Of("narrative");

    public static int Nationalities { get; } = Slots.Of("nationalities");

    public static int Operation { get; } = Slots.Of("operation");

    public static int PersonsIntercepted { get; } = Slots.Of("persons_intercepted");

    public static int PlaceName { get; } = Slots.Of("place_name");

    public static int PlaceType { get; } = Slots.Of("place_type");

    public static int Prosecution { get; } = Slots.Of("prosecution");

    public static int ReportingCountry { get; } = Slots.Of("reporting_country");

    public static int ReportingService { get; } = Slots.Of("reporting_service");

    public static int RiskIndicators { get; } = Slots.Of("risk_indicators");

    public static int SelectionBasis { get; } = Slots.Of("selection_basis");

    public static int TraceStatus { get; } = Slots.Of("trace_status");

    public static int TrafficType { get; } = Slots.Of("traffic_type");

    public static int Unlocode { get; } = Slots.Of("unlocode");
}
