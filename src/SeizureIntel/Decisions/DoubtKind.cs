namespace SeizureIntel.Decisions;

/// <summary>What of a record waits for a decision.</summary>
public enum DoubtKind
{
    /// <summary>A value far outside what its product shows; left out of sums of quantities until somebody decides.</summary>
    Outlier,

    /// <summary>A case that resembles another; both count until somebody decides.</summary>
    NearDuplicate,

    /// <summary>A heading proposed for a record that states none; counts nowhere until somebody accepts it.</summary>
    ProposedHeading,

    /// <summary>A product proposed for a record that states none; counts nowhere until somebody accepts it.</summary>
    ProposedProduct,
}
