using System;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Validation.Methods.Numerics;

namespace SeizureIntel.Validation.Methods.Forecasting;

/// <summary>How good a forecast was, once the count is known; smaller is better.</summary>
public static class ForecastScores
{
    private const double NegligibleTail = 1e-13;

    /// <summary>Continuous ranked probability score of a count law: the sum over k of (F(k) - 1{count at most k})^2.</summary>
    /// <param name="law">The forecast.</param>
    /// <param name="count">What came, events.</param>
    /// <returns>The score, in events. Linear in the spread of the law.</returns>
    /// <remarks>Source: C. Czado, T. Gneiting, L. Held, Predictive model assessment for count data, Biometrics 65 (2009), eq. 2.3.</remarks>
    public static double RankedProbability(CountDistribution law, double count) => RankedProbability(law, null, count);

    /// <summary>The same score of the even mixture of two laws.</summary>
    /// <param name="law">One forecast.</param>
    /// <param name="other">The other forecast; null = the first alone.</param>
    /// <param name="count">What came, events.</param>
    /// <returns>The score, in events.</returns>
    /// <remarks>Assumes equal weights. Source: C. Czado, T. Gneiting, L. Held, Biometrics 65 (2009), eq. 2.3; linear pool of M. Stone, Annals of
    /// Mathematical Statistics 32 (1961).</remarks>
    public static double RankedProbability(CountDistribution law, CountDistribution? other, double count)
    {
        var one = new Walk(law);
        var two = other is { } second ? new Walk(second) : default;
        var start = other is null ? one.Start : Math.Min(one.Start, two.Start);

        // Below the start both laws have no probability: F is 0, and so is the indicator up to the count.
        var sum = count < start ? start - count : 0.0;
        for (var k = start; ; k++)
        {
            var cumulative = other is null ? one.To(k) : (one.To(k) + two.To(k)) / 2;
            var miss = cumulative - (count <= k ? 1 : 0);
            sum += miss * miss;
            if (k >= count && 1 - cumulative < NegligibleTail)
            {
                return sum;
            }

            if (k > start + 50_000_000)
            {
                return sum;
            }
        }
    }

    /// <summary>Logarithmic score: minus the log probability of what came.</summary>
    /// <param name="law">The forecast.</param>
    /// <param name="count">What came, events.</param>
    /// <returns>The score in nats; infinite where the forecast excluded the count.</returns>
    /// <remarks>Source: C. Czado, T. Gneiting, L. Held, Biometrics 65 (2009), section 2.</remarks>
    public static double Logarithmic(CountDistribution law, double count) => -law.LogDensity(count);

    /// <summary>Dawid-Sebastiani score: squared standardised error plus log variance.</summary>
    /// <param name="mean">Forecast mean, events.</param>
    /// <param name="variance">Forecast variance, events squared, above 0.</param>
    /// <param name="count">What came, events.</param>
    /// <returns>The score (nats, doubled).</returns>
    /// <remarks>Source: C. Czado, T. Gneiting, L. Held, Biometrics 65 (2009), section 2.</remarks>
    public static double DawidSebastiani(double mean, double variance, double count) =>
        ((count - mean) * (count - mean) / variance) + Math.Log(variance);

    /// <summary>Interval score: width plus a penalty for a count outside.</summary>
    /// <param name="low">Lower end, events.</param>
    /// <param name="high">Upper end, events.</param>
    /// <param name="alpha">One minus the coverage, for example .05.</param>
    /// <param name="count">What came, events.</param>
    /// <returns>The score, in events.</returns>
    /// <remarks>Source: T. Gneiting, A. Raftery, Strictly proper scoring rules, JASA 102 (2007), eq. 43.</remarks>
    public static double Interval(double low, double high, double alpha, double count) =>
        high - low + (2 / alpha * Math.Max(0, low - count)) + (2 / alpha * Math.Max(0, count - high));

    /// <summary>Continuous ranked probability score of a normal law.</summary>
    /// <param name="mean">Forecast mean.</param>
    /// <param name="deviation">Forecast standard deviation, above 0.</param>
    /// <param name="value">What came.</param>
    /// <returns>The score, in the unit of the value.</returns>
    /// <remarks>Source: T. Gneiting, A. Raftery, Strictly proper scoring rules, JASA 102 (2007), eq. 21 and section 4.2.</remarks>
    public static double RankedProbabilityNormal(double mean, double deviation, double value)
    {
        var z = (value - mean) / deviation;
        var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        return deviation * ((z * (1 - (2 * ContinuousTails.NormalUpper(z)))) + (2 * density) - (1 / Math.Sqrt(Math.PI)));
    }

    /// <summary>Continuous ranked probability score of a sample of forecasts.</summary>
    /// <param name="sample">Simulated values, at least one.</param>
    /// <param name="value">What came.</param>
    /// <returns>The score, in the unit of the value. n log n.</returns>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <remarks>Source: T. Gneiting, A. Raftery, Strictly proper scoring rules, JASA 102 (2007), eq. 21: mean |x - y| minus half of the mean |x - x'|
    /// over all pairs.</remarks>
    public static double RankedProbabilitySample(ReadOnlySpan<double> sample, double value)
    {
        if (sample.IsEmpty)
        {
            throw new ArgumentException("The sample is empty; expected at least one value.", nameof(sample));
        }

        var sorted = sample.ToArray();
        Array.Sort(sorted);
        double n = sorted.Length,
            distance = 0,
            spread = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            distance += Math.Abs(sorted[i] - value);
            spread += ((2 * (i + 1)) - n - 1) * sorted[i];
        }

        return (distance / n) - (spread / (n * n));
    }

    /// <summary>Adds up a law's probabilities from where they begin.</summary>
    private struct Walk
    {
        private readonly CountDistribution _law;
        private double _term;
        private double _total;
        private double _at;

        public Walk(CountDistribution law)
        {
            _law = law;
            Start = Math.Max(0, Math.Floor(law.Mean - (12 * Math.Sqrt(law.Variance))));
            _at = Start;
            _term = law.Density(Start);
            _total = _term;
        }

        public double Start { get; }

        public double To(double count)
        {
            if (count < Start)
            {
                return 0;
            }

            while (_at < count)
            {
                _at++;
                _term *= double.IsPositiveInfinity(_law.Size)
                    ? _law.Mean / _at
                    : (_law.Size + _at - 1) / _at * (_law.Mean / (_law.Size + _law.Mean));
                _total += _term;
            }

            return Math.Min(1, _total);
        }
    }
}
