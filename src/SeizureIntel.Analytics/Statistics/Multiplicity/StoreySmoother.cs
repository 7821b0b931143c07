using System;
using MathNet.Numerics.LinearAlgebra;

namespace SeizureIntel.Analytics.Statistics.Multiplicity;

/// <summary>The natural cubic smoothing spline with 3 degrees of freedom over lambda = .05(.05).95, read at its last point.</summary>
internal static class StoreySmoother
{
    public const int Points = 19;
    private const double DegreesOfFreedom = 3;
    private const double Step = 0.05;

    // The spline is linear in its data, so its value at the last point is one fixed weighted sum.
    private static readonly double[] WeightsOfLast = BuildWeights();

    // By division: a p-value rounded to .15 has to count as not below lambda .15.
    public static double Lambda(int index) => (index + 1) / 20.0;

    public static double AtLast(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var i = 0; i < Points; i++)
        {
            sum += WeightsOfLast[i] * values[i];
        }

        return sum;
    }

    // Reinsch form: S = (I + penalty Q R^-1 Q')^-1. Source: P. Green, B. Silverman, Nonparametric Regression and Generalized Linear Models, 1994, section 2.3.
    private static double[] BuildWeights()
    {
        var q = Matrix<double>.Build.Dense(Points, Points - 2);
        var r = Matrix<double>.Build.Dense(Points - 2, Points - 2);
        for (var j = 0; j < Points - 2; j++)
        {
            q[j, j] = 1 / Step;
            q[j + 1, j] = -2 / Step;
            q[j + 2, j] = 1 / Step;
            r[j, j] = 2 * Step / 3;
            if (j > 0)
            {
                r[j, j - 1] = r[j - 1, j] = Step / 6;
            }
        }

        var roughness = q * r.Inverse() * q.Transpose();
        var identity = Matrix<double>.Build.DenseIdentity(Points);
        double low = -30,
            high = 30;
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            if ((identity + (roughness * Math.Exp(middle))).Inverse().Trace() > DegreesOfFreedom)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (identity + (roughness * Math.Exp((low + high) / 2))).Inverse().Row(Points - 1).ToArray();
    }
}
