using System;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>Splits a series into season, trend and remainder for display; not a test and not an alarm.</summary>
public static class SeasonalDecomposition
{
    /// <summary>Decomposes a series by repeated local regression (STL).</summary>
    /// <param name="values">One value a period, oldest first, none missing; log(1 + count) for counts.</param>
    /// <param name="periodsPerYear">Periods a year, 2 or more.</param>
    /// <param name="seasonalWindow">Years over which the season may change, odd, 7 or more as a rule; null = the season is the same every year.</param>
    /// <param name="isRobust">Whether outliers are weighted down.</param>
    /// <returns>The parts, or the reason why there are none.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or a window is too short.</exception>
    /// <remarks>
    /// Assumes a season that changes slowly. Seasonal degree 0, trend and low-pass degree 1, every tenth of a window is evaluated.
    /// Source: R. B. Cleveland, W. S. Cleveland, J. McRae, I. Terpenning, STL, Journal of Official Statistics 6 (1990), pp. 3-73; settings of R's stl.
    /// </remarks>
    public static Outcome<Decomposition> Decompose(
        ReadOnlySpan<double> values,
        int periodsPerYear,
        int? seasonalWindow = null,
        bool isRobust = true
    )
    {
        if (periodsPerYear < 2 || seasonalWindow is < 3)
        {
            throw new ArgumentException(
                $"{periodsPerYear} periods a year and a seasonal window of {seasonalWindow}; expected 2 or more and 3 or more.",
                nameof(periodsPerYear)
            );
        }

        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException($"A value is {value}; expected finite numbers only.", nameof(values));
            }
        }

        if (values.Length <= 2 * periodsPerYear)
        {
            return Outcome<Decomposition>.NotTestable("two years or less");
        }

        var window = Odd(seasonalWindow ?? ((10 * values.Length) + 1));
        var trendWindow = Odd((int)Math.Ceiling(1.5 * periodsPerYear / (1 - (1.5 / (seasonalWindow ?? window)))));
        var lowPass = Odd(periodsPerYear);
        var pass = new StlPass(values, periodsPerYear, window, trendWindow, lowPass);
        var outer = isRobust ? 15 : 0;
        for (var k = 0; ; k++)
        {
            pass.Run(isRobust ? 1 : 2);
            if (k >= outer)
            {
                break;
            }

            pass.Reweight();
        }

        return Outcome<Decomposition>.Of(pass.ToDecomposition(isPeriodic: seasonalWindow is null));
    }

    private static int Odd(int value) => value % 2 == 0 ? value + 1 : value;
}
