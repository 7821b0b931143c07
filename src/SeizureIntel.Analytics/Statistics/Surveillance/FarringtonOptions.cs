using System;

namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>Settings of the flexible Farrington method; the defaults are those of weekly surveillance.</summary>
public sealed record FarringtonOptions
{
    /// <summary>Periods a year: 52 weeks or 12 months.</summary>
    public int PeriodsPerYear { get; init; } = 52;

    /// <summary>Years of history, 1 or more.</summary>
    public int Years { get; init; } = 5;

    /// <summary>Half-width of the reference windows, in periods.</summary>
    public int HalfWindow { get; init; } = 3;

    /// <summary>Seasonal levels a year; 1 = only the reference windows, without season.</summary>
    public int SeasonalLevels { get; init; } = 10;

    /// <summary>Most recent periods left out of the baseline, so that a growing outbreak does not hide itself.</summary>
    public int ExcludedPast { get; init; } = 26;

    /// <summary>Whether high baseline counts are weighted down.</summary>
    public bool Reweight { get; init; } = true;

    /// <summary>Anscombe residual (standard deviations) above which a count is weighted down.</summary>
    public double ReweightThreshold { get; init; } = 2.58;

    /// <summary>Whether a trend is tried.</summary>
    public bool Trend { get; init; } = true;

    /// <summary>The trend is kept if its p-value (a probability) lies below this; 1 = always unless it extrapolates.</summary>
    public double TrendThreshold { get; init; } = 1;

    /// <summary>How the bound is drawn.</summary>
    public FarringtonThreshold Threshold { get; init; } = FarringtonThreshold.NegativeBinomialPlugin;

    /// <summary>Scale of the power-transformed bound.</summary>
    public PowerTransformation Power { get; init; } = PowerTransformation.TwoThirds;

    /// <summary>Probability of a false alarm, above 0 and below 1.</summary>
    public double Alpha { get; init; } = 0.005;

    /// <summary>No alarm with fewer events than this in the last <see cref="GatePeriods"/> periods.</summary>
    public int GateEvents { get; init; } = 5;

    /// <summary>Periods over which <see cref="GateEvents"/> counts.</summary>
    public int GatePeriods { get; init; } = 4;

    /// <summary>Whether the logarithm of the exposure enters as offset.</summary>
    public bool ExposureOffset { get; init; }

    /// <summary>Repeat the reference implementation's variance of reweighted fits (see remarks), for comparison only.</summary>
    /// <remarks>R surveillance 1.20.3 overwrites the working weights, so the trend's test and the bound's standard error use another dispersion.</remarks>
    public bool RCompatible { get; init; }

    /// <summary>Refuses settings that have no meaning.</summary>
    /// <exception cref="ArgumentException">A setting is outside its range.</exception>
    internal void Validate()
    {
        Require(PeriodsPerYear >= 2, nameof(PeriodsPerYear), "2 or more");
        Require(Years >= 1, nameof(Years), "1 or more");
        Require(
            HalfWindow >= 0 && (2 * HalfWindow) + 1 < PeriodsPerYear,
            nameof(HalfWindow),
            "0 or more, both halves together below a year"
        );
        Require(
            SeasonalLevels >= 1 && SeasonalLevels - 1 <= PeriodsPerYear - (2 * HalfWindow) - 2,
            nameof(SeasonalLevels),
            "1 up to the periods between two windows"
        );
        Require(ExcludedPast >= 0, nameof(ExcludedPast), "0 or more");
        Require(Alpha is > 0 and < 1, nameof(Alpha), "above 0 and below 1");
        Require(GatePeriods >= 1, nameof(GatePeriods), "1 or more");
        Require(ReweightThreshold > 0, nameof(ReweightThreshold), "above 0");
    }

    private static void Require(bool holds, string name, string range)
    {
        if (!holds)
        {
            throw new ArgumentException($"{name} is out of range; expected {range}.", name);
        }
    }
}
