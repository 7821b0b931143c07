using System;
using System.Collections.Generic;
using SeizureIntel.Values;

namespace SeizureIntel.Cases;

/// <summary>One event at one place and time, with its route, conveyance, concealments, detection and the seizures made in it.</summary>
public sealed record Case
{
    private static readonly Conveyance Unstated = new(default, default, default);
    private static readonly Detection Unfound = new(default, []);

    /// <summary>16 characters, derived from submission and row, or from submission and reference: the same file gives the same ids.</summary>
    public required string Id { get; init; }

    /// <summary>The submission it came in.</summary>
    public required string SubmissionId { get; init; }

    /// <summary>The reporting format it came in.</summary>
    public required string Source { get; init; }

    /// <summary>The contributor's own reference, screened; null where none was given.</summary>
    public string? CaseRef { get; init; }

    /// <summary>True where an earlier submission of the same country used the same reference.</summary>
    public bool RepeatsCaseRef { get; init; }

    /// <summary>Who reports: ISO 3166-1 alpha-2.</summary>
    public Stated ReportingCountry { get; init; }

    /// <summary>Kind of service that reports.</summary>
    public Stated ReportingService { get; init; }

    /// <summary>When it happened.</summary>
    public required SeizureDate SeizureDate { get; init; }

    /// <summary>When the contributor reported it; null where it does not say.</summary>
    public DateOnly? ReportedDate { get; init; }

    /// <summary>Where it happened: ISO 3166-1 alpha-2.</summary>
    public Stated Country { get; init; }

    /// <summary>First-level division: ISO 3166-2 where known, else the name under UNMAPPED.</summary>
    public Stated Admin1 { get; init; }

    /// <summary>Name of the place, never a street address; null where none was given.</summary>
    public string? PlaceName { get; init; }

    /// <summary>UN/LOCODE of the place.</summary>
    public Stated Unlocode { get; init; }

    /// <summary>WGS84 degrees north; null where not given.</summary>
    public double? Latitude { get; init; }

    /// <summary>WGS84 degrees east; null where not given.</summary>
    public double? Longitude { get; init; }

    /// <summary>Kind of place.</summary>
    public Stated PlaceType { get; init; }

    /// <summary>At, between or away from border crossing points.</summary>
    public Stated BorderContext { get; init; }

    /// <summary>Direction of the movement over the border.</summary>
    public Stated Direction { get; init; }

    /// <summary>Kind of traffic.</summary>
    public Stated TrafficType { get; init; }

    /// <summary>Customs procedure.</summary>
    public Stated CustomsProcedure { get; init; }

    /// <summary>What had been declared.</summary>
    public Stated DeclarationStatus { get; init; }

    /// <summary>The stations of the route in the order of the movement; the place of discovery is not among them unless stated as a station.</summary>
    public IReadOnlyList<RouteLeg> Legs { get; init; } = [];

    /// <summary>What carried the goods.</summary>
    public Conveyance Conveyance { get; init; } = Unstated;

    /// <summary>Tokens of the containers and vessels whose numbers were told of; empty where none was, or the office has no key.</summary>
    public IReadOnlyList<ConveyanceToken> Tokens { get; init; } = [];

    /// <summary>How the goods were hidden; the first is the primary one. Empty where nothing was stated.</summary>
    public IReadOnlyList<Concealment> Concealments { get; init; } = [];

    /// <summary>Cover goods in the reporter's words, screened; null where none were given.</summary>
    public string? CoverGoods { get; init; }

    /// <summary>Why chosen and how found.</summary>
    public Detection Detection { get; init; } = Unfound;

    /// <summary>Risk indicators.</summary>
    public IReadOnlyList<Stated> RiskIndicators { get; init; } = [];

    /// <summary>The reporter's account, screened; null where none was given.</summary>
    public string? Narrative { get; init; }

    /// <summary>Persons stopped: a count and nothing else; null where not given.</summary>
    public int? PersonsIntercepted { get; init; }

    /// <summary>Nationalities of the persons stopped.</summary>
    public IReadOnlyList<Stated> Nationalities { get; init; } = [];

    /// <summary>What was done with the goods.</summary>
    public Stated Disposition { get; init; }

    /// <summary>State of prosecution.</summary>
    public Stated Prosecution { get; init; }

    /// <summary>State of conviction.</summary>
    public Stated Conviction { get; init; }

    /// <summary>State of firearm tracing.</summary>
    public Stated TraceStatus { get; init; }

    /// <summary>Who may read it.</summary>
    public Marking Marking { get; init; } = Marking.Amber;

    /// <summary>Handling codes.</summary>
    public IReadOnlyList<Stated> Handling { get; init; } = [];

    /// <summary>Operation or project it belongs to; null where none.</summary>
    public string? Operation { get; init; }

    /// <summary>Alert that led to it; null where none.</summary>
    public string? AlertRef { get; init; }

    /// <summary>The item lines; at least one.</summary>
    public required IReadOnlyList<Seizure> Seizures { get; init; }
}
