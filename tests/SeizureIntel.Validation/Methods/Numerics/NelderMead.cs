using System;
using System.Linq;

namespace SeizureIntel.Validation.Methods.Numerics;

/// <summary>Minimises a function of a few variables without derivatives.</summary>
/// <remarks>Source: J. Nelder, R. Mead, A simplex method for function minimization, Computer Journal 7 (1965), pp. 308-313.</remarks>
internal static class NelderMead
{
    /// <summary>The best point found from a start; coordinates are kept within their bounds.</summary>
    /// <param name="function">Function to make small; infinite where not defined.</param>
    /// <param name="start">First corner of the simplex.</param>
    /// <param name="step">Distance of the other corners.</param>
    /// <param name="low">Smallest coordinates.</param>
    /// <param name="high">Largest coordinates.</param>
    /// <param name="evaluations">Most calls of the function.</param>
    /// <param name="tolerance">Difference of values in the simplex at which to stop.</param>
    public static (double[] Point, double Value) Minimise(
        Func<double[], double> function,
        double[] start,
        double step,
        double[] low,
        double[] high,
        int evaluations,
        double tolerance
    )
    {
        var n = start.Length;
        var points = new double[n + 1][];
        var values = new double[n + 1];
        for (var i = 0; i <= n; i++)
        {
            points[i] = [.. start];
            if (i > 0)
            {
                points[i][i - 1] += points[i][i - 1] + step <= high[i - 1] ? step : -step;
            }

            values[i] = Evaluate(points[i]);
        }

        for (var used = n + 1; used < evaluations; )
        {
            Array.Sort(values, points);
            if (values[n] - values[0] < tolerance)
            {
                break;
            }

            var centre = new double[n];
            for (var j = 0; j < n; j++)
            {
                for (var i = 0; i < n; i++)
                {
                    centre[j] += points[i][j] / n;
                }
            }

            var (reflected, value) = At(centre, points[n], -1);
            used++;
            if (value < values[0])
            {
                var (expanded, further) = At(centre, points[n], -2);
                used++;
                (points[n], values[n]) = further < value ? (expanded, further) : (reflected, value);
            }
            else if (value < values[n - 1])
            {
                (points[n], values[n]) = (reflected, value);
            }
            else
            {
                var (contracted, nearer) = value < values[n] ? At(centre, reflected, 0.5) : At(centre, points[n], 0.5);
                used++;
                if (nearer < Math.Min(value, values[n]))
                {
                    (points[n], values[n]) = (contracted, nearer);
                }
                else
                {
                    for (var i = 1; i <= n; i++)
                    {
                        (points[i], values[i]) = At(points[0], points[i], 0.5);
                    }

                    used += n;
                }
            }
        }

        Array.Sort(values, points);
        return (points[0], values[0]);

        (double[] Point, double Value) At(double[] centre, double[] point, double factor)
        {
            double[] moved = [.. centre.Select((c, j) => c + (factor * (point[j] - c)))];
            return (moved, Evaluate(moved));
        }

        double Evaluate(double[] point)
        {
            for (var j = 0; j < n; j++)
            {
                point[j] = Math.Clamp(point[j], low[j], high[j]);
            }

            var value = function(point);
            return double.IsNaN(value) ? double.PositiveInfinity : value;
        }
    }
}
