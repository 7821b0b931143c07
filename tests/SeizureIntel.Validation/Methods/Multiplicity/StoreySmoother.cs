using System;
using MathNet.Numerics.LinearAlgebra;

namespace SeizureIntel.Validation.Methods.Multiplicity;

/// <summary>The cubic smoothing spline of 3 degrees of freedom over lambda = .05(.05).95, read at its last point, as R 4.2 smooths.</summary>
/// <remarks>
/// R's choices are part of the answer and are taken over with it: the penalty is searched for on the scale of spar until that is known to 1e-4, so that
/// the spline has 3.0003 degrees of freedom and not 3; the fit is that of the last penalty tried, not of the best; a third stands as .3330 in the
/// integral of the curvature.
/// Source: R 4.2.2, stats::smooth.spline (src/library/stats/src/sbart.c, sgram.f); the search is Brent's: R. Brent, Algorithms for Minimization without
/// Derivatives, 1973, chapter 5; B-splines after C. de Boor, A Practical Guide to Splines, 1978, chapter X.
/// </remarks>
internal static class StoreySmoother
{
    /// <summary>Number of lambdas.</summary>
    public const int Points = 19;

    private const int Order = 4;
    private const int Splines = Points + 2;
    private const double DegreesOfFreedom = 3;
    private const double LowestSpar = -1.5;
    private const double HighestSpar = 1.5;
    private const double SparTolerance = 1e-4;
    private const double SparPrecision = 2e-8;

    // sgram.f has .3330 where the integral has 1/3.
    private const double Third = 0.3330;

    // The spline is linear in its data, so its value at the last point is one fixed weighted sum.
    private static readonly double[] WeightsOfLast = BuildWeights();

    /// <summary>A lambda, as R's <c>seq(0.05, 0.95, 0.05)</c> rounds it.</summary>
    public static double Lambda(int index) => Math.Min(0.05 + (index * 0.05), 0.95);

    /// <summary>Value of the spline at the last lambda.</summary>
    public static double AtLast(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var i = 0; i < Points; i++)
        {
            sum += WeightsOfLast[i] * values[i];
        }

        return sum;
    }

    private static double[] BuildWeights()
    {
        var at = new double[Points];
        for (var i = 0; i < Points; i++)
        {
            at[i] = (Lambda(i) - Lambda(0)) / (Lambda(Points - 1) - Lambda(0));
        }

        double[] knots = [at[0], at[0], at[0], .. at, at[^1], at[^1], at[^1]];
        var design = Matrix<double>.Build.Dense(Points, Splines, (i, j) => Spline(knots, Order, j, at[i]));
        var roughness = Roughness(knots, at);
        var squares = design.TransposeThisAndMultiply(design);
        var scale = InnerTrace(squares) / InnerTrace(roughness);
        Matrix<double>? last = null;
        Search(spar =>
        {
            last = design * (squares + (roughness * (scale * Math.Pow(16, (6 * spar) - 2)))).Solve(design.Transpose());
            var apart = DegreesOfFreedom - last.Trace();
            return 3 + (apart * apart);
        });
        return last!.Row(Points - 1).ToArray();
    }

    // R leaves out two splines at the lower end and three at the upper one.
    private static double InnerTrace(Matrix<double> matrix)
    {
        var sum = 0.0;
        for (var i = 2; i < Splines - 3; i++)
        {
            sum += matrix[i, i];
        }

        return sum;
    }

    // Second derivatives are straight lines between knots: the value at the left end and the rise to the right one say all.
    private static Matrix<double> Roughness(double[] knots, double[] at)
    {
        var sum = Matrix<double>.Build.Dense(Splines, Splines);
        for (var m = 0; m + 1 < at.Length; m++)
        {
            var (left, middle) = (at[m], (at[m] + at[m + 1]) / 2);
            var start = Vector<double>.Build.Dense(Splines, i => Derivative(knots, Order, i, left, 2));
            var rise = Vector<double>.Build.Dense(Splines, i => 2 * (Derivative(knots, Order, i, middle, 2) - start[i]));
            sum +=
                (at[m + 1] - left)
                * (
                    start.OuterProduct(start)
                    + ((start.OuterProduct(rise) + rise.OuterProduct(start)) * 0.5)
                    + (rise.OuterProduct(rise) * Third)
                );
        }

        return sum;
    }

    private static double Spline(double[] knots, int order, int index, double x)
    {
        if (order == 1)
        {
            var isLastPoint = x >= knots[^1] && knots[index] < knots[index + 1] && knots[index + 1] >= knots[^1];
            return (knots[index] <= x && x < knots[index + 1]) || isLastPoint ? 1 : 0;
        }

        double rising = knots[index + order - 1] - knots[index],
            falling = knots[index + order] - knots[index + 1];
        return (rising > 0 ? (x - knots[index]) / rising * Spline(knots, order - 1, index, x) : 0)
            + (falling > 0 ? (knots[index + order] - x) / falling * Spline(knots, order - 1, index + 1, x) : 0);
    }

    private static double Derivative(double[] knots, int order, int index, double x, int times)
    {
        if (times == 0)
        {
            return Spline(knots, order, index, x);
        }

        double rising = knots[index + order - 1] - knots[index],
            falling = knots[index + order] - knots[index + 1];
        return (rising > 0 ? (order - 1) / rising * Derivative(knots, order - 1, index, x, times - 1) : 0)
            - (falling > 0 ? (order - 1) / falling * Derivative(knots, order - 1, index + 1, x, times - 1) : 0);
    }

    // Brent's minimiser with the constants and the stopping rule of sbart.c.
    private static void Search(Func<double, double> criterion)
    {
        const double golden = 0.381966011250105151795;
        double a = LowestSpar,
            b = HighestSpar,
            step = 0,
            before = 0;
        var x = a + (golden * (b - a));
        var fx = criterion(x);
        var (v, fv, w, fw) = (x, fx, x, fx);
        while (true)
        {
            var middle = (a + b) / 2;
            var least = (SparPrecision * Math.Abs(x)) + (SparTolerance / 3);
            if (Math.Abs(x - middle) <= (2 * least) - ((b - a) / 2))
            {
                return;
            }

            if (!TakesParabola())
            {
                before = x >= middle ? a - x : b - x;
                step = golden * before;
            }

            var next = x + (Math.Abs(step) >= least ? step : Math.CopySign(least, step));
            var value = criterion(next);
            if (value <= fx)
            {
                (a, b) = next >= x ? (x, b) : (a, x);
                (v, fv, w, fw, x, fx) = (w, fw, x, fx, next, value);
            }
            else
            {
                (a, b) = next < x ? (next, b) : (a, next);
                if (value <= fw || w == x)
                {
                    (v, fv, w, fw) = (w, fw, next, value);
                }
                else if (value <= fv || v == x || v == w)
                {
                    (v, fv) = (next, value);
                }
            }

            bool TakesParabola()
            {
                if (Math.Abs(before) <= least)
                {
                    return false;
                }

                double r = (x - w) * (fx - fv),
                    q = (x - v) * (fx - fw),
                    p = ((x - v) * q) - ((x - w) * r);
                q = 2 * (q - r);
                (p, q) = (q > 0 ? -p : p, Math.Abs(q));
                (r, before) = (before, step);
                if (q == 0 || Math.Abs(p) >= Math.Abs(q * r / 2) || p <= q * (a - x) || p >= q * (b - x))
                {
                    return false;
                }

                step = p / q;
                if (x + step - a < 2 * least || b - (x + step) < 2 * least)
                {
                    step = Math.CopySign(least, middle - x);
                }

                return true;
            }
        }
    }
}
