namespace SeizureIntel.Analytics.Statistics.Text;

/// <summary>How much more a term is used in new texts than in old ones.</summary>
/// <param name="Prior">Pseudo-count (occurrences) of the term in each collection.</param>
/// <param name="LikelihoodRatio">G2 statistic (no unit).</param>
/// <param name="PValue">Two-sided probability (0 to 1) of G2.</param>
/// <param name="LogOdds">Difference of log odds (nats), new less old, drawn to the prior.</param>
/// <param name="Z">The difference in standard errors.</param>
public sealed record TermKeyness(double Prior, double LikelihoodRatio, double PValue, double LogOdds, double Z);
