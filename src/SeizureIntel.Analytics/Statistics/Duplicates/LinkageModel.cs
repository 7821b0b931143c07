using System;
using System.Collections.Generic;

namespace SeizureIntel.Analytics.Statistics.Duplicates;

/// <summary>How often the fields of the same and of different seizures agree.</summary>
/// <param name="MatchShare">Share of pairs that are the same seizure (0 to 1).</param>
/// <param name="MatchShares">For each field the shares (0 to 1) of its levels among pairs of the same seizure.</param>
/// <param name="OtherShares">For each field the shares (0 to 1) of its levels among other pairs.</param>
/// <param name="LogLikelihood">Log likelihood of all pairs (nats).</param>
/// <param name="Iterations">Steps until the estimate stood still (count).</param>
public sealed record LinkageModel(
    double MatchShare,
    IReadOnlyList<IReadOnlyList<double>> MatchShares,
    IReadOnlyList<IReadOnlyList<double>> OtherShares,
    double LogLikelihood,
    int Iterations
)
{
    /// <summary>Probability that a pair is the same seizure; .9 and more: propose to merge, .5 to .9: look at it.</summary>
    /// <param name="levels">One level a field, -1 = missing.</param>
    /// <returns>A probability from 0 to 1.</returns>
    /// <remarks>Assumes fields that are independent given the truth. Source: I. Fellegi, A. Sunter, A theory for record linkage, Journal of the
    /// American Statistical Association 64 (1969), section 3.</remarks>
    public double Posterior(IReadOnlyList<int> levels)
    {
        var (same, other) = (MatchShare * Product(MatchShares, levels), (1 - MatchShare) * Product(OtherShares, levels));
        return same + other > 0 ? same / (same + other) : 0;
    }

    /// <summary>Matching weight: sum of log2 of the ratio of both shares over the fields that are there.</summary>
    /// <param name="levels">One level a field, -1 = missing.</param>
    /// <returns>A weight (bits); minus infinity where a level never occurs among the same.</returns>
    /// <remarks>Assumes fields that are independent given the truth. Source: Fellegi and Sunter 1969, eq. 16.</remarks>
    public double Weight(IReadOnlyList<int> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var sum = 0.0;
        for (var f = 0; f < levels.Count; f++)
        {
            sum += levels[f] < 0 ? 0 : Math.Log2(MatchShares[f][levels[f]] / OtherShares[f][levels[f]]);
        }

        return sum;
    }

    private static double Product(IReadOnlyList<IReadOnlyList<double>> shares, IReadOnlyList<int> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var product = 1.0;
        for (var f = 0; f < levels.Count; f++)
        {
            product *= levels[f] < 0 ? 1 : shares[f][levels[f]];
        }

        return product;
    }
}
