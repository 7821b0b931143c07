namespace SeizureIntel.Storage.Model;

/// <summary>The token of a container or vessel that a case tells of, as a row.</summary>
internal sealed class TokenRow
{
    public long CaseNumber { get; set; }
    public long Position { get; set; }
    public string Kind { get; set; } = "";
    public string Value { get; set; } = "";
}
