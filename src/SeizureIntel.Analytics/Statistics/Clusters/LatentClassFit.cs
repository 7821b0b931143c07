using System;
using System.Collections.Generic;

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
}
