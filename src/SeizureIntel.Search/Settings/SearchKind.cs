namespace SeizureIntel.Search.Settings;

/// <summary>Which engine searches and counts.</summary>
public enum SearchKind
{
    /// <summary>The index in the data folder; needs nothing installed.</summary>
    Embedded,

    /// <summary>An Elasticsearch cluster.</summary>
    Elasticsearch,
}
