using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Statistics.Clusters;

/// <summary>Hidden classes of records and the profile of each.</summary>
/// <param name="Shares">Share of each class (0 to 1), largest first.</param>
/// <param name="Profiles">For each class and variable the shares (0 to 1) of its categories.</param>
/// <param name="LogLikelihood">Log likelihood of all records (nats).</param>
/// <param name="Parameters">Free parameters (count).</param>
/// <param name="Records">Records (count).</param>
public sealed record LatentClassFit(
    IReadOnlyList<double> Shares,
    IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> Profiles,
    double LogLikelihood,
    int Parameters,
    int Records
)
{
    /// <summary>Bayes' information criterion (nats times two); smaller is better.</summary>
    public double Bic => (-2 * LogLikelihood) + (Parameters * Math.Log(Records));

    /// <summary>Akaike's information criterion (nats times two); smaller is better.</summary>
    public double Aic => (-2 * LogLikelihood) + (2 * Parameters);

    /// <summary>To which class a record belongs.</summary>
    /// <param name="record">Category of each variable, from 0; -1 = missing.</param>
    /// <returns>Probabilities (0 to 1), one a class; below .6 for the largest, call the record mixed.</returns>
    /// <remarks>Assumes variables that are independent within a class. Classes x variables. Source: P. Lazarsfeld, N. Henry, Latent Structure
    /// Analysis, 1968, section 3; D. Linzer, J. Lewis, poLCA, Journal of Statistical Software 42(10) (2011), eq. 3.</remarks>
    public IReadOnlyList<double> Posterior(IReadOnlyList<int> record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var joint = Shares
            .Select(
                (share, c) =>
                    share * record.Select((category, v) => category < 0 ? 1 : Profiles[c][v][category]).Aggregate(1.0, (a, b) => a * b)
            )
            .ToArray();
        var sum = joint.Sum();
        return sum > 0 ? [.. joint.Select(j => j / sum)] : [.. Shares];
    }
}
