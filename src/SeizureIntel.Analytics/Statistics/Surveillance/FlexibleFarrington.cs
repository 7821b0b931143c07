using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>Unusual counts of one period against the same season of earlier years: the flexible Farrington method.</summary>
public static class FlexibleFarrington
{
    private const double LeastMissingShare = 0.4;

    // A level that stays at the largest count is no extrapolation, whichever way its exponential is rounded.
    private const double Rounding = 1e-12;

    [ThreadStatic]
    private static CellMeansFit? t_fit;

    [ThreadStatic]
    private static double[]? t_offsets;

    /// <summary>Tests one period of a series.</summary>
    /// <param name="counts">Events a period, oldest first; NaN = missing, not zero. Later periods are not looked at.</param>
    /// <param name="index">The tested period, from 0.</param>
    /// <param name="options">Settings.</param>
    /// <param name="dates">First day of each period; null = periods are counted.</param>
    /// <param name="exposure">Exposure a period, above 0, used with <see cref="FarringtonOptions.ExposureOffset"/>; empty = 1 throughout, NaN = 1.</param>
    /// <returns>The result, or the reason why there is none.</returns>
    /// <exception cref="ArgumentException">A count is negative or infinite, an exposure is not above 0, or a setting is out of range.</exception>
    /// <remarks>
    /// Assumes independent counts whose variance is a multiple of the mean, a mean that is the same at the same season but for a log-linear trend,
    /// and contiguous periods.
    /// Source: A. Noufaily et al., An improved algorithm for outbreak detection in multiple surveillance systems, Statistics in Medicine 32 (2013),
    /// pp. 1206-1222; C. P. Farrington et al., Journal of the Royal Statistical Society A 159 (1996), pp. 547-563.
    /// </remarks>
    public static Outcome<FarringtonResult> Test(
        ReadOnlySpan<double> counts,
        int index,
        FarringtonOptions options,
        IReadOnlyList<DateOnly>? dates = null,
        ReadOnlySpan<double> exposure = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        return FarringtonBaseline.Find(index, options, dates) is { } baseline
            ? Test(counts, baseline, options, exposure)
            : Outcome<FarringtonResult>.NotTestable($"the history is shorter than {options.Years} years and half a window");
    }

    /// <summary>Tests one period of a series against a baseline that several series share.</summary>
    /// <param name="counts">Events a period, oldest first; NaN = missing, not zero.</param>
    /// <param name="baseline">Baseline of the tested period.</param>
    /// <param name="options">The settings that the baseline was made with.</param>
    /// <param name="exposure">Exposure a period, above 0; empty = 1 throughout, NaN = 1.</param>
    /// <returns>The result, or the reason why there is none.</returns>
    /// <exception cref="ArgumentException">A count is negative or infinite, an exposure is not above 0, or the series ends before the tested
    /// period.</exception>
    /// <remarks>Assumes and source: as the other overload. Source: A. Noufaily et al., Statistics in Medicine 32 (2013), section 3.</remarks>
    public static Outcome<FarringtonResult> Test(
        ReadOnlySpan<double> counts,
        FarringtonBaseline baseline,
        FarringtonOptions options,
        ReadOnlySpan<double> exposure = default
    )
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(options);
        var estimate = Estimate(counts, baseline, options, exposure);
        return estimate.Reason is null
            ? Outcome<FarringtonResult>.Of(Judge(counts, baseline.Index, options, estimate))
            : Outcome<FarringtonResult>.NotTestable(estimate.Reason);
    }

    /// <summary>The fit alone: what the bounds and the predictive test stand on.</summary>
    internal static Estimated Estimate(
        ReadOnlySpan<double> counts,
        FarringtonBaseline baseline,
        FarringtonOptions options,
        ReadOnlySpan<double> exposure
    )
    {
        if (!options.ExposureOffset || exposure.IsEmpty)
        {
            return EstimateWith(counts, baseline, options, default);
        }

        if (t_offsets is null || t_offsets.Length < exposure.Length)
        {
            t_offsets = new double[exposure.Length];
        }

        foreach (var row in baseline.Rows)
        {
            if (row < counts.Length && !double.IsNaN(counts[row]))
            {
                t_offsets[row] = Offset(exposure, row);
            }
        }

        if (baseline.Index < counts.Length)
        {
            t_offsets[baseline.Index] = Offset(exposure, baseline.Index);
        }

        return EstimateWith(counts, baseline, options, t_offsets);
    }

    /// <summary>Logarithms of exposures, 0 where there is none: what the tests of all periods of a series add to its predictor.</summary>
    /// <exception cref="ArgumentException">An exposure is not above 0.</exception>
    internal static double[] Offsets(ReadOnlySpan<double> exposure)
    {
        var offsets = new double[exposure.Length];
        for (var i = 0; i < offsets.Length; i++)
        {
            offsets[i] = Offset(exposure, i);
        }

        return offsets;
    }

    /// <summary>The same fit, with the offsets at hand.</summary>
    /// <param name="counts">Events a period.</param>
    /// <param name="baseline">Baseline of the tested period.</param>
    /// <param name="options">The settings that the baseline was made with.</param>
    /// <param name="offsets">Logarithm of the exposure a period; empty = 0 throughout.</param>
    internal static Estimated EstimateWith(
        ReadOnlySpan<double> counts,
        FarringtonBaseline baseline,
        FarringtonOptions options,
        ReadOnlySpan<double> offsets
    )
    {
        var index = baseline.Index;
        if (index >= counts.Length)
        {
            throw new ArgumentException($"The series has {counts.Length} periods; period {index} (from 0) was asked for.", nameof(counts));
        }

        var fit = t_fit ??= new CellMeansFit();
        fit.Reset(baseline.Rows.Length, baseline.Levels);
        var largest = 0.0;
        var (first, firstReported) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var i = 0; i < baseline.Rows.Length; i++)
        {
            var row = baseline.Rows[i];
            var count = counts[row];
            first = Math.Min(first, baseline.Times[i]);
            if (double.IsNaN(count))
            {
                continue;
            }

            firstReported = Math.Min(firstReported, baseline.Times[i]);
            if (!(count >= 0 && double.IsFinite(count)))
            {
                throw new ArgumentException($"Period {row} holds {count}; expected a count of 0 or more.", nameof(counts));
            }

            largest = Math.Max(largest, count);
            fit.Add(count, baseline.Times[i], baseline.LevelsOfRows[i], offsets.IsEmpty ? 0 : offsets[row]);
        }

        fit.Close();

        // The reference counts the days of the fit from the first baseline row, and those of the tested day from the first row that was reported.
        var time = options.RCompatible && baseline.IsDated && fit.Rows > 0 ? first - firstReported : 0;
        if (fit.Rows == 0 || (!options.RCompatible && fit.Rows < (1 - LeastMissingShare) * baseline.Rows.Length))
        {
            return new Estimated("more than 40 % of the baseline is missing");
        }

        var trend = options.Trend;
        if (!FitReweighted(fit, ref trend, options, out var reason))
        {
            return new Estimated(reason);
        }

        var level = baseline.Levels - 1;
        var offset = offsets.IsEmpty ? 0 : offsets[index];
        if (trend && !KeepTrend(fit, options, baseline.Years, fit.Predictor(level, time) + offset, largest))
        {
            trend = false;
            if (!FitReweighted(fit, ref trend, options, out reason))
            {
                return new Estimated(reason);
            }
        }

        var predictor = fit.Predictor(level, time) + offset;
        if (double.IsNaN(predictor))
        {
            return new Estimated("no baseline period of the same season was reported");
        }

        var plain = fit.Dispersion(prior: false);
        var dispersion = Math.Max(1, plain);
        var scale =
            !options.RCompatible ? dispersion
            : options.Reweight ? fit.Dispersion(prior: true)
            : plain;
        return new Estimated(null)
        {
            Predictor = predictor,
            Dispersion = dispersion,
            Error = Math.Sqrt(scale * fit.UnscaledVariance(level, time)),
            HasTrend = trend,
            Trend = fit.Slope / baseline.TimeUnit,
            Largest = largest,
        };
    }

    private static FarringtonResult Judge(ReadOnlySpan<double> counts, int index, FarringtonOptions options, in Estimated estimate)
    {
        var count = counts[index];
        var mean = Math.Exp(estimate.Predictor);
        var z = ContinuousTails.NormalQuantile(1 - options.Alpha);
        double bound,
            upper,
            p,
            center;
        if (options.Threshold == FarringtonThreshold.PowerTransformed)
        {
            var errorOfMean = mean * estimate.Error;
            bound = mean;
            center = mean;
            PowerBound(mean, estimate.Dispersion + (errorOfMean * errorOfMean / mean), count, z, options.Power, out upper, out p);
        }
        else
        {
            var logBound =
                options.Threshold == FarringtonThreshold.UpperMean ? estimate.Predictor + (z * estimate.Error) : estimate.Predictor;
            bound = Math.Exp(logBound);
            center = estimate.Predictor;
            var law = CountDistribution.WithDispersion(bound, estimate.Dispersion);
            upper = double.IsInfinity(bound) ? double.NaN : law.Quantile(1 - options.Alpha);
            p = double.IsInfinity(bound) ? double.NaN : law.UpperTail(count);
        }

        var isOpen = IsGateOpen(counts, index, options);
        var isKnown = !double.IsNaN(count) && !double.IsNaN(upper);
        var score = isKnown ? Ratio(count - center, upper - center) : null;
        return new FarringtonResult(
            mean,
            estimate.Dispersion,
            estimate.Error,
            bound,
            isKnown ? upper : null,
            isKnown ? p : null,
            isKnown ? Ratio(count - mean, upper - mean) : null,
            score,
            estimate.HasTrend,
            estimate.HasTrend ? estimate.Trend : null,
            isOpen,
            isOpen && isKnown && count > 0 && count > upper,
            estimate.Largest
        );
    }

    private static double? Ratio(double part, double whole) => whole == 0 ? null : part / whole;

    private static void PowerBound(
        double mean,
        double tau,
        double count,
        double z,
        PowerTransformation power,
        out double upper,
        out double p
    )
    {
        var (exponent, error) = power switch
        {
            PowerTransformation.TwoThirds => (2.0 / 3, Math.Sqrt(4.0 / 9 * Math.Cbrt(mean) * tau)),
            PowerTransformation.SquareRoot => (0.5, Math.Sqrt(tau / 4)),
            _ => (1.0, Math.Sqrt(mean * tau)),
        };
        var center = Math.Pow(mean, exponent);
        upper = Math.Pow(center + (z * error), 1 / exponent);
        p = ContinuousTails.NormalUpper((Math.Pow(count, exponent) - center) / error);
    }

    private static bool FitReweighted(CellMeansFit fit, ref bool trend, FarringtonOptions options, out string reason)
    {
        reason = "the fit does not converge: the baseline holds no or too few events";
        fit.WeighEqually();
        if (!fit.Fit(trend))
        {
            if (!trend || !fit.Fit(false))
            {
                return false;
            }

            trend = false;
        }

        if (fit.Rows <= fit.Rank)
        {
            reason = "the baseline has no more periods than coefficients";
            return false;
        }

        if (!options.Reweight)
        {
            return true;
        }

        fit.DownweightHighCounts(Math.Max(1, fit.Dispersion(prior: false)), options.ReweightThreshold);

        // The reference does not ask whether its second fit converged.
        return fit.Fit(trend) || (options.RCompatible && fit.IsUnfinished);
    }

    private static bool KeepTrend(CellMeansFit fit, FarringtonOptions options, int years, double predictor, double largest)
    {
        if (years < 3 || fit.TimeSpread <= 0 || !(Math.Exp(predictor) <= largest * (1 + Rounding)))
        {
            return false;
        }

        if (options.TrendThreshold >= 1)
        {
            return true;
        }

        var scale = fit.Dispersion(prior: options.RCompatible && options.Reweight);
        var t = fit.Slope / Math.Sqrt(scale / fit.TimeSpread);
        return ContinuousTails.StudentTwoSided(t, fit.Rows - fit.Rank) < options.TrendThreshold;
    }

    private static bool IsGateOpen(ReadOnlySpan<double> counts, int index, FarringtonOptions options)
    {
        var sum = 0.0;
        for (var i = Math.Max(0, index - options.GatePeriods + 1); i <= index; i++)
        {
            sum += counts[i];
        }

        return sum >= options.GateEvents;
    }

    private static double Offset(ReadOnlySpan<double> exposure, int row) =>
        double.IsNaN(exposure[row]) ? 0
        : exposure[row] > 0 ? Math.Log(exposure[row])
        : throw new ArgumentException($"The exposure of period {row} is {exposure[row]}; expected above 0.", nameof(exposure));

    /// <summary>The fitted mean of the tested period; a value type, so that a run over many series allocates nothing.</summary>
    internal readonly record struct Estimated(string? Reason)
    {
        public double Predictor { get; init; }

        public double Dispersion { get; init; }

        public double Error { get; init; }

        public bool HasTrend { get; init; }

        public double Trend { get; init; }

        public double Largest { get; init; }
    }
}
