using System;

namespace SeizureIntel.Search.Elasticsearch;

/// <summary>The cluster answered and refused.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="type">The type of the error, such as <c>index_not_found_exception</c>.</param>
public sealed class ClusterException(int status, string type) : Exception($"Elasticsearch refused the request: {type} ({status}).")
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The type of the error.</summary>
    public string Type => type;
}
