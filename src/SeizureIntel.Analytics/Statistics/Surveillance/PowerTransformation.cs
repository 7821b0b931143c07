namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>The scale on which <see cref="FarringtonThreshold.PowerTransformed"/> takes counts as normal.</summary>
public enum PowerTransformation
{
    /// <summary>Power 2/3, which removes skewness.</summary>
    TwoThirds,

    /// <summary>Square root, which steadies the variance.</summary>
    SquareRoot,

    /// <summary>The counts themselves.</summary>
    None,
}
