using System;

namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>Costs of segments under a Poisson law with constant rate, and the exact best cut.</summary>
internal sealed class SegmentCost
{
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
        _events = new double[counts.Length + 1];
        _exposure = new double[counts.Length + 1];
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

    public int Length => _events.Length - 1;

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
    public (int[] Changes, double Objective) Best(double penalty, int shortest)
    {
        var n = Length;
        var value = new double[n + 1];
        var previous = new int[n + 1];
        Array.Fill(value, double.PositiveInfinity);
        value[0] = -penalty;
        for (var end = shortest; end <= n; end++)
        {
            for (var start = 0; start <= end - shortest; start = start == 0 ? shortest : start + 1)
            {
                var candidate = value[start] + Of(start, end) + penalty;
                if (candidate < value[end])
                {
                    (value[end], previous[end]) = (candidate, start);
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
