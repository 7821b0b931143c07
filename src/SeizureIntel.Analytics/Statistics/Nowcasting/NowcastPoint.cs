using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Nowcasting;

/// <summary>What a period's count will be once all is reported.</summary>
/// <param name="Observed">Events reported by now.</param>
/// <param name="ReportedShare">Share that is expected to be reported by now.</param>
/// <param name="ChainLadder">Observed over that share (events); null where nothing is expected yet.</param>
/// <param name="Mean">Expected final count, events.</param>
/// <param name="Missing">Law of the events that are still to come.</param>
/// <param name="IsPublishable">At least a fifth is expected to be reported.</param>
public sealed record NowcastPoint(
    double Observed,
    double ReportedShare,
    double? ChainLadder,
    double Mean,
    CountDistribution Missing,
    bool IsPublishable
)
{
    /// <summary>Quantile of the final count.</summary>
    /// <param name="level">Probability above 0 and below 1.</param>
    /// <returns>Events, a whole number.</returns>
    /// <remarks>Assumes the observed events are final. Source: definition of a quantile; law of J. F. Lawless 1994 with a gamma prior.</remarks>
    public double Quantile(double level) => Observed + Missing.Quantile(level);
}
