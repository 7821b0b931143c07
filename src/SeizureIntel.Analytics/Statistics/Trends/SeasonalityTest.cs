using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>Whether a series has a yearly season, and how strong it is.</summary>
public static class SeasonalityTest
{
    /// <summary>F tests of one and two harmonics beside a log-linear trend.</summary>
    /// <param name="counts">Events a period, oldest first; NaN = missing.</param>
    /// <param name="periodsPerYear">52 weeks or 12 months.</param>
    /// <param name="fewestEvents">Events that are needed.</param>
    /// <returns>The tests, or the reason why there are none.</returns>
    /// <exception cref="ArgumentException">A count is negative, or there are fewer than 5 periods a year.</exception>
    /// <remarks>Assumes independent counts whose variance is a multiple of the mean, and one sine-shaped season. Source: P. McCullagh, J. Nelder,
    /// Generalized Linear Models, 2nd ed. 1989, sections 6.2.3 and 2.3 (analysis of deviance with estimated dispersion).</remarks>
    public static Outcome<Seasonality> Test(ReadOnlySpan<double> counts, int periodsPerYear, double fewestEvents = 20) =>
        Test(counts, periodsPerYear, fewestEvents, out _, out _);

    /// <summary>The same, with the fits of one and of two harmonics.</summary>
    internal static Outcome<Seasonality> Test(
        ReadOnlySpan<double> counts,
        int periodsPerYear,
        double fewestEvents,
        out GlmFit? one,
        out GlmFit? two
    )
    {
        (one, two) = (null, null);
        if (periodsPerYear < 5)
        {
            throw new ArgumentException($"{periodsPerYear} periods a year; two harmonics need 5 or more.", nameof(periodsPerYear));
        }

        var (periods, y) = HarmonicDesign.Present(counts);
        if (counts.Length < 2 * periodsPerYear)
        {
            return Outcome<Seasonality>.NotTestable("less than two years");
        }

        if (y.Sum() < fewestEvents)
        {
            return Outcome<Seasonality>.NotTestable($"fewer than {fewestEvents} events");
        }

        if (y.Length < 0.6 * counts.Length)
        {
            return Outcome<Seasonality>.NotTestable("more than 40 % of the periods are missing");
        }

        var n = counts.Length;
        var times = periods.Select(p => (p - n) / (double)periodsPerYear).ToArray();
        var none = Fit(0);
        one = Fit(1);
        two = Fit(2);
        if (none is null || one is null || two is null)
        {
            return Outcome<Seasonality>.NotTestable("the fit does not converge");
        }

        if (!(one.Dispersion > 0) || !(two.Dispersion > 0))
        {
            return Outcome<Seasonality>.NotTestable("the counts do not vary");
        }

        var f1 = Math.Max(0, none.Deviance - one.Deviance) / 2 / one.Dispersion;
        var f2 = Math.Max(0, none.Deviance - two.Deviance) / 4 / two.Dispersion;
        var (c, s) = (one.Coefficients[2], one.Coefficients[3]);
        var phase = Math.Atan2(s, c) / (2 * Math.PI);
        return Outcome<Seasonality>.Of(
            new Seasonality(
                none.Deviance,
                one.Deviance,
                two.Deviance,
                one.Dispersion,
                two.Dispersion,
                f1,
                ContinuousTails.FisherUpper(f1, 2, one.ResidualDegrees),
                f2,
                ContinuousTails.FisherUpper(f2, 4, two.ResidualDegrees),
                Math.Exp(2 * Math.Sqrt((c * c) + (s * s))),
                phase < 0 ? phase + 1 : phase,
                100 * (Math.Exp(one.Coefficients[1]) - 1),
                one.PValue(1)
            )
        );

        GlmFit? Fit(int harmonics) =>
            GeneralizedLinearModel.Fit(HarmonicDesign.Columns(periods, periodsPerYear, harmonics, times), y, GlmFamily.Poisson);
    }
}
