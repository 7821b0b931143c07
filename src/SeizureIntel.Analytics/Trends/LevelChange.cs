using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;

namespace SeizureIntel.Analytics.Trends;

/// <summary>The rates before and after a week, as one test compares them.</summary>
internal sealed record LevelChange
{
    private const double IntervalLevel = 0.95;

    // Read several times, and dear.
    private double? _p;

    /// <summary>Events before.</summary>
    public required double Before { get; init; }

    /// <summary>Events after.</summary>
    public required double After { get; init; }

    /// <summary>Exposure before.</summary>
    public required double ExposureBefore { get; init; }

    /// <summary>Exposure after.</summary>
    public required double ExposureAfter { get; init; }

    /// <summary>Variance over mean, 1 or more.</summary>
    public required double Dispersion { get; init; }

    /// <summary>Events that the rate before lets expect after.</summary>
    public double Expected => Before / ExposureBefore * ExposureAfter;

    /// <summary>Natural logarithm of the ratio of the rates, with half an event added on both sides.</summary>
    public double LogRatio => Math.Log((After + 0.5) / ExposureAfter / ((Before + 0.5) / ExposureBefore));

    /// <summary>
    /// p-value of equal rates at a week that was chosen beforehand: the quasi-likelihood ratio and, for over-dispersed counts, not less than the
    /// exact test of their split.
    /// The ratio alone takes the tail of a Poisson law: where few are expected on one side it makes chance bursts certain.
    /// </summary>
    public double P => _p ??= Test();

    /// <summary>Counts a series before and after a week; null where one side has no exposure.</summary>
    public static LevelChange? Of(double[] counts, double[] exposure, int from, int change, int to, double dispersion) =>
        Of(
            counts,
            exposure,
            [
                .. counts.Select(
                    (_, i) =>
                        (sbyte)(
                            i < from || i >= to ? -1
                            : i < change ? 0
                            : 1
                        )
                ),
            ],
            dispersion
        );

    /// <summary>Counts a series on both sides of a change (0 before, 1 after, −1 neither); null where one side has no exposure.</summary>
    public static LevelChange? Of(double[] counts, double[] exposure, sbyte[] sides, double dispersion)
    {
        double before = 0,
            after = 0,
            exposureBefore = 0,
            exposureAfter = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            if (sides[i] < 0 || double.IsNaN(counts[i]) || double.IsNaN(exposure[i]))
                continue;
            if (sides[i] == 0)
                (before, exposureBefore) = (before + counts[i], exposureBefore + exposure[i]);
            else
                (after, exposureAfter) = (after + counts[i], exposureAfter + exposure[i]);
        }

        return exposureBefore <= 0 || exposureAfter <= 0
            ? null
            : new LevelChange
            {
                Before = before,
                After = after,
                ExposureBefore = exposureBefore,
                ExposureAfter = exposureAfter,
                Dispersion = dispersion,
            };
    }

    /// <summary>Ratio of the rates with its interval; counts and exposures are divided by the dispersion.</summary>
    public RateRatio Ratio()
    {
        double rate = (Before + After) / (ExposureBefore + ExposureAfter);
        return RateComparison.Ratio(
            new GammaRatePrior(0.5, 0.5 / Math.Max(1e-9, rate)),
            Before / Dispersion,
            After / Dispersion,
            ExposureBefore / Dispersion,
            ExposureAfter / Dispersion,
            IntervalLevel
        );
    }

    private double Test()
    {
        double rate = (Before + After) / (ExposureBefore + ExposureAfter);
        double deviance = 2 * (Part(Before, rate * ExposureBefore) + Part(After, rate * ExposureAfter)) / Dispersion;
        double p = ContinuousTails.ChiSquaredUpper(Math.Max(0, deviance), 1);
        return Dispersion > 1 && rate > 0
            ? Math.Max(
                p,
                RateComparison.OverdispersedTwoSided(
                    (int)Math.Round(Before),
                    (int)Math.Round(After),
                    ExposureBefore,
                    ExposureAfter,
                    Dispersion
                )
            )
            : p;
    }

    private static double Part(double count, double expected) => count <= 0 ? 0 : count * Math.Log(count / expected);
}
