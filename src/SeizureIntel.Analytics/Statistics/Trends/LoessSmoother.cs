using System;

namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>Local regression on equally spaced points, as the decomposition uses it.</summary>
/// <remarks>Source: R. B. Cleveland et al., STL: a seasonal-trend decomposition procedure based on loess, Journal of Official Statistics 6 (1990),
/// sections 2 and 4.</remarks>
internal static class LoessSmoother
{
    /// <summary>Smooths at every jump-th point and joins linearly.</summary>
    public static void Smooth(
        ReadOnlySpan<double> y,
        int window,
        int degree,
        int jump,
        ReadOnlySpan<double> robustness,
        Span<double> result,
        double[] weights
    )
    {
        var n = y.Length;
        if (n < 2)
        {
            result[0] = y[0];
            return;
        }

        var step = Math.Min(jump, n - 1);
        int left = 1,
            right = Math.Min(window, n);
        var half = (window + 1) / 2;
        for (var i = 1; i <= n; i += step)
        {
            if (window < n)
            {
                left =
                    i < half ? 1
                    : i >= n - half + 1 ? n - window + 1
                    : i - half + 1;
                right = left + window - 1;
            }

            result[i - 1] = At(y, window, degree, i, left, right, robustness, weights, out var fitted) ? fitted : y[i - 1];
        }

        if (step == 1)
        {
            return;
        }

        for (var i = 1; i <= n - step; i += step)
        {
            Join(result, i, i + step);
        }

        var last = ((n - 1) / step * step) + 1;
        if (last != n)
        {
            result[n - 1] = At(y, window, degree, n, left, right, robustness, weights, out var fitted) ? fitted : y[n - 1];
            Join(result, last, n);
        }
    }

    /// <summary>Fits at one place (from 1) with the points from left to right; false where all weights are 0.</summary>
    public static bool At(
        ReadOnlySpan<double> y,
        int window,
        int degree,
        double place,
        int left,
        int right,
        ReadOnlySpan<double> robustness,
        double[] weights,
        out double fitted
    )
    {
        var n = y.Length;
        var reach = Math.Max(place - left, right - place);
        if (window > n)
        {
            reach += (window - n) / 2;
        }

        var total = 0.0;
        for (var j = left; j <= right; j++)
        {
            var distance = Math.Abs(j - place);
            var weight = 0.0;
            if (distance <= 0.999 * reach)
            {
                var ratio = distance / reach;
                var part = 1 - (ratio * ratio * ratio);
                weight = distance <= 0.001 * reach ? 1 : part * part * part;
                weight *= robustness.IsEmpty ? 1 : robustness[j - 1];
                total += weight;
            }

            weights[j] = weight;
        }

        fitted = 0;
        if (total <= 0)
        {
            return false;
        }

        for (var j = left; j <= right; j++)
        {
            weights[j] /= total;
        }

        if (reach > 0 && degree > 0)
        {
            Tilt(weights, left, right, place, n - 1.0);
        }

        for (var j = left; j <= right; j++)
        {
            fitted += weights[j] * y[j - 1];
        }

        return true;
    }

    private static void Tilt(double[] weights, int left, int right, double place, double range)
    {
        var center = 0.0;
        for (var j = left; j <= right; j++)
        {
            center += weights[j] * j;
        }

        var spread = 0.0;
        for (var j = left; j <= right; j++)
        {
            spread += weights[j] * (j - center) * (j - center);
        }

        if (Math.Sqrt(spread) > 0.001 * range)
        {
            var slope = (place - center) / spread;
            for (var j = left; j <= right; j++)
            {
                weights[j] *= (slope * (j - center)) + 1;
            }
        }
    }

    private static void Join(Span<double> values, int from, int to)
    {
        var slope = (values[to - 1] - values[from - 1]) / (to - from);
        for (var j = from + 1; j < to; j++)
        {
            values[j - 1] = values[from - 1] + (slope * (j - from));
        }
    }
}
