using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MathNet.Numerics;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Validation.Methods.Numerics;

namespace SeizureIntel.Validation.Methods.Associations;

/// <summary>Ratios of observed to expected counts that come from two gamma laws.</summary>
/// <param name="Shape1">Shape of the first law (no unit).</param>
/// <param name="Rate1">Rate of the first law (no unit).</param>
/// <param name="Shape2">Shape of the second law (no unit).</param>
/// <param name="Rate2">Rate of the second law (no unit).</param>
/// <param name="Weight">Share of cells of the first law (0 to 1).</param>
public sealed record GammaMixture(double Shape1, double Rate1, double Shape2, double Rate2, double Weight)
{
    private const double Smallest = 0.01;
    private const double Largest = 50;
    private const double LeastWeight = 0.01;

    private static readonly double[] OddRatios = [0.25, 2, 4, 8];
    private static readonly double[] MainWeights = [0.85, 0.98];

    private static readonly double[][] Starts =
    [
        [0.2, 0.1, 2, 4, 0.33],
        [1, 1, 5, 5, 0.5],
        [0.5, 0.5, 20, 18, 0.7],
        [1.2, 1.2, 45, 30, 0.9],
        [0.02, 0.5, 1.5, 1.5, 0.1],
        [0.7, 1, 2, 1.7, 0.35],
        [2, 3, 1, 0.5, 0.8],
        [10, 10, 0.5, 0.2, 0.9],
    ];

    /// <summary>Estimates the mixture from cells that hold at least one record.</summary>
    /// <param name="cells">Cells; those with count 0 or expectation 0 are passed over.</param>
    /// <returns>The mixture within shapes and rates of 0.01 to 50 and weights of 0.01 to 0.99, or the reason why there is none.</returns>
    /// <remarks>Assumes Poisson counts; the likelihood is that of counts above 0, and often flat: compare ranks, not parameters. Cells x a few
    /// thousand evaluations, in parallel over sixteen starts. Source: W. DuMouchel, Bayesian data mining in large frequency tables, American
    /// Statistician 53 (1999), section 2; truncation as in T. Canida, J. Ihrie, openEBGM, R Journal 9 (2017), section 3.</remarks>
    public static Outcome<GammaMixture> Estimate(IReadOnlyCollection<CellCount> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var likelihood = new TruncatedMixtureLikelihood(cells);
        if (likelihood.Cells < 6)
        {
            return Outcome<GammaMixture>.NotTestable("fewer than six cells with a record: five parameters cannot be estimated");
        }

        double[] low = [Math.Log(Smallest), Math.Log(Smallest), Math.Log(Smallest), Math.Log(Smallest), Logit(LeastWeight)];
        double[] high = [Math.Log(Largest), Math.Log(Largest), Math.Log(Largest), Math.Log(Largest), Logit(1 - LeastWeight)];
        double Value(double[] p) =>
            likelihood.Minus(Math.Exp(p[0]), Math.Exp(p[1]), Math.Exp(p[2]), Math.Exp(p[3]), 1 / (1 + Math.Exp(-p[4])));
        double[][] starts = [.. Starts, .. StartsBesideOneLaw(cells)];
        var found = new (double[] Point, double Value)[starts.Length];
        Parallel.For(0, starts.Length, i =>
        {
            double[] start = [.. starts[i].Take(4).Select(v => Math.Log(v)), Logit(starts[i][4])];
            found[i] = NelderMead.Minimise(Value, start, 0.7, low, high, 250, 1e-5);
        });
        var best = found.OrderBy(f => f.Value).Take(4).ToArray();
        Parallel.For(0, best.Length, i =>
        {
            // A simplex that went flat is unfolded again until it finds nothing better.
            for (var round = 0; round < 8; round++)
            {
                var next = NelderMead.Minimise(Value, best[i].Point, round % 2 == 0 ? 0.5 : 0.1, low, high, 400, 1e-8);
                var gain = best[i].Value - next.Value;
                best[i] = next.Value < best[i].Value ? next : best[i];
                if (gain < 1e-5 && round > 0)
                {
                    break;
                }
            }
        });
        var point = best.MinBy(b => b.Value).Point;
        return Outcome<GammaMixture>.Of(
            new GammaMixture(Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]), Math.Exp(point[3]), 1 / (1 + Math.Exp(-point[4])))
        );
    }

    /// <summary>Minus the log likelihood of cells that hold at least one record.</summary>
    /// <param name="cells">Cells; those with count 0 or expectation 0 are passed over.</param>
    /// <returns>Minus a log likelihood (nats).</returns>
    /// <remarks>Assumes Poisson counts, each law truncated at 0 by itself. Linear. Source: Canida and Ihrie 2017, section 3.</remarks>
    public double MinusLogLikelihood(IReadOnlyCollection<CellCount> cells) =>
        new TruncatedMixtureLikelihood(cells ?? throw new ArgumentNullException(nameof(cells))).Minus(Shape1, Rate1, Shape2, Rate2, Weight);

    /// <summary>What the mixture says about one cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Share of the first law, geometric mean and 5 % and 95 % quantiles of the ratio.</returns>
    /// <remarks>Assumes the mixture as prior; ranking by its quantile controls no false discovery rate. Source: W. DuMouchel 1999, eq. 6 to 10.</remarks>
    public MixturePosterior Posterior(CellCount cell)
    {
        var first = new CountDistribution(Shape1 * cell.Expected / Rate1, Shape1).LogDensity(cell.Count);
        var second = new CountDistribution(Shape2 * cell.Expected / Rate2, Shape2).LogDensity(cell.Count);
        var share = 1 / (1 + ((1 - Weight) / Weight * Math.Exp(second - first)));
        var (shape1, rate1, shape2, rate2) = (Shape1 + cell.Count, Rate1 + cell.Expected, Shape2 + cell.Count, Rate2 + cell.Expected);
        var mean =
            (share * (SpecialFunctions.DiGamma(shape1) - Math.Log(rate1)))
            + ((1 - share) * (SpecialFunctions.DiGamma(shape2) - Math.Log(rate2)));
        return new MixturePosterior(share, Math.Exp(mean), Quantile(0.05), Quantile(0.95));

        double Quantile(double probability)
        {
            // The mixture's quantile lies between those of its parts.
            var (a, b) = (
                IncompleteGamma.InverseLower(shape1, probability) / rate1,
                IncompleteGamma.InverseLower(shape2, probability) / rate2
            );
            var (low, high) = (Math.Min(a, b), Math.Max(a, b));
            for (var i = 0; i < 100 && high - low > 1e-12 * high; i++)
            {
                var middle = (low + high) / 2;
                var below =
                    (share * IncompleteGamma.Lower(shape1, middle * rate1)) + ((1 - share) * IncompleteGamma.Lower(shape2, middle * rate2));
                (low, high) = below < probability ? (middle, high) : (low, middle);
            }

            return (low + high) / 2;
        }
    }

    // One law for nearly all cells, and a narrow one for a few that stand out.
    private static IEnumerable<double[]> StartsBesideOneLaw(IReadOnlyCollection<CellCount> cells) =>
        ShrunkRatio.Estimate(cells).Value is not { } one
            ? []
            : OddRatios.SelectMany(ratio =>
                MainWeights.Select(weight =>
                    new[]
                    {
                        Math.Clamp(one.Shape, Smallest, Largest),
                        Math.Clamp(one.Rate, Smallest, Largest),
                        40,
                        Math.Min(Largest, 40 / ratio),
                        weight,
                    }
                )
            );

    private static double Logit(double share) => Math.Log(share / (1 - share));
}
