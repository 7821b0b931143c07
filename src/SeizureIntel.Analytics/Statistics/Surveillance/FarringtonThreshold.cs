namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>How the bound of an unusual count is drawn.</summary>
public enum FarringtonThreshold
{
    /// <summary>Quantile of the negative binomial law at the fitted mean (Noufaily et al. 2013).</summary>
    NegativeBinomialPlugin,

    /// <summary>The same law at the upper bound of the fitted mean.</summary>
    UpperMean,

    /// <summary>Normal bound on the 2/3 power scale (Farrington et al. 1996).</summary>
    PowerTransformed,
}
