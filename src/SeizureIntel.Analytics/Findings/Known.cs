using System.Text.Json.Serialization;

namespace SeizureIntel.Analytics.Findings;

/// <summary>How many of the records carry the fields a figure needs.</summary>
/// <param name="N">Records with all of them known; where <see cref="Bound"/> is set, the bound in its place.</param>
/// <param name="Of">Records in all.</param>
public sealed record Known(int N, int Of)
{
    /// <summary><c>below</c> where fewer than N records are known, <c>above</c> where more than N are, <c>few</c> where there are fewer than Of
    /// records in all: the exact count is not told to this audience. Null where N and Of are counts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Bound { get; init; }
}
