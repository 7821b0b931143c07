using System.Collections.Generic;
using SeizureIntel.Etl.Screening;

namespace SeizureIntel.Etl.Sources;

/// <summary>A column of a reporting format: what it is called and what becomes of it.</summary>
public sealed record SourceColumn
{
    /// <summary>The names under which the column comes; the first is the usual one.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>How its cells are screened.</summary>
    public required ColumnRole Role { get; init; }

    /// <summary>The template field it feeds; null for an ignored column and for a part of a combination.</summary>
    public string? Field { get; init; }

    /// <summary>Why the column is not taken; null for a column that is.</summary>
    public string? Ignored { get; init; }

    /// <summary>True where a cell reads as a place followed by its country, and the field takes the country.</summary>
    public bool PlaceThenCountry { get; init; }

    /// <summary>Exact date formats of the column in .NET notation, tried before the common ones; empty for none.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Meaning by value; letter case, diacritics and punctuation do not count. Empty for none.</summary>
    public IReadOnlyDictionary<string, ValueTarget> Values { get; init; } = new Dictionary<string, ValueTarget>();
}
