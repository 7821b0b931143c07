namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>The three EARS charts.</summary>
public enum EarsMethod
{
    /// <summary>Baseline directly before the tested period.</summary>
    C1,

    /// <summary>Baseline that ends three periods before the tested one.</summary>
    C2,

    /// <summary>C2 with the exceedances of the two periods before added.</summary>
    C3,
}
