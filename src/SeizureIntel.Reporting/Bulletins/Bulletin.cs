using System.Collections.Generic;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>A bulletin as one document, from which page, print and JSON are rendered.</summary>
public sealed record Bulletin
{
    /// <summary>Derived from its scope and everything it says; the day of issue does not count.</summary>
    public required string Id { get; init; }

    /// <summary>What stands at its head.</summary>
    public required BulletinBanner Banner { get; init; }

    /// <summary>What a reader with one minute must know: at most five statements.</summary>
    public required IReadOnlyList<BulletinStatement> BottomLine { get; init; }

    /// <summary>The sections in reading order, annex last.</summary>
    public required IReadOnlyList<BulletinSection> Sections { get; init; }

    /// <summary>Every figure printed, in reading order.</summary>
    public required IReadOnlyList<BulletinFigure> Figures { get; init; }

    /// <summary>The queries behind the figures, each once, in the order of first use.</summary>
    public required IReadOnlyList<BulletinEvidence> Evidence { get; init; }

    /// <summary>The charts, in reading order.</summary>
    public required IReadOnlyList<Chart> Charts { get; init; }
}
