using System;

namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>The inner loop of the decomposition and its robustness weights. Source: Cleveland et al. 1990, section 2.</summary>
internal sealed class StlPass
{
    private readonly double[] _values;
    private readonly int _period;
    private readonly int _seasonalWindow;
    private readonly int _trendWindow;
    private readonly int _lowPass;
    private readonly double[] _seasonal;
    private readonly double[] _trend;
    private readonly double[] _robustness;
    private readonly double[] _cycle;
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly double[] _detrended;
    private readonly double[] _weights;
    private bool _isWeighted;

    public StlPass(ReadOnlySpan<double> values, int period, int seasonalWindow, int trendWindow, int lowPass)
    {
        var n = values.Length;
        _values = values.ToArray();
        (_period, _seasonalWindow, _trendWindow, _lowPass) = (period, seasonalWindow, trendWindow, lowPass);
        _seasonal = new double[n];
        _trend = new double[n];
        _robustness = new double[n];
        Array.Fill(_robustness, 1);
        _cycle = new double[n + (2 * period)];
        _first = new double[n + (2 * period)];
        _second = new double[n + (2 * period)];
        _detrended = new double[n];
        _weights = new double[n + (2 * period) + 1];
    }

    private ReadOnlySpan<double> Robustness => _isWeighted ? _robustness : default;

    public void Run(int iterations)
    {
        var n = _values.Length;
        for (var k = 0; k < iterations; k++)
        {
            for (var i = 0; i < n; i++)
            {
                _detrended[i] = _values[i] - _trend[i];
            }

            SmoothCycles();
            Average(_cycle, _cycle.Length, _period, _first);
            Average(_first, n + _period + 1, _period, _second);
            Average(_second, n + 2, 3, _first);
            LoessSmoother.Smooth(_first.AsSpan(0, n), _lowPass, 1, Jump(_lowPass), default, _second, _weights);
            for (var i = 0; i < n; i++)
            {
                _seasonal[i] = _cycle[_period + i] - _second[i];
                _detrended[i] = _values[i] - _seasonal[i];
            }

            LoessSmoother.Smooth(_detrended, _trendWindow, 1, Jump(_trendWindow), Robustness, _trend, _weights);
        }
    }

    public void Reweight()
    {
        var n = _values.Length;
        var residuals = new double[n];
        for (var i = 0; i < n; i++)
        {
            residuals[i] = Math.Abs(_values[i] - _trend[i] - _seasonal[i]);
        }

        var sorted = (double[])residuals.Clone();
        Array.Sort(sorted);
        var limit = 3 * (sorted[n / 2] + sorted[n - (n / 2) - 1]);
        for (var i = 0; i < n; i++)
        {
            var ratio = residuals[i] / limit;
            var part = 1 - (ratio * ratio);
            _robustness[i] =
                residuals[i] <= 0.001 * limit ? 1
                : residuals[i] <= 0.999 * limit ? part * part
                : 0;
        }

        _isWeighted = true;
    }

    public Decomposition ToDecomposition(bool isPeriodic)
    {
        var n = _values.Length;
        var seasonal = (double[])_seasonal.Clone();
        for (var phase = 0; isPeriodic && phase < _period; phase++)
        {
            double sum = 0,
                count = 0;
            for (var i = phase; i < n; i += _period)
            {
                sum += seasonal[i];
                count++;
            }

            for (var i = phase; i < n; i += _period)
            {
                seasonal[i] = sum / count;
            }
        }

        var remainder = new double[n];
        for (var i = 0; i < n; i++)
        {
            remainder[i] = _values[i] - seasonal[i] - _trend[i];
        }

        return new Decomposition(seasonal, (double[])_trend.Clone(), remainder, (double[])_robustness.Clone(), _trendWindow, _lowPass);
    }

    // Each phase of the year is smoothed on its own and carried one year beyond both ends.
    private void SmoothCycles()
    {
        var n = _values.Length;
        var longest = ((n - 1) / _period) + 1;
        var own = new double[longest];
        var ownRobustness = new double[longest];
        var smooth = new double[longest + 2];
        for (var phase = 0; phase < _period; phase++)
        {
            var k = ((n - 1 - phase) / _period) + 1;
            for (var i = 0; i < k; i++)
            {
                own[i] = _detrended[(i * _period) + phase];
                ownRobustness[i] = _robustness[(i * _period) + phase];
            }

            var y = own.AsSpan(0, k);
            ReadOnlySpan<double> robustness = _isWeighted ? ownRobustness.AsSpan(0, k) : default;
            LoessSmoother.Smooth(y, _seasonalWindow, 0, Jump(_seasonalWindow), robustness, smooth.AsSpan(1, k), _weights);
            smooth[0] = LoessSmoother.At(y, _seasonalWindow, 0, 0, 1, Math.Min(_seasonalWindow, k), robustness, _weights, out var before)
                ? before
                : smooth[1];
            smooth[k + 1] = LoessSmoother.At(
                y,
                _seasonalWindow,
                0,
                k + 1,
                Math.Max(1, k - _seasonalWindow + 1),
                k,
                robustness,
                _weights,
                out var after
            )
                ? after
                : smooth[k];
            for (var m = 0; m < k + 2; m++)
            {
                _cycle[(m * _period) + phase] = smooth[m];
            }
        }
    }

    private static int Jump(int window) => (int)Math.Ceiling(window / 10.0);

    private static void Average(double[] values, int n, int length, double[] result)
    {
        var sum = 0.0;
        for (var i = 0; i < length; i++)
        {
            sum += values[i];
        }

        result[0] = sum / length;
        for (var i = length; i < n; i++)
        {
            sum += values[i] - values[i - length];
            result[i - length + 1] = sum / length;
        }
    }
}
