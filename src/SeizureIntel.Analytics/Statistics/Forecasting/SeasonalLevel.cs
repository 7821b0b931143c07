using System;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Forecasting;

/// <summary>Forecast by a yearly season and a level that forgets: a discounted gamma-Poisson model.</summary>
public static class SeasonalLevel
{
    private const double Discount = 0.94;
    private const double PriorEvents = 2;
    private const double LeastDispersion = 1.001;
    private const int Harmonics = 2;

    /// <summary>Forecasts the next periods.</summary>
    /// <param name="counts">Events a period, oldest first; NaN = missing.</param>
    /// <param name="periodsPerYear">52 weeks or 12 months.</param>
    /// <param name="horizon">Periods ahead, 1 or more.</param>
    /// <returns>The forecast; with a flat season where two years are not there or the season's fit does not converge; or the reason why there is
    /// none.</returns>
    /// <exception cref="ArgumentException">A count is negative, or the horizon is below 1.</exception>
    /// <remarks>
    /// Assumes a season that repeats and a level that drifts slowly (weight .94 a period). Prior: level 1 worth 2 events.
    /// Source: M. West, J. Harrison, Bayesian Forecasting and Dynamic Models, 2nd ed. 1997, section 14.3 (discounted gamma-Poisson); season by
    /// quasi-Poisson harmonics, McCullagh and Nelder 1989, section 6.2.3.
    /// </remarks>
    public static Outcome<LevelForecast> Forecast(ReadOnlySpan<double> counts, int periodsPerYear, int horizon)
    {
        if (horizon < 1)
        {
            throw new ArgumentException($"A horizon of {horizon} periods; expected 1 or more.", nameof(horizon));
        }

        var (periods, y) = HarmonicDesign.Present(counts);
        if (y.Length == 0)
        {
            return Outcome<LevelForecast>.NotTestable("no period was reported");
        }

        var fit =
            counts.Length >= 2 * periodsPerYear && periodsPerYear > 2 * Harmonics
                ? GeneralizedLinearModel.Fit(HarmonicDesign.Columns(periods, periodsPerYear, Harmonics, null), y, GlmFamily.Poisson)
                : null;
        var mean = 0.0;
        foreach (var count in y)
        {
            mean += count / y.Length;
        }

        if (mean == 0)
        {
            return Outcome<LevelForecast>.NotTestable("no event in any period; the sparse prediction applies");
        }

        double Season(int period) =>
            fit is null ? mean : Math.Exp(HarmonicDesign.Predict(fit.Coefficients, period, periodsPerYear, Harmonics, null));

        double events = 0,
            expected = 0,
            weights = 0;
        for (var i = 0; i < y.Length; i++)
        {
            var weight = Math.Pow(Discount, counts.Length - periods[i]);
            events += weight * y[i];
            expected += weight * Season(periods[i]);
            weights += weight;
        }

        var level = (PriorEvents + events) / (PriorEvents + expected);
        var pearson = 0.0;
        for (var i = 0; i < y.Length; i++)
        {
            var m = level * Season(periods[i]);
            pearson += Math.Pow(Discount, counts.Length - periods[i]) * (y[i] - m) * (y[i] - m) / m;
        }

        var dispersion = Math.Max(LeastDispersion, pearson / weights);
        var steps = new LevelStep[horizon];
        for (var h = 0; h < horizon; h++)
        {
            var season = Season(counts.Length + h + 1);
            var mu = level * season;
            var variance = (dispersion * mu) + (mu * mu / (PriorEvents + events));
            steps[h] = new LevelStep(season, variance, new CountDistribution(mu, mu * mu / (variance - mu)));
        }

        return Outcome<LevelForecast>.Of(new LevelForecast(level, dispersion, steps));
    }
}
