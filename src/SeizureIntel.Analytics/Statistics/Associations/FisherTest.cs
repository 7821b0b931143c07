using System;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Associations;

/// <summary>The exact test of a two by two table.</summary>
public static class FisherTest
{
    private const double Negligible = 1e-18;

    /// <summary>Probability of so many joint records or more if both properties are independent.</summary>
    /// <param name="both">Records with both properties.</param>
    /// <param name="first">Records with the first property.</param>
    /// <param name="second">Records with the second property.</param>
    /// <param name="records">All records.</param>
    /// <returns>A probability from 0 to 1, exact also far in the tail; 1 without records.</returns>
    /// <exception cref="ArgumentException">The counts do not form a table.</exception>
    /// <remarks>Assumes independent records and fixed margins. Linear in the smaller margin at most. Source: R. A. Fisher, The logic of inductive
    /// inference, Journal of the Royal Statistical Society 98 (1935), pp. 48-51; densities after C. Loader 2000 as in R's dhyper.</remarks>
    public static double Greater(int both, int first, int second, int records)
    {
        if (both < 0 || first < both || second < both || records < first || records < second || (long)first + second - both > records)
        {
            throw new ArgumentException(
                $"{both} of {first} and {second} among {records}; expected a table without negative cells.",
                nameof(both)
            );
        }

        var lowest = (int)Math.Max(0, (long)first + second - records);
        var highest = Math.Min(first, second);
        if (both <= lowest)
        {
            return 1;
        }

        var mean = records == 0 ? 0 : (double)first * second / records;
        return both > mean
            ? Above(both, highest, first, second, records)
            : Math.Clamp(1 - Below(both - 1, lowest, first, second, records), 0, 1);
    }

    private static double Above(int from, int to, double first, double second, double records)
    {
        var term = Density(from, first, second, records);
        var sum = term;
        for (double k = from; k < to && term > sum * Negligible; k++)
        {
            term *= (first - k) * (second - k) / ((k + 1) * (records - first - second + k + 1));
            sum += term;
        }

        return Math.Min(1, sum);
    }

    private static double Below(int from, int to, double first, double second, double records)
    {
        var term = Density(from, first, second, records);
        var sum = term;
        for (double k = from; k > to && term > sum * Negligible; k--)
        {
            term *= k * (records - first - second + k) / ((first - k + 1) * (second - k + 1));
            sum += term;
        }

        return sum;
    }

    private static double Density(double k, double first, double second, double records)
    {
        // A margin that is everything or nothing has one possible table.
        if (first == 0 || second == 0 || first == records || second == records)
        {
            return 1;
        }

        var (p, q) = (second / records, (records - second) / records);
        return GammaFunctions.BinomialDensity(k, first, p, q)
            * GammaFunctions.BinomialDensity(second - k, records - first, p, q)
            / GammaFunctions.BinomialDensity(second, records, p, q);
    }
}
