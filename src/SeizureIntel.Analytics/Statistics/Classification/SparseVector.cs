using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Statistics.Classification;

/// <summary>Features of a text: few are not 0.</summary>
public sealed class SparseVector
{
    private SparseVector(int[] positions, double[] values)
    {
        Positions = positions;
        Values = values;
    }

    /// <summary>Position and value (no unit) of the features that are not 0, positions ascending.</summary>
    public IEnumerable<(int Position, double Value)> Entries => Positions.Zip(Values);

    internal int[] Positions { get; }

    internal double[] Values { get; }

    /// <summary>Takes features over.</summary>
    /// <param name="entries">Positions from 0, each once, and values; zeros are left out.</param>
    /// <returns>The vector.</returns>
    /// <exception cref="ArgumentException">A position is negative or comes twice, or a value is not finite.</exception>
    /// <remarks>Assumes nothing. n log n. Source: G. Salton, M. McGill, Introduction to Modern Information Retrieval, 1983, section 4.1.</remarks>
    public static SparseVector Of(IEnumerable<(int Position, double Value)> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var kept = entries.Where(e => e.Value != 0).OrderBy(e => e.Position).ToArray();
        for (var i = 0; i < kept.Length; i++)
        {
            if (kept[i].Position < 0 || !double.IsFinite(kept[i].Value) || (i > 0 && kept[i].Position == kept[i - 1].Position))
            {
                throw new ArgumentException(
                    $"Feature {kept[i].Position} is {kept[i].Value}; expected positions from 0, each once, and finite values.",
                    nameof(entries)
                );
            }
        }

        return new SparseVector([.. kept.Select(e => e.Position)], [.. kept.Select(e => e.Value)]);
    }

    internal double Dot(double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < Positions.Length; i++)
        {
            sum += Positions[i] < weights.Length ? Values[i] * weights[Positions[i]] : 0;
        }

        return sum;
    }

    internal SparseVector Scaled(double length) => length > 0 ? new SparseVector(Positions, [.. Values.Select(v => v / length)]) : this;
}
