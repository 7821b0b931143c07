using System;
using System.Collections.Generic;

namespace SeizureIntel.Validation.Methods.Trends;

/// <summary>Shifts of the mean of a continuous series (prices, log quantities) by least squares.</summary>
public static class BaiPerron
{
    /// <summary>The shifts with the smallest BIC.</summary>
    /// <param name="values">One value a period, oldest first.</param>
    /// <param name="smallestShare">Shortest segment as a share of the series, above 0 and at most .5.</param>
    /// <returns>Number of periods up to and with the last of each segment but the last one; empty = no shift. Quadratic.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    /// <remarks>Assumes independent errors of equal variance. A series without variance has no shift. Source: J. Bai, P. Perron, Computation and
    /// analysis of multiple structural change models, Journal of Applied Econometrics 18 (2003), section 3; BIC of R strucchange 1.5-3.</remarks>
    public static IReadOnlyList<int> Find(ReadOnlySpan<double> values, double smallestShare = 0.15)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(smallestShare, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(smallestShare, 0.5);
        var n = values.Length;
        var shortest = Math.Max(2, (int)Math.Floor(smallestShare * n));
        var most = n < 2 * shortest ? 0 : Math.Max(0, (int)Math.Ceiling((double)n / shortest) - 2);
        var squares = Squares(values);
        var total = squares(0, n);
        if (most == 0 || total <= 0)
        {
            return [];
        }

        // value[m][t]: smallest sum of squares of the first t periods in m + 1 segments.
        var value = new double[most + 1, n + 1];
        var previous = new int[most + 1, n + 1];
        for (var t = 0; t <= n; t++)
        {
            value[0, t] = t >= shortest ? squares(0, t) : double.PositiveInfinity;
        }

        var best = Criterion(total, n, 0);
        var breaks = 0;
        for (var m = 1; m <= most; m++)
        {
            for (var t = 0; t <= n; t++)
            {
                value[m, t] = double.PositiveInfinity;
                for (var s = m * shortest; s <= t - shortest; s++)
                {
                    var candidate = value[m - 1, s] + squares(s, t);
                    if (candidate < value[m, t])
                    {
                        (value[m, t], previous[m, t]) = (candidate, s);
                    }
                }
            }

            var criterion = Criterion(value[m, n], n, m);
            if (criterion < best)
            {
                (best, breaks) = (criterion, m);
            }
        }

        var changes = new int[breaks];
        for (int m = breaks, t = n; m > 0; m--)
        {
            t = previous[m, t];
            changes[m - 1] = t;
        }

        return changes;
    }

    private static double Criterion(double squares, int n, int breaks) =>
        (n * (Math.Log(Math.Max(squares, double.Epsilon) / n) + 1 + Math.Log(2 * Math.PI))) + (2 * (breaks + 1) * Math.Log(n));

    private static Func<int, int, double> Squares(ReadOnlySpan<double> values)
    {
        // Sums about the mean keep their digits where the level is far from 0.
        var center = 0.0;
        foreach (var value in values)
        {
            center += value / values.Length;
        }

        var sums = new double[values.Length + 1];
        var squares = new double[values.Length + 1];
        for (var i = 0; i < values.Length; i++)
        {
            var deviation = values[i] - center;
            sums[i + 1] = sums[i] + deviation;
            squares[i + 1] = squares[i] + (deviation * deviation);
        }

        return (start, end) =>
        {
            var sum = sums[end] - sums[start];
            return Math.Max(0, squares[end] - squares[start] - (sum * sum / (end - start)));
        };
    }
}
