using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>Traffic that moves from one route to another: a share test, which the reporter's effort does not touch.</summary>
public static class Displacement
{
    /// <summary>Tests the share of the first route within both, at a step and as a trend.</summary>
    /// <param name="first">Events of the first route a period, oldest first.</param>
    /// <param name="second">Events of the second route; same length.</param>
    /// <param name="isAfter">1 for the periods after the step, 0 for those before.</param>
    /// <param name="fewestPeriods">Periods with events that are needed.</param>
    /// <returns>The tests, or the reason why there are none.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>
    /// Assumes independent periods with one over-dispersion. Periods without any event say nothing of the share and are left out; 12 others as a rule
    /// are needed.
    /// Source: McCullagh and Nelder, Generalized Linear Models, 2nd ed. 1989, sections 4.5 (over-dispersed shares) and 2.3 (F test on deviances).
    /// </remarks>
    public static Outcome<ShareShift> Test(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        ReadOnlySpan<double> isAfter,
        int fewestPeriods = 12
    )
    {
        var n = first.Length;
        if (second.Length != n || isAfter.Length != n)
        {
            throw new ArgumentException($"{n}, {second.Length} and {isAfter.Length} periods; expected equal lengths.", nameof(second));
        }

        var kept = new List<int>();
        for (var i = 0; i < n; i++)
        {
            if (first[i] + second[i] > 0)
            {
                kept.Add(i);
            }
        }

        if (kept.Count < fewestPeriods)
        {
            return Outcome<ShareShift>.NotTestable($"fewer than {fewestPeriods} periods with events");
        }

        var share = new double[kept.Count];
        var trials = new double[kept.Count];
        var ones = new double[kept.Count];
        var step = new double[kept.Count];
        var time = new double[kept.Count];
        for (var i = 0; i < kept.Count; i++)
        {
            var row = kept[i];
            trials[i] = first[row] + second[row];
            share[i] = first[row] / trials[i];
            ones[i] = 1;
            step[i] = isAfter[row];
            time[i] = (row + 1.0) / n;
        }

        var none = GeneralizedLinearModel.Fit([ones], share, GlmFamily.Binomial, prior: trials);
        var stepped = GeneralizedLinearModel.Fit([ones, step], share, GlmFamily.Binomial, prior: trials);
        var trend = GeneralizedLinearModel.Fit([ones, time], share, GlmFamily.Binomial, prior: trials);
        if (
            none is null
            || stepped is null
            || trend is null
            || !stepped.IsEstimated[1]
            || !(stepped.Dispersion > 0)
            || !(trend.Dispersion > 0)
        )
        {
            return Outcome<ShareShift>.NotTestable("the share does not vary, or one side of the step holds no period");
        }

        var statistic = stepped.Coefficients[1] / stepped.StandardError(1);
        var f = Math.Max(0, none.Deviance - stepped.Deviance) / stepped.Dispersion;
        return Outcome<ShareShift>.Of(
            new ShareShift(
                stepped.Coefficients[1],
                stepped.StandardError(1),
                statistic,
                stepped.PValue(1),
                ContinuousTails.FisherUpper(f, 1, stepped.ResidualDegrees),
                stepped.Dispersion,
                stepped.ResidualDegrees,
                trend.Coefficients[1],
                trend.StandardError(1),
                trend.PValue(1),
                Correlation(MannKendall.MidRanks(first), MannKendall.MidRanks(second))
            )
        );
    }

    private static double Correlation(double[] x, double[] y)
    {
        double mx = x.Average(),
            my = y.Average(),
            xy = 0,
            xx = 0,
            yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }
}
