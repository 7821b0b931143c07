using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Validation.Methods.Clusters;

/// <summary>Distances between all records.</summary>
public sealed class DistanceMatrix
{
    private readonly double[] _values;

    internal DistanceMatrix(int count, double[] values)
    {
        Count = count;
        _values = values;
    }

    /// <summary>Number of records.</summary>
    public int Count { get; }

    /// <summary>Whether every pair of records could be compared.</summary>
    public bool IsComplete => !_values.Any(double.IsNaN);

    /// <summary>Distance of two records (a share, 0 to 1 for Gower's); null if they have no known variable in common.</summary>
    /// <param name="i">Position of a record, from 0.</param>
    /// <param name="j">Position of another.</param>
    public double? this[int i, int j] => At(i, j) is var value && double.IsNaN(value) ? null : value;

    /// <summary>Takes distances over.</summary>
    /// <param name="rows">Square and symmetric, zeros on the diagonal.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">The rows are not square.</exception>
    /// <remarks>Assumes symmetric distances of at least 0. Linear. Source: L. Kaufman, P. Rousseeuw, Finding Groups in Data, 1990, section 1.2.</remarks>
    public static DistanceMatrix Of(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.All(r => r.Count == rows.Count)
            ? new DistanceMatrix(rows.Count, [.. rows.SelectMany(r => r)])
            : throw new ArgumentException($"{rows.Count} rows; expected as many columns in each.", nameof(rows));
    }

    internal double At(int i, int j) => _values[(i * Count) + j];

    internal double[] Copy() => (double[])_values.Clone();
}
