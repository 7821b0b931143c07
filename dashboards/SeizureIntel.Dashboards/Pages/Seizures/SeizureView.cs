using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Charts;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Fields;
using SeizureIntel.Reporting.Charts;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Workbench.Labels;
using SeizureIntel.Workbench.Seizures;

namespace SeizureIntel.Dashboards.Pages.Seizures;

/// <summary>A seizure as its page shows it: fields in groups, the route as a map.</summary>
internal sealed class SeizureView(SeizureAnswer seizure, ScopeLists lists)
{
    // What stands in the headline, or within another value.
    private static readonly string[] WithOthers = ["unit", "unit_2", "currency", "date_precision", "exact_duplicate"];

    private static readonly (string Name, string[] Fields)[] Groups =
    [
        (
            "seizure.what",
            ["heading", "product", "quantity", "quantity_2", "value", "hs_code", "brand", "species", "authenticity", "cover_goods"]
        ),
        (
            "seizure.firearm",
            ["firearm_type", "firearm_make", "firearm_model", "calibre", "serial_numbers", "country_of_manufacture", "import_marks"]
        ),
        (
            "seizure.where",
            ["seizure_date", "reported_date", "country", "admin1", "place_name", "unlocode", "latitude", "longitude", "place_type"]
        ),
        (
            "seizure.how",
            [
                "mode_of_transport",
                "conveyance_type",
                "flag_country",
                "concealment",
                "concealment_how",
                "concealment_level",
                "border_context",
                "direction",
                "traffic_type",
                "customs_procedure",
                "declaration_status",
            ]
        ),
        ("seizure.found", ["selection_basis", "detection_technique", "risk_indicators", "alert_ref", "operation", "narrative"]),
        ("seizure.after", ["persons_intercepted", "nationalities", "disposition", "prosecution", "conviction", "trace_status"]),
    ];

    // The route has a drawing and a list of its own.
    private static readonly string[] OfRoute =
    [
        "origin_country",
        "departure_country",
        "transit_countries",
        "destination_country",
        "departure_place",
        "destination_place",
    ];

    private readonly IReadOnlyList<SeizureFieldAnswer> _stated =
    [
        .. seizure.Fields.Select(f =>
            f with
            {
                Label = lists.Field(f.Field),
                Values = [.. f.Values.Select(v => v with { Label = LabelOf(seizure, f.Field, v, lists) })],
            }
        ),
    ];

    /// <summary>The name of the text of a station's part in the movement.</summary>
    public static string RoleOf(RouteStation station) =>
        station.Role switch
        {
            "origin" => "seizure.role.origin",
            "departure" => "seizure.role.departure",
            "transit" => "seizure.role.transit",
            "discovery" => "seizure.role.discovery",
            _ => "seizure.role.destination",
        };

    /// <summary>The name of the text of what became of a proposal.</summary>
    public static string StateOf(ProposalAnswer proposal) =>
        proposal.State switch
        {
            "accepted" => "seizure.accepted",
            "refused" => "seizure.refused",
            _ => "seizure.proposed",
        };

    /// <summary>What is told.</summary>
    public SeizureAnswer Seizure => seizure;

    /// <summary>The headline: what was found, and how much of it.</summary>
    public string? Title =>
        (Label("product") ?? Label("heading")) is not { } what ? null
        : Label("quantity") is { } quantity ? $"{what}, {quantity}"
        : what;

    /// <summary>The fields by the name of their group's text; every field that is stated stands in one.</summary>
    public IEnumerable<(string Name, IReadOnlyList<SeizureFieldAnswer> Fields)> Parts
    {
        get
        {
            string[] placed = [.. Groups.SelectMany(g => g.Fields), .. WithOthers, .. OfRoute];
            (string Name, string[] Fields)[] all = [.. Groups, ("seizure.report", [.. _stated.Select(f => f.Field).Except(placed)])];
            return all.Select(g => (g.Name, (IReadOnlyList<SeizureFieldAnswer>)[.. g.Fields.Select(Find).OfType<SeizureFieldAnswer>()]))
                .Where(g => g.Item2.Count > 0);
        }
    }

    /// <summary>The route as a map; null where fewer than two countries of it are on the map.</summary>
    public FlowMap? Map
    {
        get
        {
            Flow[] flows =
            [
                .. seizure
                    .Path.Zip(seizure.Path.Skip(1), (from, to) => new Flow(from, to, 1))
                    .Where(f => CountryPoints.Find(f.From) is not null && CountryPoints.Find(f.To) is not null),
            ];
            return flows.Length == 0
                ? null
                : new FlowMap
                {
                    Id = "route",
                    AltText = lists.Texts.Say(
                        $"The route: {seizure.Path.Select(Country).Aggregate((said, next) => lists.Texts.Say($"{said}, then {next}"))}."
                    ),
                    Words = lists.Texts.Phrases.ChartWords,
                    Flows = flows,
                    Names = seizure.Path.Distinct().ToDictionary(c => c, Country, StringComparer.Ordinal),
                };
        }
    }

    /// <summary>The first value of a field in words; null where nothing is stated.</summary>
    public string? Label(string field) => Find(field)?.Values[0].Label;

    // Days and amounts are told anew; a code has its name, and a text is as it is.
    private static string LabelOf(SeizureAnswer seizure, string field, SeizureValue value, ScopeLists lists)
    {
        Phrases phrases = lists.Texts.Phrases;
        if (phrases.IsEnglish)
            return value.Label;
        string? companion = ValueWords.CompanionOf(field) is { } other
            ? seizure.Fields.FirstOrDefault(f => f.Field == other)?.Values[0].Value
            : null;
        return SeizureFields.Find(field)?.Kind switch
        {
            FieldKind.Date
                when DateOnly.TryParseExact(
                    value.Value,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out DateOnly day
                ) => ValueWords.Day(day, companion, phrases),
            FieldKind.Number when double.TryParse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) =>
                ValueWords.Exact(number, companion, phrases),
            _ => lists.Named(field, value.Value, value.Label),
        };
    }

    private SeizureFieldAnswer? Find(string field) => _stated.FirstOrDefault(f => f.Field == field);

    private string Country(string code) => lists.Word("country", code);
}
