namespace SeizureIntel.Values;

/// <summary>Traffic Light Protocol 2.0 label of a record or a product, least restricted first.</summary>
public enum Marking
{
    /// <summary>TLP:CLEAR: no limit on disclosure.</summary>
    Clear,

    /// <summary>TLP:GREEN: within the community.</summary>
    Green,

    /// <summary>TLP:AMBER: within the recipient's organisation and its clients, on a need-to-know basis.</summary>
    Amber,

    /// <summary>TLP:AMBER+STRICT: within the recipient's organisation only.</summary>
    AmberStrict,

    /// <summary>TLP:RED: for the eyes of the individual recipients only.</summary>
    Red,
}
