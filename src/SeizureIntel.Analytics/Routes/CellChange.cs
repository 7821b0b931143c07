using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;

namespace SeizureIntel.Analytics.Routes;

/// <summary>The change of a pair's count in one window against the windows before.</summary>
internal sealed record CellChange
{
    /// <summary>The pair.</summary>
    public required int Cell { get; init; }

    /// <summary>The window.</summary>
    public required int Window { get; init; }

    /// <summary>True for a rise, false for a fall.</summary>
    public required bool IsRise { get; init; }

    /// <summary>Seizures in the windows before.</summary>
    public required int Before { get; init; }

    /// <summary>Seizures in the window.</summary>
    public required int Now { get; init; }

    /// <summary>Law of the count that the past and the reporters' activity let expect.</summary>
    public required CountDistribution Law { get; init; }

    /// <summary>Rate now over rate before, shrunk towards the siblings.</summary>
    public required double Ratio { get; init; }

    /// <summary>What the ratio rests on: the rates of the siblings, and the seizures and exposures of past and window.</summary>
    public required (GammaRatePrior Prior, int Past, double PastExposure, double Exposure) Basis { get; init; }

    /// <summary>Mid-p value.</summary>
    public required double P { get; init; }

    /// <summary>Adjusted over all pairs and windows.</summary>
    public double Q { get; init; } = 1;

    /// <summary>The one reporter behind it; −1 where several are.</summary>
    public required int Reporter { get; init; }

    /// <summary>Reporters that fed it before or in the window.</summary>
    public required int Reporters { get; init; }

    /// <summary>How far the count is from what was expected.</summary>
    public double Gap => System.Math.Abs(Now - Law.Mean);

    /// <summary>The ratio's interval from 5 % to 95 %; worked out for the few changes that are told.</summary>
    public RateRatio Interval() => RateComparison.Ratio(Basis.Prior, Basis.Past, Now, Basis.PastExposure, Basis.Exposure);
}
