using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Suggesting;

namespace SeizureIntel.Benchmarks.Texts;

/// <summary>A column of a labelled file.</summary>
/// <param name="File">The file.</param>
/// <param name="Name">The column's name.</param>
/// <param name="Fields">The fields that are right; <c>-</c> for none.</param>
internal sealed record SeenColumn(string File, string Name, string[] Fields)
{
    /// <summary>What of its cells is learned; empty where it was not read.</summary>
    public IReadOnlyCollection<uint> Cells { get; init; } = [];

    /// <summary>What speaks for each field by what was learned of other columns.</summary>
    public Func<NameModel, IReadOnlyList<FieldParts>> PartsBy { get; init; } = _ => [];

    /// <summary>What speaks for each field; empty where it was not weighed.</summary>
    public IReadOnlyList<FieldParts> Parts { get; init; } = [];

    /// <summary>Whether a field, or a kind of column that is not taken, is right.</summary>
    public bool IsRight(string field) => Fields.Contains(field[0] == '_' ? "-" : field);
}
