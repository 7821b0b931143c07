using System;
using SeizureIntel.Analytics.Statistics.Trends;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Trends;

public sealed class SegmentCostTests
{
    [Theory]
    [InlineData(0.05, 8)]
    [InlineData(0.7, 8)]
    [InlineData(0.7, 52)]
    [InlineData(40, 1)]
    [InlineData(3000, 13)]
    public void The_cut_is_that_of_every_start_computed_alone(double rate, int shortest)
    {
        var random = new Random(20);
        for (int series = 0; series < 12; series++)
        {
            int length = shortest + random.Next(300);
            double[] counts = new double[length],
                exposure = new double[length];
            for (int i = 0; i < length; i++)
            {
                double level = rate * (i > length / 2 ? 2.5 : 1) * -Math.Log(1 - random.NextDouble());
                counts[i] =
                    random.Next(20) == 0 ? double.NaN
                    : series % 3 == 2 ? level
                    : Math.Floor(level);
                exposure[i] = 0.3 + random.NextDouble();
            }

            double dispersion = 1 + random.NextDouble(),
                penalty = 3 * Math.Log(length);
            var cost = new SegmentCost(counts, series % 2 == 0 ? exposure : default, dispersion, penalisesLength: series % 4 == 3);

            var (changes, objective) = cost.Best(penalty, shortest);

            var (expected, least) = Plain(cost, penalty, shortest);
            Assert.Equal(expected, changes);
            Assert.Equal(BitConverter.DoubleToInt64Bits(least), BitConverter.DoubleToInt64Bits(objective));
        }
    }

    // Jackson et al. 2005, eq. 4, start by start.
    private static (int[] Changes, double Objective) Plain(SegmentCost cost, double penalty, int shortest)
    {
        double[] value = new double[cost.Length + 1];
        int[] previous = new int[cost.Length + 1];
        Array.Fill(value, double.PositiveInfinity);
        value[0] = -penalty;
        for (int end = shortest; end <= cost.Length; end++)
        {
            for (int start = 0; start <= end - shortest; start++)
            {
                double candidate = value[start] + cost.Of(start, end) + penalty;
                if (candidate < value[end])
                    (value[end], previous[end]) = (candidate, start);
            }
        }

        var changes = new System.Collections.Generic.List<int>();
        for (int at = previous[^1]; at > 0; at = previous[at])
            changes.Insert(0, at);
        return ([.. changes], value[^1]);
    }
}
