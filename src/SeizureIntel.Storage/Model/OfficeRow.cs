namespace SeizureIntel.Storage.Model;

/// <summary>An office as stored.</summary>
internal sealed class OfficeRow
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Country codes with spaces between; null for every country.</summary>
    public string? Countries { get; set; }
}
