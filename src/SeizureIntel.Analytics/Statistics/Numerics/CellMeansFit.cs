using System;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>Quasi-Poisson regression with one mean a level and a common log-linear trend; buffers are re-used, nothing is allocated while fitting.</summary>
/// <remarks>
/// The information matrix is a diagonal with one border, so that each step of the iteration is solved in closed form.
/// Source: P. McCullagh, J. Nelder, Generalized Linear Models, 2nd ed. 1989, section 2.5; stopping rule, start and floor of the mean as in R's glm.
/// </remarks>
internal sealed class CellMeansFit
{
    private const int MaximumIterations = 25;
    private const double Stop = 1e-8;
    private const double SmallestMean = 2.220446049250313e-16;

    private double[] _eta = [];
    private double[] _mean = [];
    private double[] _logCount = [];
    private double[] _levelWeight = [];
    private double[] _levelTime = [];
    private double[] _levelValue = [];
    private double[] _intercept = [];
    private double[] _earlier = [];
    private bool _trend;
    private double _slope;

    /// <summary>Number of rows in use.</summary>
    public int Rows { get; private set; }

    /// <summary>Number of levels; a row's level is below it.</summary>
    public int Levels { get; private set; }

    public double[] Count { get; private set; } = [];

    public double[] Time { get; private set; } = [];

    public int[] Level { get; private set; } = [];

    public double[] Offset { get; private set; } = [];

    public double[] Prior { get; private set; } = [];

    /// <summary>Working weights of the last iteration.</summary>
    public double[] Weight { get; private set; } = [];

    /// <summary>Slope per unit of time, 0 without a trend.</summary>
    public double Slope => _slope;

    /// <summary>Weighted sum of squares of time within levels; the slope's unscaled variance is its inverse.</summary>
    public double TimeSpread { get; private set; }

    /// <summary>Coefficients that were estimated.</summary>
    public int Rank { get; private set; }

    /// <summary>Makes room for rows and levels and forgets the data.</summary>
    public void Reset(int capacity, int levels)
    {
        if (Count.Length < capacity)
        {
            Count = new double[capacity];
            Time = new double[capacity];
            Level = new int[capacity];
            Offset = new double[capacity];
            Prior = new double[capacity];
            Weight = new double[capacity];
            _eta = new double[capacity];
            _mean = new double[capacity];
            _logCount = new double[capacity];
        }

        if (_levelWeight.Length < levels)
        {
            _levelWeight = new double[levels];
            _levelTime = new double[levels];
            _levelValue = new double[levels];
            _intercept = new double[levels];
            _earlier = new double[levels];
        }

        Rows = 0;
        Levels = levels;
    }

    public void Add(double count, double time, int level, double offset)
    {
        var i = Rows++;
        Count[i] = count;
        Time[i] = time;
        Level[i] = level;
        Offset[i] = offset;
        Prior[i] = 1;
        _logCount[i] = count > 0 ? Math.Log(count) : 0;
    }

    /// <summary>Fits with the prior weights that stand in <see cref="Prior"/>; false where the iteration does not converge.</summary>
    public bool Fit(bool trend)
    {
        _trend = trend;
        _slope = 0;
        var deviance = 0.0;
        for (var i = 0; i < Rows; i++)
        {
            var mean = Count[i] + 0.1;
            _mean[i] = mean;
            _eta[i] = Math.Log(mean);
            deviance += Prior[i] * ((Count[i] * (_logCount[i] - _eta[i])) + 0.1);
        }

        deviance *= 2;
        for (var iteration = 0; iteration < MaximumIterations; iteration++)
        {
            Array.Copy(_intercept, _earlier, Levels);
            var earlierSlope = _slope;
            Solve();
            var next = Evaluate();
            if (!double.IsFinite(next))
            {
                if (iteration == 0)
                {
                    return false;
                }

                for (var halving = 0; !double.IsFinite(next) && halving < MaximumIterations; halving++)
                {
                    _slope = (_slope + earlierSlope) / 2;
                    for (var l = 0; l < Levels; l++)
                    {
                        _intercept[l] = (_intercept[l] + _earlier[l]) / 2;
                    }

                    next = Evaluate();
                }
            }

            if (Math.Abs(next - deviance) / (Math.Abs(next) + 0.1) < Stop)
            {
                return true;
            }

            deviance = next;
        }

        return false;
    }

    /// <summary>Sum of weights times squared working residuals over the residual degrees of freedom.</summary>
    /// <param name="prior">Take the prior weights instead of the working weights of the last iteration.</param>
    public double Dispersion(bool prior)
    {
        var weights = prior ? Prior : Weight;
        var sum = 0.0;
        for (var i = 0; i < Rows; i++)
        {
            var residual = (Count[i] - _mean[i]) / _mean[i];
            sum += weights[i] * residual * residual;
        }

        return sum / (Rows - Rank);
    }

    /// <summary>Linear predictor at time 0 for a level, without offset; NaN if the level has no row.</summary>
    public double PredictorAtZero(int level) => _levelWeight[level] > 0 ? _intercept[level] : double.NaN;

    /// <summary>Unscaled variance of that predictor.</summary>
    public double UnscaledVarianceAtZero(int level) =>
        (1 / _levelWeight[level]) + (_trend && TimeSpread > 0 ? _levelTime[level] * _levelTime[level] / TimeSpread : 0);

    /// <summary>Sets the prior weights so that rows with large Anscombe residuals count less, as Noufaily et al. 2013, section 3.3.</summary>
    public void DownweightHighCounts(double dispersion, double threshold)
    {
        var sum = 0.0;
        for (var i = 0; i < Rows; i++)
        {
            var distance = Time[i] - _levelTime[Level[i]];
            var leverage = Weight[i] * ((1 / _levelWeight[Level[i]]) + (_trend && TimeSpread > 0 ? distance * distance / TimeSpread : 0));
            var root = Math.Exp(_eta[i] / 6);
            var residual = 1.5 * ((CubeRootOfSquare(Count[i]) / root) - (root * root * root));
            residual = residual == 0 || leverage >= 1 ? 0 : residual / Math.Sqrt(dispersion * (1 - leverage));
            var factor = residual > threshold ? 1 / (residual * residual) : 1;
            Prior[i] = factor;
            sum += factor;
        }

        var scale = Rows / sum;
        for (var i = 0; i < Rows; i++)
        {
            Prior[i] *= scale;
        }
    }

    /// <summary>Sets all prior weights to 1.</summary>
    public void WeighEqually() => Array.Fill(Prior, 1, 0, Rows);

    private static double CubeRootOfSquare(double count)
    {
        var root = Math.Cbrt(count);
        return root * root;
    }

    private void Solve()
    {
        Array.Clear(_levelWeight, 0, Levels);
        Array.Clear(_levelTime, 0, Levels);
        Array.Clear(_levelValue, 0, Levels);
        for (var i = 0; i < Rows; i++)
        {
            var weight = Prior[i] * _mean[i];
            var value = _eta[i] - Offset[i] + ((Count[i] - _mean[i]) / _mean[i]);
            var level = Level[i];
            Weight[i] = weight;
            _eta[i] = value;
            _levelWeight[level] += weight;
            _levelTime[level] += weight * Time[i];
            _levelValue[level] += weight * value;
        }

        Rank = 0;
        for (var l = 0; l < Levels; l++)
        {
            if (_levelWeight[l] > 0)
            {
                _levelTime[l] /= _levelWeight[l];
                _levelValue[l] /= _levelWeight[l];
                Rank++;
            }
        }

        _slope = 0;
        TimeSpread = 0;
        if (_trend)
        {
            double spread = 0, total = 0, product = 0;
            for (var i = 0; i < Rows; i++)
            {
                var distance = Time[i] - _levelTime[Level[i]];
                var weighted = Weight[i] * distance;
                spread += weighted * distance;
                product += weighted * (_eta[i] - _levelValue[Level[i]]);
                total += Weight[i] * Time[i] * Time[i];
            }

            // R's rank tolerance: a trend that the levels explain is left out.
            if (spread > 1e-14 * total)
            {
                TimeSpread = spread;
                _slope = product / spread;
                Rank++;
            }
        }

        for (var l = 0; l < Levels; l++)
        {
            _intercept[l] = _levelValue[l] - (_slope * _levelTime[l]);
        }
    }

    private double Evaluate()
    {
        var deviance = 0.0;
        for (var i = 0; i < Rows; i++)
        {
            var eta = _intercept[Level[i]] + (_slope * Time[i]) + Offset[i];
            var mean = Math.Max(Math.Exp(eta), SmallestMean);
            _eta[i] = eta;
            _mean[i] = mean;
            deviance += Prior[i] * ((Count[i] * (_logCount[i] - eta)) - Count[i] + mean);
        }

        return 2 * deviance;
    }
}
