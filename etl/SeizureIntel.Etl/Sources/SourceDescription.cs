using System.Collections.Generic;

namespace SeizureIntel.Etl.Sources;

/// <summary>A reporting format as data: how it is recognised, how it is written, and what each column means.</summary>
public sealed record SourceDescription
{
    /// <summary>The source's name: its folder's.</summary>
    public required string Name { get; init; }

    /// <summary>English title.</summary>
    public required string Title { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string Publisher { get; init; }

    /// <summary>Which edition the description was written for.</summary>
    public required string Edition { get; init; }

    /// <summary>Terms of use as published.</summary>
    public required string Terms { get; init; }

    /// <summary>Columns that must all be present for a file to be of this source.</summary>
    public required IReadOnlyList<string> Recognise { get; init; }

    /// <summary>How its files are written.</summary>
    public SourceFormat Format { get; init; } = new();

    /// <summary>Values by template field, used where a row states none.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>The columns; one that feeds two fields stands twice.</summary>
    public required IReadOnlyList<SourceColumn> Columns { get; init; }

    /// <summary>Columns that say one thing together; empty for none.</summary>
    public IReadOnlyList<CombinedColumn> Combined { get; init; } = [];

    /// <summary>Columns whose cells hold one value an item, side by side, and tell how many items a row has; empty where a row is one item.</summary>
    public IReadOnlyList<string> ItemColumns { get; init; } = [];

    /// <summary>Columns that say more about the items: one value an item, or one for all.</summary>
    public IReadOnlyList<string> ItemDetails { get; init; } = [];

    /// <summary>Rows that are no records.</summary>
    public IReadOnlyList<SkipRule> SkipRows { get; init; } = [];

    /// <summary>Template fields that the account of a row tells where no column states them; empty where accounts fill no field.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>What must hold for every submission.</summary>
    public SourceAssertions Assertions { get; init; } = new();

    /// <summary>Reads a description.</summary>
    /// <param name="json">Text of <c>source.json</c>.</param>
    /// <param name="name">The source's name: its folder's.</param>
    /// <exception cref="System.IO.InvalidDataException">The text is no description; the message says what was found and what was expected.</exception>
    public static SourceDescription Parse(string json, string name) => SourceJson.Read(json, name);
}
