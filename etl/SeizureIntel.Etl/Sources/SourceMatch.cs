using System.Collections.Generic;

namespace SeizureIntel.Etl.Sources;

/// <summary>How well a header fits a source.</summary>
/// <param name="Source">The source.</param>
/// <param name="Score">0 to 1: the mean of the share of required columns present and the share of the header's columns described.</param>
/// <param name="Missing">Required columns that the header lacks; empty where the source fits.</param>
public sealed record SourceMatch(SourceDescription Source, double Score, IReadOnlyList<string> Missing)
{
    /// <summary>True where every required column is there.</summary>
    public bool Fits => Missing.Count == 0;
}
