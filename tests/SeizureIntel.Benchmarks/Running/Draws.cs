using System;

namespace SeizureIntel.Benchmarks.Running;

/// <summary>Random counts from a seed, for made-up series.</summary>
internal sealed class Draws(int seed)
{
    private readonly Random _source = new(seed);

    /// <summary>A number from 0 to below 1.</summary>
    public double Uniform() => _source.NextDouble();

    /// <summary>A whole number from 0 to below a bound.</summary>
    public int Below(int bound) => (int)(Uniform() * bound);

    /// <summary>A count whose variance is a multiple of its mean: Poisson around a gamma-distributed mean.</summary>
    public int Count(double mean, double dispersion) => Poisson(dispersion <= 1 ? mean : Gamma(mean / (dispersion - 1)) * (dispersion - 1));

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    // G. Marsaglia, W. Tsang, A simple method for generating gamma variables, 2000; below shape 1 by the power of a uniform.
    private double Gamma(double shape)
    {
        if (shape < 1)
            return Gamma(shape + 1) * Math.Pow(1 - Uniform(), 1 / shape);
        double d = shape - (1.0 / 3),
            c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Normal(),
                v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(1 - Uniform()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
                return d * v;
        }
    }

    private int Poisson(double mean)
    {
        double limit = Math.Exp(-mean),
            product = 1 - Uniform();
        int count = 0;
        while (product > limit)
        {
            count++;
            product *= 1 - Uniform();
        }

        return count;
    }
}
