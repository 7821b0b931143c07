using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Cases;
using SeizureIntel.Values;

namespace SeizureIntel.Fields;

/// <summary>The catalogue of fields: the exchange template's columns in its order, then the derived ones. Whatever handles all fields alike walks
/// this list.</summary>
public static class SeizureFields
{
    /// <summary>Countries of each consecutive pair of stations, written <c>CO&gt;ES</c>.</summary>
    public const string Leg = "leg";

    /// <summary>All fields.</summary>
    public static IReadOnlyList<SeizureField> All { get; } =
    [
        Words("case_ref", "Case reference", (c, _) => c.CaseRef),
        Code("reporting_country", "Reporting country", "countries", (c, _) => c.ReportingCountry),
        Code("reporting_service", "Reporting service", "reporting_service", (c, _) => c.ReportingService),
        Date("seizure_date", "Seizure date", (c, _) => c.SeizureDate.Start.DayNumber),
        Code("date_precision", "Date precision", "date_precision", (c, _) => Known(PrecisionCode(c.SeizureDate.Precision))),
        Code("country", "Country of seizure", "countries", (c, _) => c.Country),
        Code("admin1", "First-level division", null, (c, _) => c.Admin1),
        Words("place_name", "Place", (c, _) => c.PlaceName),
        Code("unlocode", "UN/LOCODE", "unlocode", (c, _) => c.Unlocode),
        Number("latitude", "Latitude", (c, _) => c.Latitude),
        Number("longitude", "Longitude", (c, _) => c.Longitude),
        Code("place_type", "Place type", "place_type", (c, _) => c.PlaceType),
        Code("border_context", "Border context", "border_context", (c, _) => c.BorderContext),
        Code("direction", "Direction", "direction", (c, _) => c.Direction),
        Code("traffic_type", "Traffic type", "traffic_type", (c, _) => c.TrafficType),
        Code("customs_procedure", "Customs procedure", "customs_procedure", (c, _) => c.CustomsProcedure),
        Code("declaration_status", "Declaration status", "declaration_status", (c, _) => c.DeclarationStatus),
        Code("heading", "Heading", "headings", (_, s) => s.Heading),
        Code("product", "Product", "products", (_, s) => s.Product),
        Number("quantity", "Quantity", (_, s) => (double?)s.Quantity?.Value),
        Code("unit", "Unit", "units", (_, s) => s.Quantity is { } q ? Known(q.Unit) : default),
        Number("quantity_2", "Second quantity", (_, s) => (double?)s.Quantity2?.Value),
        Code("unit_2", "Unit of the second quantity", "units", (_, s) => s.Quantity2 is { } q ? Known(q.Unit) : default),
        Number("value", "Value", (_, s) => (double?)s.Value?.Value),
        Code("currency", "Currency", "currencies", (_, s) => s.Value is { } v ? Known(v.Unit) : default),
        Code("hs_code", "HS code", "hs", (_, s) => s.HsCode),
        Words("brand", "Brand", (_, s) => s.Brand),
        Code("species", "Species", null, (_, s) => s.Species),
        Code("authenticity", "Authenticity", "authenticity", (_, s) => s.Authenticity),
        Code("origin_country", "Country of origin", "countries", (c, _) => Route.CountryOf(c, LegRole.Origin)),
        Code("departure_country", "Country of departure", "countries", (c, _) => Route.CountryOf(c, LegRole.Departure)),
        Codes("transit_countries", "Transit countries", "countries", (c, _) => Route.CountriesOf(c, LegRole.Transit)),
        Code("destination_country", "Country of destination", "countries", (c, _) => Route.CountryOf(c, LegRole.Destination)),
        Code("departure_place", "Place of departure", null, (c, _) => PlaceOf(c, LegRole.Departure)),
        Code("destination_place", "Place of destination", null, (c, _) => PlaceOf(c, LegRole.Destination)),
        Code("mode_of_transport", "Mode of transport", "mode_of_transport", (c, _) => c.Conveyance.Mode),
        Code("conveyance_type", "Type of conveyance", "conveyance_type", (c, _) => c.Conveyance.Kind),
        Code("flag_country", "Country of registration", "countries", (c, _) => c.Conveyance.Flag),
        Codes("concealment", "Concealment", "concealment", (c, _) => Each(c.Concealments, x => x.Where)),
        Codes("concealment_how", "Concealment method", "concealment_how", (c, _) => Each(c.Concealments, x => x.How)),
        Codes("concealment_level", "Concealment level", "concealment_level", (c, _) => Each(c.Concealments, x => x.Level)),
        Words("cover_goods", "Cover goods", (c, _) => c.CoverGoods),
        Code("selection_basis", "Selection basis", "selection_basis", (c, _) => c.Detection.SelectionBasis),
        Codes("detection_technique", "Detection technique", "detection_technique", (c, _) => c.Detection.Techniques),
        Codes("risk_indicators", "Risk indicators", "risk_indicators", (c, _) => c.RiskIndicators),
        Words("narrative", "Narrative", (c, _) => c.Narrative),
        Code("firearm_type", "Firearm type", "firearm_type", (_, s) => s.FirearmType),
        Words("firearm_make", "Firearm make", (_, s) => s.FirearmMake),
        Words("firearm_model", "Firearm model", (_, s) => s.FirearmModel),
        Code("calibre", "Calibre", "calibre", (_, s) => s.Calibre),
        Number("serial_numbers", "Serial numbers given", (_, s) => s.SerialNumberCount),
        Code("country_of_manufacture", "Country of manufacture", "countries", (_, s) => s.CountryOfManufacture),
        Codes("import_marks", "Import marks", "countries", (_, s) => s.ImportMarks),
        Code("marking_status", "Marking of the weapon", "marking_status", (_, s) => s.MarkingStatus),
        Codes("denial_ground", "Denial ground", "denial_ground", (_, s) => s.DenialGrounds),
        Number("persons_intercepted", "Persons intercepted", (c, _) => c.PersonsIntercepted),
        Codes("nationalities", "Nationalities", "countries", (c, _) => c.Nationalities) with
        {
            Least = Marking.Amber,
        },
        Code("disposition", "Disposition", "disposition", (c, _) => c.Disposition),
        Code("prosecution", "Prosecution", "prosecution", (c, _) => c.Prosecution),
        Code("conviction", "Conviction", "conviction", (c, _) => c.Conviction),
        Code("trace_status", "Trace status", "trace_status", (c, _) => c.TraceStatus),
        Code("marking", "Marking", "marking", (c, _) => Known(c.Marking.Label())),
        Codes("handling", "Handling", "handling", (c, _) => c.Handling),
        Words("operation", "Operation", (c, _) => c.Operation),
        Words("alert_ref", "Alert", (c, _) => c.AlertRef),
        Date("reported_date", "Reported date", (c, _) => c.ReportedDate?.DayNumber),
        Derived(Codes(Leg, "Leg of the route", null, (c, _) => AllKnown(Route.Edges(c)))),
        Derived(Code("path", "Route", null, (c, _) => Route.Path(c) is { Count: > 1 } path ? Known(string.Join('>', path)) : default)),
        Derived(Codes("case_headings", "Headings in the same case", "headings", (c, _) => Distinct(c.Seizures, s => s.Heading))),
        Derived(Codes("programme", "Programme", "programmes", (_, s) => AllKnown(s.Programmes))),
        Derived(Code("case_id", "Case", null, (c, _) => Known(c.Id))),
        Derived(Code("submission", "Submission", null, (c, _) => Known(c.SubmissionId))),
        Derived(Code("source", "Source", null, (c, _) => Known(c.Source))),
        Derived(Code("exact_duplicate", "Exact duplicate", null, (_, s) => Known(s.IsExactDuplicate ? "yes" : "no"))),
        Derived(Codes("outlier_flags", "Outlier flags", null, (_, s) => AllKnown(s.OutlierFlags))),
        Derived(Code("record_profile", "Record profile", null, (_, s) => Known(s.RecordProfile))),
        Derived(Number("completeness_score", "Completeness", (_, s) => s.CompletenessScore)),
        Derived(Number("row", "Row", (_, s) => s.Row)),
    ];

    private static readonly FrozenDictionary<string, SeizureField> ByName = All.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>The exchange template's columns in its order.</summary>
    public static IReadOnlyList<SeizureField> Template { get; } = [.. All.Where(f => f.InTemplate)];

    /// <summary>The field of a name; null where there is none.</summary>
    public static SeizureField? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The code of a date precision: DAY, MONTH, QUARTER or YEAR.</summary>
    public static string PrecisionCode(DatePrecision precision) =>
        precision switch
        {
            DatePrecision.Day => "DAY",
            DatePrecision.Month => "MONTH",
            DatePrecision.Quarter => "QUARTER",
            _ => "YEAR",
        };

    private static Stated Known(string code) => new(code, null);

    private static Stated PlaceOf(Case seizureCase, LegRole role)
    {
        IReadOnlyList<RouteLeg> legs = seizureCase.Legs;
        for (int i = 0; i < legs.Count; i++)
        {
            if (legs[i].Role == role)
                return legs[i].Place;
        }

        return default;
    }

    private static IReadOnlyList<Stated> AllKnown(IReadOnlyList<string> codes) => Each(codes, Known);

    private static IReadOnlyList<Stated> Each<T>(IReadOnlyList<T> items, Func<T, Stated> read)
    {
        if (items.Count == 0)
            return [];
        var all = new Stated[items.Count];
        for (int i = 0; i < all.Length; i++)
            all[i] = read(items[i]);
        return all;
    }

    private static IReadOnlyList<Stated> Distinct(IReadOnlyList<Seizure> seizures, Func<Seizure, Stated> read) =>
        seizures.Count == 1 ? [read(seizures[0])] : [.. seizures.Select(read).DistinctBy(s => s.Code)];

    private static SeizureField Code(string name, string label, string? list, Func<Case, Seizure, Stated> read) =>
        new()
        {
            Name = name,
            Label = label,
            Kind = FieldKind.Code,
            CodeList = list,
            One = read,
        };

    private static SeizureField Codes(string name, string label, string? list, Func<Case, Seizure, IReadOnlyList<Stated>> read) =>
        new()
        {
            Name = name,
            Label = label,
            Kind = FieldKind.Codes,
            CodeList = list,
            Many = read,
        };

    private static SeizureField Words(string name, string label, Func<Case, Seizure, string?> read) =>
        new()
        {
            Name = name,
            Label = label,
            Kind = FieldKind.Text,
            Words = read,
        };

    private static SeizureField Number(string name, string label, Func<Case, Seizure, double?> read) =>
        new()
        {
            Name = name,
            Label = label,
            Kind = FieldKind.Number,
            Number = read,
        };

    private static SeizureField Date(string name, string label, Func<Case, Seizure, double?> read) =>
        new()
        {
            Name = name,
            Label = label,
            Kind = FieldKind.Date,
            Number = read,
        };

    private static SeizureField Derived(SeizureField field) => field with { InTemplate = false };
}
