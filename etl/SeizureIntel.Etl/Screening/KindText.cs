using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Names what screening found, without the value.</summary>
internal static partial class KindText
{
    /// <summary>The kind as words, such as <c>person name</c>.</summary>
    public static string Of(NominalKind kind) => Words().Replace(kind.ToString(), " $1").Trim().ToLowerInvariant();

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Words();
}
