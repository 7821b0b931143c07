namespace SeizureIntel.Decisions;

/// <summary>What looks wrong with a record.</summary>
public enum DoubtKind
{
    /// <summary>A value far outside what its product shows; left out of sums of quantities until somebody decides.</summary>
    Outlier,

    /// <summary>A case that resembles another; both count until somebody decides.</summary>
    NearDuplicate,
}
