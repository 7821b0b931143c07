using System;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>EARS charts, for comparison only: on sparse series their standard deviation is 0 and every event alarms.</summary>
public static class Ears
{
    private const int Gap = 2;

    /// <summary>Tests one period.</summary>
    /// <param name="counts">Events a period, oldest first.</param>
    /// <param name="index">The tested period, from 0.</param>
    /// <param name="method">Which chart.</param>
    /// <param name="baseline">Periods in the baseline, 2 or more.</param>
    /// <param name="alpha">Probability of a false alarm, above 0 and below 1.</param>
    /// <param name="smallestDeviation">The standard deviation (events) is not taken below this; 0 = as it is.</param>
    /// <returns>The bound and whether it is exceeded; without values where the history is too short or the bound is not defined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    /// <remarks>Assumes normal counts without season or trend. Source: L. Hutwagner et al., The bioterrorism preparedness and response Early
    /// Aberration Reporting System, Journal of Urban Health 80 (2003), pp. i89-i96; bound of C3 as in R surveillance 1.20.3.</remarks>
    public static EarsPoint Test(
        ReadOnlySpan<double> counts,
        int index,
        EarsMethod method,
        int baseline = 7,
        double alpha = 0.001,
        double smallestDeviation = 0
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(baseline, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, counts.Length);
        var history = method switch
        {
            EarsMethod.C1 => baseline,
            EarsMethod.C2 => baseline + Gap,
            _ => baseline + (2 * Gap),
        };
        if (index < history)
        {
            return default;
        }

        var z = ContinuousTails.NormalQuantile(1 - alpha);
        var gap = method == EarsMethod.C1 ? 0 : Gap;
        var (mean, deviation) = Moments(counts, index, baseline, gap, smallestDeviation);
        double upper;
        if (method == EarsMethod.C3)
        {
            var one = Math.Max(0, Standardised(counts, index - 1, baseline, smallestDeviation) - 1);
            var two = Math.Max(0, Standardised(counts, index - 2, baseline, smallestDeviation) - 1);
            upper = counts[index] + (deviation * (z - one - two));
            upper = double.IsNaN(upper) ? upper : Math.Max(0, upper);
        }
        else
        {
            upper = mean + (z * deviation);
        }

        return double.IsNaN(upper) ? default : new EarsPoint(upper, counts[index] > upper);
    }

    private static double Standardised(ReadOnlySpan<double> counts, int index, int baseline, double smallest)
    {
        var (mean, deviation) = Moments(counts, index, baseline, Gap, smallest);
        return (counts[index] - mean) / deviation;
    }

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<double> counts, int index, int baseline, int gap, double smallest)
    {
        var sum = 0.0;
        for (var i = index - gap - baseline; i < index - gap; i++)
        {
            sum += counts[i];
        }

        var mean = sum / baseline;
        var squares = 0.0;
        for (var i = index - gap - baseline; i < index - gap; i++)
        {
            squares += (counts[i] - mean) * (counts[i] - mean);
        }

        return (mean, Math.Max(smallest, Math.Sqrt(squares / (baseline - 1))));
    }
}
