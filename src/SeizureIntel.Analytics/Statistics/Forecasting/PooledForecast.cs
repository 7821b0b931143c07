using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;

namespace SeizureIntel.Analytics.Statistics.Forecasting;

/// <summary>The house's forecast of counts: half a seasonal trend regression, half a season with a recent level.</summary>
public static class PooledForecast
{
    private const int FitPeriods = 260;
    private const int TrendHorizon = 26;
    private const int Harmonics = 2;
    private const double FewestEvents = 20;

    /// <summary>Forecasts the next periods.</summary>
    /// <param name="counts">Events a period, oldest first; NaN = missing.</param>
    /// <param name="periodsPerYear">52 weeks or 12 months.</param>
    /// <param name="horizon">Periods ahead, 13 as a rule.</param>
    /// <param name="prior">Rates among sibling series, in periods, for series with fewer than 20 events; null = one weak prior event.</param>
    /// <returns>One forecast a period ahead, nearest first; or the reason why there is none.</returns>
    /// <exception cref="ArgumentException">A count is negative, or the horizon is below 1.</exception>
    /// <remarks>
    /// Assumes a repeating season, and a trend that goes on for 26 periods at most. Fewer than 2 years: the level model with a flat season alone;
    /// fewer than 20 events: a gamma-Poisson prediction.
    /// Source: M. Stone, The opinion pool, 1961 (linear pool); McCullagh and Nelder, 1989, section 6.2.3; M. West, J. Harrison, Bayesian Forecasting
    /// and Dynamic Models, 2nd ed. 1997, section 14.3.
    /// </remarks>
    public static Outcome<IReadOnlyList<CountForecast>> Forecast(
        ReadOnlySpan<double> counts,
        int periodsPerYear,
        int horizon,
        GammaRatePrior? prior = null
    )
    {
        var (_, present) = HarmonicDesign.Present(counts);
        if (present.Length < 13)
        {
            return Outcome<IReadOnlyList<CountForecast>>.NotTestable("fewer than 13 periods");
        }

        if (horizon < 1)
        {
            throw new ArgumentException($"A horizon of {horizon} periods; expected 1 or more.", nameof(horizon));
        }

        var total = present.Sum();
        if (total < FewestEvents)
        {
            var rates = prior ?? new GammaRatePrior(0.5, 0.5 * present.Length / Math.Max(1, total));
            var law = RatePrediction.Of(rates, total, present.Length, 1, 1).Law;
            return Outcome<IReadOnlyList<CountForecast>>.Of([.. Enumerable.Repeat(new CountForecast(law, null), horizon)]);
        }

        var level = SeasonalLevel.Forecast(counts, periodsPerYear, horizon);
        if (!level.IsTestable)
        {
            return Outcome<IReadOnlyList<CountForecast>>.NotTestable(level.Reason);
        }

        var regression = counts.Length >= 2 * periodsPerYear ? Regression(counts, periodsPerYear, horizon) : null;
        var steps = level.Value.Steps;
        var forecasts = new CountForecast[horizon];
        for (var h = 0; h < horizon; h++)
        {
            forecasts[h] = regression is null ? new CountForecast(steps[h].Law, null) : new CountForecast(regression[h], steps[h].Law);
        }

        return Outcome<IReadOnlyList<CountForecast>>.Of(forecasts);
    }

    private static CountDistribution[]? Regression(ReadOnlySpan<double> counts, int periodsPerYear, int horizon)
    {
        var n = counts.Length;
        var (periods, y) = HarmonicDesign.Present(counts, Math.Max(0, n - FitPeriods));
        var times = periods.Select(p => (p - n) / (double)periodsPerYear).ToArray();
        if (
            periodsPerYear <= 2 * Harmonics
            || GeneralizedLinearModel.Fit(HarmonicDesign.Columns(periods, periodsPerYear, Harmonics, times), y, GlmFamily.Poisson)
                is not { } fit
        )
        {
            return null;
        }

        var largest = 10 * (y.Max() + 1);
        var laws = new CountDistribution[horizon];
        for (var h = 1; h <= horizon; h++)
        {
            var mean = Math.Exp(
                HarmonicDesign.Predict(
                    fit.Coefficients,
                    n + h,
                    periodsPerYear,
                    Harmonics,
                    Math.Min(h, TrendHorizon) / (double)periodsPerYear
                )
            );

            // A trend fitted to almost nothing can run off; the level model then stands alone.
            if (!(mean <= largest))
            {
                return null;
            }

            laws[h - 1] = CountDistribution.WithDispersion(mean, fit.Dispersion);
        }

        return laws;
    }
}
