using System.Collections.Generic;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>A section of a bulletin.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What it holds, in reading order.</param>
public sealed record BulletinSection(string Id, string Title, IReadOnlyList<BulletinBlock> Blocks)
{
    /// <summary>True for details that the page and the JSON hold and the print leaves out.</summary>
    public bool IsScreenOnly { get; init; }
}
