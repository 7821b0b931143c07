using System;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>What stands at the head of a bulletin.</summary>
public sealed record BulletinBanner
{
    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The TLP label, repeated on every printed page.</summary>
    public required string Marking { get; init; }

    /// <summary>The product's number.</summary>
    public required string ProductNumber { get; init; }

    /// <summary>The region in words.</summary>
    public required string Region { get; init; }

    /// <summary>First day covered.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day covered.</summary>
    public required DateOnly To { get; init; }

    /// <summary>When the last record was received, UTC; null where nothing was.</summary>
    public required DateTimeOffset? DataCutOff { get; init; }

    /// <summary>Day of issue.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The issuing unit.</summary>
    public required string Originator { get; init; }

    /// <summary>Printed pages; null until it has been printed.</summary>
    public int? Pages { get; init; }
}
