using System;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>Nodes and weights that average a function over a standard normal variable.</summary>
internal static class GaussHermite
{
    private static readonly (double[] Nodes, double[] Weights) Rule21 = Build(21);

    /// <summary>21 values of the standard normal variable.</summary>
    public static ReadOnlySpan<double> Nodes => Rule21.Nodes;

    /// <summary>Their weights; they sum to 1.</summary>
    public static ReadOnlySpan<double> Weights => Rule21.Weights;

    // Newton's method on the orthonormal Hermite polynomials. Source: P. Davis, P. Rabinowitz, Methods of Numerical Integration, 2nd ed. 1984, section 3.6.
    private static (double[] Nodes, double[] Weights) Build(int n)
    {
        var nodes = new double[n];
        var weights = new double[n];
        var half = (n + 1) / 2;
        double z = 0;
        for (var i = 0; i < half; i++)
        {
            z = i switch
            {
                0 => Math.Sqrt((2.0 * n) + 1) - (1.85575 * Math.Pow((2.0 * n) + 1, -0.16667)),
                1 => z - (1.14 * Math.Pow(n, 0.426) / z),
                2 => (1.86 * z) - (0.86 * nodes[0]),
                3 => (1.91 * z) - (0.91 * nodes[1]),
                _ => (2 * z) - nodes[i - 2],
            };
            double slope = 1;
            for (var step = 0; step < 100; step++)
            {
                double current = Math.Pow(Math.PI, -0.25),
                    previous = 0;
                for (var j = 1; j <= n; j++)
                {
                    (current, previous) = ((z * Math.Sqrt(2.0 / j) * current) - (Math.Sqrt((j - 1.0) / j) * previous), current);
                }

                slope = Math.Sqrt(2.0 * n) * previous;
                var change = current / slope;
                z -= change;
                if (Math.Abs(change) < 1e-15)
                {
                    break;
                }
            }

            nodes[i] = z;
            nodes[n - 1 - i] = -z;
            weights[i] = weights[n - 1 - i] = 2 / (slope * slope);
        }

        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        for (var i = 0; i < n; i++)
        {
            nodes[i] *= Math.Sqrt(2);
            weights[i] /= total;
        }

        return (nodes, weights);
    }
}
