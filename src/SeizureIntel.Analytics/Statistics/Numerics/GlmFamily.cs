namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>Variance and link of a generalized linear model.</summary>
internal enum GlmFamily
{
    /// <summary>Counts, log link; its dispersion is estimated (quasi-Poisson).</summary>
    Poisson,

    /// <summary>Counts with variance mean + mean^2 / size, log link.</summary>
    NegativeBinomial,

    /// <summary>Shares of a number of trials, logit link.</summary>
    Binomial,
}
