using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Validation.Methods.Clusters;

/// <summary>Distance of records that mix codes and numbers.</summary>
public static class GowerDistance
{
    /// <summary>Mean difference over the variables that both records have.</summary>
    /// <param name="categories">Columns of codes, one value a record; null = missing. Different codes differ by 1.</param>
    /// <param name="numbers">Columns of numbers, one value a record; null = missing. They differ by a share of the column's range.</param>
    /// <returns>Distances of all records from 0 to 1.</returns>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    /// <remarks>Assumes variables of equal weight. Records squared x variables. Source: J. Gower, A general coefficient of similarity and some of its
    /// properties, Biometrics 27 (1971), section 3; as daisy of R's cluster.</remarks>
    public static DistanceMatrix Between(IReadOnlyList<IReadOnlyList<string?>> categories, IReadOnlyList<IReadOnlyList<double?>> numbers)
    {
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentNullException.ThrowIfNull(numbers);
        int[] lengths = [.. categories.Select(c => c.Count).Concat(numbers.Select(c => c.Count)).Distinct()];
        if (lengths.Length > 1)
        {
            throw new ArgumentException($"Columns of {string.Join(", ", lengths)} values; expected equal lengths.", nameof(numbers));
        }

        var n = lengths.FirstOrDefault();
        double?[][] scaled = [.. numbers.Select(ToShares)];
        var values = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                double sum = 0,
                    known = 0;
                foreach (var column in categories)
                {
                    if (column[i] is { } a && column[j] is { } b)
                    {
                        sum += string.Equals(a, b, StringComparison.Ordinal) ? 0 : 1;
                        known++;
                    }
                }

                foreach (var column in scaled)
                {
                    if (column[i] is { } a && column[j] is { } b)
                    {
                        sum += Math.Abs(a - b);
                        known++;
                    }
                }

                values[(i * n) + j] = values[(j * n) + i] = known > 0 ? sum / known : double.NaN;
            }
        }

        return new DistanceMatrix(n, values);
    }

    // Scaled before they are compared, as in the reference: rounding then breaks the same ties.
    private static double?[] ToShares(IReadOnlyList<double?> column)
    {
        if (column.Min() is not { } low || column.Max() is not { } high)
        {
            return [.. column];
        }

        return
        [
            .. column.Select(v =>
                v is null ? null
                : high > low ? (v - low) / (high - low)
                : 0
            ),
        ];
    }
}
