using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>Costs of segments under a Poisson law with constant rate, and the exact best cut.</summary>
internal sealed class SegmentCost
{
    // Rounding of a rough cost against the exact one, as a share of what both are made of: sums of some logarithms of common size.
    private const double RoughError = 1e-12;

    // Larger than any logarithm of a count or an exposure.
    private const double LargestLog = 50;

    private const int Width = 4;

    private readonly double[] _events;
    private readonly double[] _exposure;
    private readonly double _dispersion;
    private readonly bool _penalisesLength;

    /// <param name="counts">Events a period; NaN = missing, without exposure.</param>
    /// <param name="exposure">Exposure a period; empty = 1.</param>
    /// <param name="dispersion">Divides the costs.</param>
    /// <param name="penalisesLength">Add the logarithm of a segment's length to its cost (modified BIC).</param>
    public SegmentCost(ReadOnlySpan<double> counts, ReadOnlySpan<double> exposure, double dispersion, bool penalisesLength)
    {
        _dispersion = dispersion;
        _penalisesLength = penalisesLength;
        Length = counts.Length;
        // Sums are read by the block.
        _events = new double[counts.Length + 1 + Width];
        _exposure = new double[_events.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            var isMissing = double.IsNaN(counts[i]);
            _events[i + 1] = _events[i] + (isMissing ? 0 : counts[i]);
            _exposure[i + 1] =
                _exposure[i]
                + (
                    isMissing ? 0
                    : exposure.IsEmpty ? 1
                    : exposure[i]
                );
        }
    }

    public int Length { get; }

    /// <summary>Cost of the periods from start (from 0) to before end.</summary>
    public double Of(int start, int end)
    {
        var events = _events[end] - _events[start];
        if (events <= 0)
        {
            return 0;
        }

        var length = _exposure[end] - _exposure[start];
        return (2 * events * (Math.Log(length) - Math.Log(events)) / _dispersion) + (_penalisesLength ? Math.Log(length) : 0);
    }

    /// <summary>Events per exposure of a segment.</summary>
    public double Rate(int start, int end) =>
        _exposure[end] > _exposure[start] ? (_events[end] - _events[start]) / (_exposure[end] - _exposure[start]) : 0;

    /// <summary>Exact optimal partitioning; the first of equal minima. Source: B. Jackson et al., An algorithm for optimal partitioning of data on an
    /// interval, IEEE Signal Processing Letters 12 (2005), eq. 4.</summary>
    /// <remarks>Each start is judged roughly by vectors first; those within the rounding of the best are then computed as they stand above, in their
    /// order, so the cut is the same to the last bit.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int[] Changes, double Objective) Best(double penalty, int shortest)
    {
        var n = Length;
        var value = new double[n + 1 + Width];
        var rough = new double[value.Length];
        var previous = new int[n + 1];
        Array.Fill(value, double.PositiveInfinity);
        value[0] = -penalty;
        var slack = RoughError * (1 + (n * Math.Abs(penalty)) + (LargestLog * 2 * _events[n] / _dispersion));
        for (var end = shortest; end <= n; end++)
        {
            // What cannot be compared is computed.
            var bound = _penalisesLength ? double.PositiveInfinity : Rough(value, rough, end, end - shortest) + slack;
            for (var block = 0; block <= end - shortest; block += Width)
            {
                if (Vector256.GreaterThanAll(Vector256.LoadUnsafe(ref rough[block]), Vector256.Create(bound)))
                {
                    continue;
                }

                for (var start = block; start <= Math.Min(block + Width - 1, end - shortest); start++)
                {
                    var candidate = value[start] + Of(start, end) + penalty;
                    if (candidate < value[end])
                    {
                        (value[end], previous[end]) = (candidate, start);
                    }
                }
            }
        }

        var count = 0;
        for (var at = previous[n]; at > 0; at = previous[at])
        {
            count++;
        }

        var changes = new int[count];
        for (var at = previous[n]; at > 0; at = previous[at])
        {
            changes[--count] = at;
        }

        return (changes, value[n]);
    }

    // Costs of all starts up to the last but for a rounding, without the penalty; returns their least, NaN where one of them is.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Rough(double[] value, double[] rough, int end, int last)
    {
        var (events, exposure) = (Vector256.Create(_events[end]), Vector256.Create(_exposure[end]));
        var (scale, none) = (Vector256.Create(2 / _dispersion), Vector256.Create(double.PositiveInfinity));
        var least = none;
        for (var start = 0; start <= last; start += Width)
        {
            var seen = events - Vector256.LoadUnsafe(ref _events[start]);
            var length = exposure - Vector256.LoadUnsafe(ref _exposure[start]);
            var cost = Vector256.ConditionalSelect(
                Vector256.GreaterThan(seen, Vector256<double>.Zero),
                scale * seen * Vector256.Log(length / seen),
                Vector256<double>.Zero
            );
            cost += Vector256.LoadUnsafe(ref value[start]);
            cost.StoreUnsafe(ref rough[start]);
            for (var beyond = last + 1; beyond < start + Width; beyond++)
            {
                rough[beyond] = double.PositiveInfinity;
            }

            least = Vector256.Min(least, Vector256.LoadUnsafe(ref rough[start]));
        }

        return Math.Min(Math.Min(least[0], least[1]), Math.Min(least[2], least[3]));
    }

    public double[] Rates(int[] changes)
    {
        var rates = new double[changes.Length + 1];
        for (var i = 0; i < rates.Length; i++)
        {
            rates[i] = Rate(i == 0 ? 0 : changes[i - 1], i == changes.Length ? Length : changes[i]);
        }

        return rates;
    }
}
