using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Suggesting;

namespace SeizureIntel.Benchmarks.Texts;

/// <summary>A column of a labelled file.</summary>
/// <param name="File">The file.</param>
/// <param name="Name">The column's name.</param>
/// <param name="Fields">The fields that are right; <c>-</c> for none.</param>
/// <param name="Parts">What speaks for each field; null where it was not read.</param>
internal sealed record SeenColumn(string File, string Name, string[] Fields, IReadOnlyList<FieldParts>? Parts)
{
    /// <summary>Whether a field, or a kind of column that is not taken, is right.</summary>
    public bool IsRight(string field) => Fields.Contains(field[0] == '_' ? "-" : field);
}
