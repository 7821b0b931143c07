using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>The house's test of a weekly or monthly count with a mean of about 1 or more a period.</summary>
public static class PredictiveDetector
{
    // Effective number of tests of one and two periods; fixed beforehand, checked by simulation.
    private const double EffectiveTests = 1.7;
    private const double LargestError = 2;

    /// <summary>Tests one period with as many years of history, up to the settings', as there are.</summary>
    /// <param name="counts">Events a period, oldest first; NaN = missing, not zero.</param>
    /// <param name="index">The tested period, from 0.</param>
    /// <param name="options">Settings; the threshold kind is not used.</param>
    /// <param name="dates">First day of each period; null = periods are counted.</param>
    /// <param name="exposure">Exposure a period, above 0; empty = 1 throughout.</param>
    /// <returns>The result, or the reason why there is none.</returns>
    /// <exception cref="ArgumentException">A count is negative or infinite, or a setting is out of range.</exception>
    /// <remarks>
    /// Assumes the model of <see cref="FlexibleFarrington"/> with a normal error of the log mean. Fewer than 3 years forbid a trend; less than a year
    /// is not testable here.
    /// Source: A. Noufaily et al., Statistics in Medicine 32 (2013), section 3; predictive law: M. Salmon, D. Schumacher, M. Hoehle, Monitoring count
    /// time series in R, Journal of Statistical Software 70(10) (2016), section 3.
    /// </remarks>
    public static Outcome<PredictiveResult> Test(
        ReadOnlySpan<double> counts,
        int index,
        FarringtonOptions options,
        IReadOnlyList<DateOnly>? dates = null,
        ReadOnlySpan<double> exposure = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var years = Math.Min(options.Years, (index - options.HalfWindow) / options.PeriodsPerYear);
        while (years >= 1)
        {
            var shortened = options with { Years = years };
            if (FarringtonBaseline.Find(index, shortened, dates) is { } baseline)
            {
                return Test(counts, baseline, shortened, exposure);
            }

            years--;
        }

        return Outcome<PredictiveResult>.NotTestable("less than a year of history; the sparse test applies");
    }

    /// <summary>Tests one period against a baseline that several series share.</summary>
    /// <param name="counts">Events a period, oldest first; NaN = missing, not zero.</param>
    /// <param name="baseline">Baseline of the tested period.</param>
    /// <param name="options">The settings that the baseline was made with.</param>
    /// <param name="exposure">Exposure a period, above 0; empty = 1 throughout.</param>
    /// <returns>The result, or the reason why there is none.</returns>
    /// <exception cref="ArgumentException">A count is negative or infinite.</exception>
    /// <remarks>Assumes and source: as the other overload. Source: A. Noufaily et al., Statistics in Medicine 32 (2013), section 3.</remarks>
    public static Outcome<PredictiveResult> Test(
        ReadOnlySpan<double> counts,
        FarringtonBaseline baseline,
        FarringtonOptions options,
        ReadOnlySpan<double> exposure = default
    )
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(options);
        var index = baseline.Index;
        if (index < counts.Length && double.IsNaN(counts[index]))
        {
            return Outcome<PredictiveResult>.NotTestable("the period was not reported");
        }

        var estimate = FlexibleFarrington.Estimate(counts, baseline, options, exposure);
        return estimate.Reason is null
            ? Outcome<PredictiveResult>.Of(Judge(counts, index, options, estimate))
            : Outcome<PredictiveResult>.NotTestable(estimate.Reason);
    }

    /// <summary>The test of a period whose mean is estimated.</summary>
    internal static PredictiveResult Judge(
        ReadOnlySpan<double> counts,
        int index,
        FarringtonOptions options,
        in FlexibleFarrington.Estimated estimate
    )
    {
        var count = counts[index];
        var mean = Math.Exp(estimate.Predictor);
        var error = Math.Min(LargestError, estimate.Error);
        var before = index > 0 ? counts[index - 1] : double.NaN;
        var one = Predictive(count, mean, error, estimate.Dispersion);
        double? two = double.IsNaN(before) ? null : Predictive(count + before, 2 * mean, error, estimate.Dispersion);
        var combined = count == 0 ? 1 : Math.Min(1, EffectiveTests * Math.Min(one, two ?? 1));
        var recent = 0.0;
        for (var i = Math.Max(0, index - options.GatePeriods + 1); i <= index; i++)
        {
            recent += double.IsNaN(counts[i]) ? 0 : counts[i];
        }

        return new PredictiveResult(
            count,
            mean,
            estimate.Dispersion,
            estimate.Error,
            estimate.HasTrend,
            CountDistribution.WithDispersion(mean, estimate.Dispersion).UpperTail(count),
            one,
            double.IsNaN(before) ? null : count + before,
            two,
            combined,
            recent >= options.GateEvents
        );
    }

    /// <summary>Quantile of the count that the test expects in one period, averaged over the uncertainty of the mean.</summary>
    /// <param name="result">The test of the period.</param>
    /// <param name="level">Probability above 0 and below 1.</param>
    /// <returns>Events, a whole number, at most 1e9.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    /// <remarks>Assumes what the test assumes. Source: M. Salmon, D. Schumacher, M. Hoehle, Monitoring count time series in R, Journal of Statistical
    /// Software 70(10) (2016), section 3 (predictive law); definition of a quantile.</remarks>
    public static double Quantile(PredictiveResult result, double level)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "Expected a probability above 0 and below 1.");
        }

        var error = Math.Min(LargestError, result.LogMeanError);
        bool Reaches(double count) => Predictive(count + 1, result.Mean, error, result.Dispersion) <= 1 - level;
        var (low, high) = (-1.0, Math.Ceiling(result.Mean));
        while (!Reaches(high) && high < 1e9)
        {
            (low, high) = (high, Math.Min(1e9, (2 * high) + 1));
        }

        while (high - low > 1)
        {
            var middle = Math.Floor((low + high) / 2);
            (low, high) = Reaches(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }

    private static double Predictive(double count, double mean, double error, double dispersion)
    {
        if (count <= 0)
        {
            return 1;
        }

        var sum = 0.0;
        for (var j = 0; j < GaussHermite.Nodes.Length; j++)
        {
            sum +=
                GaussHermite.Weights[j]
                * CountDistribution.WithDispersion(mean * Math.Exp(error * GaussHermite.Nodes[j]), dispersion).UpperTail(count);
        }

        return Math.Min(1, sum);
    }
}
