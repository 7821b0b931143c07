using System;
using System.Collections.Generic;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Values;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>What a bulletin is made for, and what its caller knows beside the studies.</summary>
public sealed record BulletinRequest
{
    /// <summary>The region as it is printed; null for all reporters.</summary>
    public string? Region { get; init; }

    /// <summary>First day covered.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day covered.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The ceiling: records above it are not in the studies.</summary>
    public required Marking Marking { get; init; }

    /// <summary>When the last record was received, UTC; null where nothing was.</summary>
    public required DateTimeOffset? DataCutOff { get; init; }

    /// <summary>Day of issue; passed in, so that the same input gives the same bytes.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Who issues it: a unit, never a person.</summary>
    public required string Originator { get; init; }

    /// <summary>The product's number; null to derive it from region and period.</summary>
    public string? ProductNumber { get; init; }

    /// <summary>Mailbox of the unit for answers; null for none.</summary>
    public string? Contact { get; init; }

    /// <summary>Countries that could have reported, ISO 3166-1 alpha-2; empty where the region has no fixed members.</summary>
    public IReadOnlyList<string> ExpectedReporters { get; init; } = [];

    /// <summary>Seizures of the scope left out because their marking is above the ceiling; null where it was not counted.</summary>
    public Counted? SeizuresAboveCeiling { get; init; }

    /// <summary>True for a page of its own charts, which take its full width; a bulletin sets them in two columns.</summary>
    public bool IsForPages { get; init; }

    /// <summary>What its stories are told in; everything else is English.</summary>
    public Phrases Phrases { get; init; } = Phrases.English;

    /// <summary>Seizures by record profile (such as MIN and STD) within the scope; empty where it was not counted.</summary>
    public IReadOnlyDictionary<string, Counted> Profiles { get; init; } = new Dictionary<string, Counted>();
}
