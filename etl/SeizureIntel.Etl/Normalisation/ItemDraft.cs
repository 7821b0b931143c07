using System.Collections.Generic;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>One item of a row, understood field by field, before the rules across fields.</summary>
internal sealed class ItemDraft(Reading?[] fields)
{
    /// <summary>What each template field holds, by slot; null where nothing was stated.</summary>
    public Reading?[] Fields { get; } = fields;

    public Stated Heading { get; set; }

    public Stated Product { get; set; }

    public Quantity? Quantity { get; set; }

    public string? QuantityText { get; set; }

    public Quantity? Quantity2 { get; set; }

    public Quantity? Value { get; set; }

    public bool HasUnitMismatch { get; set; }

    /// <summary>Keyed hashes of serial numbers; empty for none.</summary>
    public IReadOnlyList<string> SerialHashes { get; set; } = [];

    /// <summary>Values that came from other columns because they belong here, by slot.</summary>
    public List<(int Slot, Stated Value)>? Moved { get; set; }

    public Stated One(int slot) => Fields[slot]?.One ?? default;
}
