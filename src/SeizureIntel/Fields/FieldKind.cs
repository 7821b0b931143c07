namespace SeizureIntel.Fields;

/// <summary>What the cells of a field hold.</summary>
public enum FieldKind
{
    /// <summary>One code.</summary>
    Code,

    /// <summary>Several codes.</summary>
    Codes,

    /// <summary>Words.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A date.</summary>
    Date,
}
