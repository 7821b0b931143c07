using System;

namespace SeizureIntel.Validation.Vectors;

/// <summary>A column of answers and how closely it has to agree.</summary>
/// <param name="Name">Column name.</param>
/// <param name="Tolerance">Tolerance of every row.</param>
/// <param name="Exception">Another tolerance for single rows; null from it = the row is for orientation only.</param>
internal sealed record ComparedColumn(string Name, Tolerance Tolerance, Func<int, Tolerance?>? Exception = null)
{
    /// <summary>Tolerance of a row, or null where the row is not compared.</summary>
    public Tolerance? At(int row) => Exception is null ? Tolerance : Exception(row);
}
