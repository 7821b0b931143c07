using System;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Forecasting;

/// <summary>The forecast of one period: the even mixture of two laws, or one law alone.</summary>
/// <param name="First">One law.</param>
/// <param name="Second">The other; null = the first alone.</param>
public sealed record CountForecast(CountDistribution First, CountDistribution? Second)
{
    /// <summary>Expected events.</summary>
    public double Mean => Second is { } other ? (First.Mean + other.Mean) / 2 : First.Mean;

    /// <summary>Probability of at most this many events.</summary>
    /// <param name="count">Events.</param>
    /// <returns>A probability from 0 to 1.</returns>
    /// <remarks>Assumes equal weights. Source: M. Stone, The opinion pool, Annals of Mathematical Statistics 32 (1961), pp. 1339-1342.</remarks>
    public double Cumulative(double count) =>
        Second is { } other ? (First.Cumulative(count) + other.Cumulative(count)) / 2 : First.Cumulative(count);

    /// <summary>The smallest count whose cumulative probability reaches a level.</summary>
    /// <param name="level">Probability above 0 and below 1.</param>
    /// <returns>Events, a whole number.</returns>
    /// <remarks>Lies between the quantiles of the two laws. Source: M. Stone, The opinion pool, Annals of Mathematical Statistics 32 (1961), pp.
    /// 1339-1342.</remarks>
    public double Quantile(double level)
    {
        var high = First.Quantile(level);
        if (Second is not { } other)
        {
            return high;
        }

        var low = other.Quantile(level);
        (low, high) = (Math.Min(low, high) - 1, Math.Max(low, high));
        while (high - low > 1)
        {
            var middle = Math.Floor((low + high) / 2);
            if (Cumulative(middle) >= level - 1e-13)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high;
    }
}
