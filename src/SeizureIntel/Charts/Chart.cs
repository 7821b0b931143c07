namespace SeizureIntel.Charts;

/// <summary>What a chart shows, and nothing of how it is drawn: print, mail and page draw the same description.</summary>
public abstract record Chart
{
    /// <summary>Identifies the chart in its document; letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What the chart shows, in one sentence, for readers who cannot see it.</summary>
    public required string AltText { get; init; }

    /// <summary>A sentence printed on the chart itself; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>The words that every chart has.</summary>
    public ChartWords Words { get; init; } = ChartWords.English;

    /// <summary>True to draw it for half a page's width.</summary>
    public bool IsNarrow { get; init; }
}
