using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Statistics.Duplicates;

/// <summary>Agreement on a rare value says more than agreement on a common one.</summary>
public static class ValueFrequency
{
    /// <summary>Share of each value among the records that have one.</summary>
    /// <param name="values">Value of each record; null = missing.</param>
    /// <returns>Shares (0 to 1) by value; they sum to 1.</returns>
    /// <remarks>Assumes that duplicates are few. Linear. Source: W. Winkler, Frequency-based matching in the Fellegi-Sunter model of record linkage,
    /// ASA 1989 (2000 reprint), section 2.</remarks>
    public static IReadOnlyDictionary<string, double> Shares(IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var known = values.OfType<string>().ToArray();
        return known
            .GroupBy(v => v, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count() / (double)known.Length, StringComparer.Ordinal);
    }

    /// <summary>Probability that two different seizures agree on the value by chance.</summary>
    /// <param name="shares">Shares by value.</param>
    /// <returns>A probability (0 to 1): the sum of the squared shares.</returns>
    /// <remarks>Assumes independent records. Linear. Source: Winkler 1989, section 2.</remarks>
    public static double ChanceAgreement(IReadOnlyDictionary<string, double> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        return shares.Values.Sum(s => s * s);
    }

    /// <summary>Weight of agreement: how much likelier it is between reports of one seizure.</summary>
    /// <param name="agreement">Share of pairs of the same seizure that agree (0 to 1).</param>
    /// <param name="chance">Probability (0 to 1) of agreement by chance: the value's own share, or that of all values.</param>
    /// <returns>A weight (bits).</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is not above 0 and up to 1.</exception>
    /// <remarks>Assumes fields that are independent given the truth. Source: Fellegi and Sunter 1969, eq. 16; Winkler 1989, section 2.</remarks>
    public static double Weight(double agreement, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(agreement);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chance);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(agreement, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chance, 1);
        return Math.Log2(agreement / chance);
    }
}
