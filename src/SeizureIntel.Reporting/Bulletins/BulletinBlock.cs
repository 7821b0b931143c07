using System.Collections.Generic;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>A part of a section. Exactly one of its contents is there; a title and a note may stand with it.</summary>
public sealed record BulletinBlock
{
    /// <summary>Its heading; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>What a reader must know, such as known n of N; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>A paragraph; null for another content.</summary>
    public string? Paragraph { get; init; }

    /// <summary>What is printed in place of a content that is not there; null for another content.</summary>
    public string? Nil { get; init; }

    /// <summary>Names with their values; null for another content.</summary>
    public IReadOnlyList<BulletinFact>? Facts { get; init; }

    /// <summary>Large figures side by side; null for another content.</summary>
    public IReadOnlyList<BulletinCard>? Cards { get; init; }

    /// <summary>Findings in words; null for another content.</summary>
    public IReadOnlyList<BulletinStatement>? Statements { get; init; }

    /// <summary>A table; null for another content.</summary>
    public BulletinTable? Table { get; init; }

    /// <summary>The id of a chart; null for another content.</summary>
    public string? ChartId { get; init; }

    /// <summary>True where it takes the page's full width; else it flows in two columns where the page is wide enough.</summary>
    public bool IsWide { get; init; }
}
