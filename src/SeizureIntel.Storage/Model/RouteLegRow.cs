namespace SeizureIntel.Storage.Model;

/// <summary>A station of a case's route as a row.</summary>
internal sealed class RouteLegRow
{
    public long CaseNumber { get; set; }
    public long Position { get; set; }
    public string Role { get; set; } = "";
    public string? Country { get; set; }
    public string? CountryText { get; set; }
    public string? Place { get; set; }
    public string? PlaceText { get; set; }
}
