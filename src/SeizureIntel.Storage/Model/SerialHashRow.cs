namespace SeizureIntel.Storage.Model;

/// <summary>The keyed hash of a serial number of a seizure's weapons, as a row.</summary>
internal sealed class SerialHashRow
{
    public long CaseNumber { get; set; }
    public long Item { get; set; }
    public long Position { get; set; }
    public string Value { get; set; } = "";
}
