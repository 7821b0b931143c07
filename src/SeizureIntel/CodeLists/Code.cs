using System.Collections.Generic;

namespace SeizureIntel.CodeLists;

/// <summary>One row of a code list.</summary>
/// <param name="Value">The code, unique in its list.</param>
/// <param name="Parent">The code it belongs under; null at the top.</param>
/// <param name="Labels">Name by language (ISO 639-1); <c>en</c> is always there.</param>
/// <param name="Attributes">The list's further columns by name; empty cells are left out.</param>
public sealed record Code(
    string Value,
    string? Parent,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Attributes
)
{
    /// <summary>The English name.</summary>
    public string Label => Labels["en"];

    /// <summary>A further column of the row; null where it is empty or the list has no such column.</summary>
    public string? Attribute(string column) => Attributes.GetValueOrDefault(column);
}
