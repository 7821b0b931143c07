using System;
using System.Collections.Generic;

namespace SeizureIntel.Synthetic.Region;

/// <summary>Draws from the laws the simulation needs, from one seed.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A whole number from 0 to below a bound.</summary>
    public int Below(int bound) => _random.Next(bound);

    /// <summary>True with a probability.</summary>
    public bool Happens(double probability) => _random.NextDouble() < probability;

    /// <summary>One of several things, each as likely as its weight.</summary>
    public T Pick<T>(IReadOnlyList<(T Thing, double Weight)> things)
    {
        double total = 0;
        foreach ((_, double weight) in things)
            total += weight;
        double at = _random.NextDouble() * total;
        foreach ((T thing, double weight) in things)
        {
            at -= weight;
            if (at < 0)
                return thing;
        }

        return things[^1].Thing;
    }

    /// <summary>One of several things, each equally likely.</summary>
    public T Pick<T>(IReadOnlyList<T> things) => things[_random.Next(things.Count)];

    /// <summary>Standard normal (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    /// <summary>Log-normal with the median and the standard deviation of the logarithm.</summary>
    public double LogNormal(double median, double spread) => median * Math.Exp(spread * Normal());

    /// <summary>A count with a mean and a variance of dispersion times the mean: a Poisson count whose rate is gamma.</summary>
    public int Count(double mean, double dispersion)
    {
        if (mean <= 0)
            return 0;
        double rate = dispersion <= 1 ? mean : Gamma(mean / (dispersion - 1)) * (dispersion - 1);
        return Poisson(rate);
    }

    private int Poisson(double mean)
    {
        int count = 0;
        // The sum of Poisson counts is Poisson: large means are drawn in parts, so that exp(-mean) stays above zero.
        for (double left = mean; left > 0; left -= 20)
        {
            double limit = Math.Exp(-Math.Min(left, 20)),
                product = _random.NextDouble();
            while (product > limit)
            {
                count++;
                product *= _random.NextDouble();
            }
        }

        return count;
    }

    // Marsaglia and Tsang, A simple method for generating gamma variables, ACM TOMS 26 (2000); shapes below 1 by their remark in section 6.
    private double Gamma(double shape)
    {
        if (shape < 1)
            return Gamma(shape + 1) * Math.Pow(1 - _random.NextDouble(), 1 / shape);
        double d = shape - (1.0 / 3),
            c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Normal(),
                v = 1 + (c * x);
            if (v <= 0)
                continue;
            v = v * v * v;
            if (Math.Log(1 - _random.NextDouble()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v)))
                return d * v;
        }
    }
}
