namespace SeizureIntel.Analytics.Findings.Stories;

/// <summary>What a kind of finding speaks of.</summary>
internal enum StoryFamily
{
    /// <summary>Something rose, fell, moved or was seen for the first time.</summary>
    Change,

    /// <summary>Who reports, and how, changed.</summary>
    Reporting,

    /// <summary>What the routes look like over the whole period.</summary>
    Structure,

    /// <summary>What is found together.</summary>
    Combination,

    /// <summary>A figure asked for, whatever it is.</summary>
    Measure,
}
