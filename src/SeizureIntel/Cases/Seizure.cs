using System.Collections.Generic;
using SeizureIntel.Values;

namespace SeizureIntel.Cases;

/// <summary>One line of a case: one heading, one product, its quantities.</summary>
public sealed record Seizure
{
    /// <summary>16 characters, derived from submission, row and item: the same file gives the same ids.</summary>
    public required string Id { get; init; }

    /// <summary>The row number a spreadsheet shows (header = 1).</summary>
    public required int Row { get; init; }

    /// <summary>One of the thirteen headings, H01 to H13.</summary>
    public Stated Heading { get; init; }

    /// <summary>Product code.</summary>
    public Stated Product { get; init; }

    /// <summary>Amount in the product's canonical unit; null where none could be read.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>Amount and unit as written; null where nothing was written.</summary>
    public string? QuantityText { get; init; }

    /// <summary>A second measure, kept beside the first; null where none was given.</summary>
    public Quantity? Quantity2 { get; init; }

    /// <summary>Money value; its unit is the ISO 4217 code. Null where none was given.</summary>
    public Quantity? Value { get; init; }

    /// <summary>HS code of 2, 4 or 6 digits.</summary>
    public Stated HsCode { get; init; }

    /// <summary>Brand in the reporter's words, screened.</summary>
    public string? Brand { get; init; }

    /// <summary>Scientific name.</summary>
    public Stated Species { get; init; }

    /// <summary>Genuine, counterfeit, illicit white …</summary>
    public Stated Authenticity { get; init; }

    /// <summary>Type of firearm.</summary>
    public Stated FirearmType { get; init; }

    /// <summary>Maker in the reporter's words, screened.</summary>
    public string? FirearmMake { get; init; }

    /// <summary>Model in the reporter's words, screened.</summary>
    public string? FirearmModel { get; init; }

    /// <summary>Calibre.</summary>
    public Stated Calibre { get; init; }

    /// <summary>How many serial numbers were given; the numbers themselves are not kept. Null where the cell was blank.</summary>
    public int? SerialNumberCount { get; init; }

    /// <summary>Keyed hashes of its serial numbers, to be compared and never shown; empty without a key.</summary>
    public IReadOnlyList<string> SerialHashes { get; init; } = [];

    /// <summary>Country of manufacture.</summary>
    public Stated CountryOfManufacture { get; init; }

    /// <summary>Countries of the import marks.</summary>
    public IReadOnlyList<Stated> ImportMarks { get; init; } = [];

    /// <summary>State of the weapon's marking.</summary>
    public Stated MarkingStatus { get; init; }

    /// <summary>Why transit of the weapons was denied.</summary>
    public IReadOnlyList<Stated> DenialGrounds { get; init; } = [];

    /// <summary>True where the row equals an earlier row of the file in every cell.</summary>
    public bool IsExactDuplicate { get; init; }

    /// <summary>QTY_EXTREME, UNIT_SUSPECT, DATE_FUTURE …; an outlier quantity stays in counts and is left out of sums.</summary>
    public IReadOnlyList<string> OutlierFlags { get; init; } = [];

    /// <summary>Control programmes that watch these goods, by the list in force; not kept, told when a case is read.</summary>
    public IReadOnlyList<string> Programmes { get; init; } = [];

    /// <summary>MIN, STD or NONE: the template profile whose fields are all known.</summary>
    public required string RecordProfile { get; init; }

    /// <summary>Weighted share of known STD fields, 0 to 100.</summary>
    public required int CompletenessScore { get; init; }
}
