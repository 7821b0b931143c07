using System;
using System.Collections.Generic;

namespace SeizureIntel.Synthetic.Region;

/// <summary>A case as the simulation knows it, before it is written in a reporter's shape.</summary>
internal sealed record SimulatedCase
{
    /// <summary>Who reports it.</summary>
    public required Reporter Reporter { get; init; }

    /// <summary>Day of the seizure.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Day on which it was reported.</summary>
    public required DateOnly Reported { get; init; }

    /// <summary>What was found.</summary>
    public required SimulatedGoods Goods { get; init; }

    /// <summary>How much, in the goods' unit.</summary>
    public required double Amount { get; init; }

    /// <summary>Country of departure; null where the report does not say.</summary>
    public string? Departure { get; init; }

    /// <summary>Countries passed through.</summary>
    public IReadOnlyList<string> Transits { get; init; } = [];

    /// <summary>Country of destination; null where the report does not say.</summary>
    public string? Destination { get; init; }

    /// <summary>Means of transport; null where the report does not say.</summary>
    public string? Mode { get; init; }

    /// <summary>Dotted code of the hiding place; null where the report does not say.</summary>
    public string? Concealment { get; init; }

    /// <summary>The hiding place in words.</summary>
    public string? ConcealmentWords { get; init; }

    /// <summary>Goods of another heading found in the same case; null for most.</summary>
    public SimulatedGoods? Companion { get; init; }

    /// <summary>A sentence about the case; null for most.</summary>
    public string? Narrative { get; init; }
}
