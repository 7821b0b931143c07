namespace SeizureIntel.Validation.Methods.Rates;

/// <summary>How a route's recent events compare with its past.</summary>
/// <param name="BaselineCount">Events in the past.</param>
/// <param name="RecentCount">Events in the recent window.</param>
/// <param name="ReporterFactor">Change of the reporter's other events (a ratio); 1 without adjustment.</param>
/// <param name="Exposure">Exposure of the recent window (weeks), adjusted by the factor.</param>
/// <param name="Expected">Expected events in the recent window.</param>
/// <param name="Variance">Variance of that prediction (events squared).</param>
/// <param name="Size">Size of the negative binomial prediction (a number above 0).</param>
/// <param name="UpperPValue">Probability of as many events or more.</param>
/// <param name="UpperMidP">Mid-p value (a probability) of a rise.</param>
/// <param name="UpperQ">Adjusted mid-p value (a share) of a rise within the family.</param>
/// <param name="LowerMidP">Mid-p value (a probability) of a fall.</param>
/// <param name="LowerQ">Adjusted mid-p value (a share) of a fall within the family; 1 where a fall cannot be tested.</param>
/// <param name="ShrunkRatio">Recent over past rate (a ratio), shrunk towards the siblings.</param>
/// <param name="CanTestFall">At least 3 events were expected, so that silence says something.</param>
public sealed record RouteChange(
    double BaselineCount,
    double RecentCount,
    double ReporterFactor,
    double Exposure,
    double Expected,
    double Variance,
    double Size,
    double UpperPValue,
    double UpperMidP,
    double UpperQ,
    double LowerMidP,
    double LowerQ,
    double ShrunkRatio,
    bool CanTestFall
)
{
    /// <summary>The kind of change at a level of false discoveries.</summary>
    /// <param name="level">Allowed share of false signals, for example .1.</param>
    /// <param name="isCorroborated">Whether another source confirms a single first event.</param>
    /// <returns>The kind.</returns>
    /// <remarks>Assumes the adjusted values of one family. Source: house rule of the methods' description, section on emergence.</remarks>
    public RouteChangeKind Kind(double level = 0.1, bool isCorroborated = false)
    {
        if (UpperQ <= level && BaselineCount == 0 && RecentCount >= (isCorroborated ? 1 : 2))
        {
            return RouteChangeKind.New;
        }

        if (UpperQ <= level && BaselineCount > 0 && ShrunkRatio >= 2)
        {
            return RouteChangeKind.Emerging;
        }

        if (CanTestFall && LowerQ <= level && ShrunkRatio <= 0.5)
        {
            return RecentCount == 0 ? RouteChangeKind.Extinct : RouteChangeKind.Declining;
        }

        return RecentCount == 0 && !CanTestFall ? RouteChangeKind.Silent : RouteChangeKind.Steady;
    }
}
