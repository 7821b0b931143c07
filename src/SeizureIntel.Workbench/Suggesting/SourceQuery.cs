using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Suggesting;

/// <summary>Which suggested format is asked for.</summary>
public sealed record SourceQuery
{
    /// <summary>Name of the format.</summary>
    [Asked("Name of the format, as /sources lists it", IsInPath = true)]
    public string Name { get; init; } = "";
}

/// <summary>The suggested formats are asked for; it takes nothing.</summary>
public sealed record SourcesQuery;
