using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Numerics;

public sealed class GramSchmidtTests
{
    [Theory]
    [InlineData(1, 7)]
    [InlineData(3, 40)]
    [InlineData(4, 41)]
    [InlineData(10, 520)]
    [InlineData(37, 90)]
    public void Columns_side_by_side_give_what_each_gives_alone(int columns, int rows)
    {
        var random = new Random(columns);
        double[][] design = [.. Enumerable.Range(0, columns).Select(_ => Numbers(random, rows))];
        if (columns > 2)
            design[2] = [.. design[0].Zip(design[1], (a, b) => a + (2 * b))];
        double[] roots = [.. Numbers(random, rows).Select(Math.Abs)],
            target = Numbers(random, rows),
            triangle = new double[columns * columns],
            coefficients = new double[columns],
            sums = new double[rows];
        bool[] isEstimated = new bool[columns];
        var solver = new GramSchmidt();
        // What an earlier design left behind must not matter.
        solver.Reset([Numbers(random, 600), Numbers(random, 600)], 600);
        solver.Reset(design, rows);

        solver.Solve(roots, target, triangle, coefficients, isEstimated);
        GramSchmidt.Predict(design, coefficients, roots, sums);

        (double[] expected, double[] factor, bool[] estimated) = Alone(design, roots, target);
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), coefficients.Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(factor.Select(BitConverter.DoubleToInt64Bits), triangle.Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(estimated, isEstimated);
        Assert.Equal(columns <= 2, isEstimated.All(e => e));
        for (int i = 0; i < rows; i++)
            Assert.Equal(design.Select((c, j) => c[i] * expected[j]).Aggregate(roots[i], (sum, part) => sum + part), sums[i]);
    }

    private static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];

    // Modified Gram-Schmidt, one column after the other.
    private static (double[] Coefficients, double[] Triangle, bool[] IsEstimated) Alone(double[][] design, double[] roots, double[] target)
    {
        int q = design.Length;
        double[][] work = [.. design.Select(c => c.Select((v, i) => v * roots[i]).ToArray()), [.. target]];
        double[] original = [.. work.Select(c => Math.Sqrt(Dot(c, c)))],
            triangle = new double[q * q],
            right = new double[q],
            coefficients = new double[q];
        bool[] isEstimated = new bool[q];
        for (int j = 0; j < q; j++)
        {
            double length = Math.Sqrt(Dot(work[j], work[j]));
            isEstimated[j] = length > 1e-11 * original[j] && length > 0;
            if (!isEstimated[j])
                continue;
            triangle[(j * q) + j] = length;
            work[j] = [.. work[j].Select(v => v / length)];
            for (int k = j + 1; k <= q; k++)
            {
                double share = Dot(work[j], work[k]);
                work[k] = [.. work[k].Select((v, i) => v - (share * work[j][i]))];
                if (k < q)
                    triangle[(j * q) + k] = share;
                else
                    right[j] = share;
            }
        }

        for (int j = q - 1; j >= 0; j--)
        {
            double sum = right[j];
            for (int k = j + 1; k < q; k++)
                sum -= triangle[(j * q) + k] * coefficients[k];
            coefficients[j] = isEstimated[j] ? sum / triangle[(j * q) + j] : 0;
        }

        return (coefficients, triangle, isEstimated);
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
