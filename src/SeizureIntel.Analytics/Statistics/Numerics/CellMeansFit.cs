using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>Quasi-Poisson regression with one mean a level and a common log-linear trend; buffers are re-used, nothing is allocated while fitting.</summary>
/// <remarks>
/// The information matrix is a diagonal with one border, so that each step of the iteration is solved in closed form from five sums a level, gathered
/// in one walk over the rows.
/// Rows of a level stand together, four a block; a block's unused places repeat the last row with weight 0. Time is measured from the mean time of the level.
/// Source: P. McCullagh, J. Nelder, Generalized Linear Models, 2nd ed. 1989, section 2.5; stopping rule, start and floor of the mean as in R's glm.
/// </remarks>
internal sealed class CellMeansFit
{
    private const int MaximumIterations = 25;
    private const double Stop = 1e-8;
    private const double SmallestMean = 2.220446049250313e-16;
    private const int Width = 4;

    private Vector256<double>[] _count = [];
    private Vector256<double>[] _time = [];
    private Vector256<double>[] _offset = [];
    private Vector256<double>[] _logCount = [];
    private Vector256<double>[] _logStart = [];
    private Vector256<double>[] _root = [];
    private Vector256<double>[] _isRow = [];
    private Vector256<double>[] _prior = [];
    private Vector256<double>[] _mean = [];
    private Vector256<double>[] _earlierMean = [];
    private LevelSums[] _sums = [];
    private Level[] _levels = [];
    private bool _trend;
    private double _slope;
    private int _level;
    private int _places;

    /// <summary>Number of rows in use.</summary>
    public int Rows { get; private set; }

    /// <summary>Slope per unit of time, 0 without a trend.</summary>
    public double Slope => _slope;

    /// <summary>Weighted sum of squares of time within levels; the slope's unscaled variance is its inverse.</summary>
    public double TimeSpread { get; private set; }

    /// <summary>Coefficients that were estimated.</summary>
    public int Rank { get; private set; }

    /// <summary>Whether the last fit ended at the largest number of iterations, with finite values but without convergence.</summary>
    public bool IsUnfinished { get; private set; }

    /// <summary>Makes room for rows and levels and forgets the data.</summary>
    public void Reset(int capacity, int levels)
    {
        var blocks = (capacity / Width) + levels;
        if (_count.Length < blocks)
        {
            _count = new Vector256<double>[blocks];
            _time = new Vector256<double>[blocks];
            _offset = new Vector256<double>[blocks];
            _logCount = new Vector256<double>[blocks];
            _logStart = new Vector256<double>[blocks];
            _root = new Vector256<double>[blocks];
            _isRow = new Vector256<double>[blocks];
            _prior = new Vector256<double>[blocks];
            _mean = new Vector256<double>[blocks];
            _earlierMean = new Vector256<double>[blocks];
        }

        if (_levels.Length != levels)
        {
            _levels = new Level[levels];
            _sums = new LevelSums[levels];
        }

        Array.Clear(_levels);
        Rows = 0;
        _level = 0;
        _places = 0;
    }

    /// <summary>Adds a row; levels must not fall from row to row.</summary>
    public void Add(double count, double time, int level, double offset)
    {
        if (level != _level)
        {
            CloseLevels(level);
        }

        Put(count, time, offset, 1);
        Rows++;
    }

    /// <summary>Ends the adding of rows: all have the prior weight 1.</summary>
    public void Close()
    {
        CloseLevels(_levels.Length);
        WeighEqually();
    }

    /// <summary>Sets all prior weights to 1.</summary>
    public void WeighEqually() => Array.Copy(_isRow, _prior, _places / Width);

    /// <summary>Fits with the prior weights; false where the iteration does not converge.</summary>
    public bool Fit(bool trend)
    {
        _trend = trend;
        IsUnfinished = false;
        var deviance = Start();
        for (var iteration = 0; iteration < MaximumIterations; iteration++)
        {
            var earlierSlope = _slope;
            Solve();
            (_mean, _earlierMean) = (_earlierMean, _mean);
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
                    foreach (ref var level in _levels.AsSpan())
                    {
                        level.Intercept = (level.Intercept + level.EarlierIntercept) / 2;
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

        IsUnfinished = double.IsFinite(deviance);
        return false;
    }

    /// <summary>Sum of weights times squared working residuals over the residual degrees of freedom.</summary>
    /// <param name="prior">Take the prior weights instead of the working weights of the last iteration.</param>
    public double Dispersion(bool prior)
    {
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < _places / Width; i++)
        {
            var residual = (_count[i] - _mean[i]) / _mean[i];
            var weight = prior ? _prior[i] : _prior[i] * _earlierMean[i];
            sum += weight * residual * residual;
        }

        return Vector256.Sum(sum) / (Rows - Rank);
    }

    /// <summary>Linear predictor of a level at a time, without offset; NaN if the level has no row.</summary>
    public double Predictor(int level, double time) =>
        _levels[level].Weight > 0 ? _levels[level].Intercept + (_slope * (time - _levels[level].Center)) : double.NaN;

    /// <summary>Unscaled variance of that predictor.</summary>
    public double UnscaledVariance(int level, double time)
    {
        var distance = _levels[level].Center + _levels[level].MeanTime - time;
        return (1 / _levels[level].Weight) + (_trend && TimeSpread > 0 ? distance * distance / TimeSpread : 0);
    }

    /// <summary>Sets the prior weights so that rows with large Anscombe residuals count less, as Noufaily et al. 2013, section 3.3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void DownweightHighCounts(double dispersion, double threshold)
    {
        var sum = Vector256<double>.Zero;
        var (one, zero) = (Vector256<double>.One, Vector256<double>.Zero);
        var inverseSpread = Vector256.Create(_trend && TimeSpread > 0 ? 1 / TimeSpread : 0);
        foreach (ref readonly var level in _levels.AsSpan())
        {
            var (intercept, slope) = (Vector256.Create(level.Intercept), Vector256.Create(_slope));
            var (inverseWeight, meanTime) = (Vector256.Create(1 / level.Weight), Vector256.Create(level.MeanTime));
            for (var i = level.First; i < level.End; i++)
            {
                var distance = _time[i] - meanTime;
                var leverage = _prior[i] * _earlierMean[i] * (inverseWeight + (distance * distance * inverseSpread));
                var sixthRoot = Vector256.Exp((intercept + (slope * _time[i]) + _offset[i]) / 6);
                var residual = 1.5 * ((_root[i] / sixthRoot) - (sixthRoot * sixthRoot * sixthRoot));
                var scaled = residual / Vector256.Sqrt(dispersion * (one - leverage));
                scaled = Vector256.ConditionalSelect(
                    Vector256.Equals(residual, zero) | Vector256.GreaterThanOrEqual(leverage, one),
                    zero,
                    scaled
                );
                var factor = Vector256.ConditionalSelect(
                    Vector256.GreaterThan(scaled, Vector256.Create(threshold)),
                    one / (scaled * scaled),
                    one
                );
                _prior[i] = factor * _isRow[i];
                sum += _prior[i];
            }
        }

        var scale = Vector256.Create(Rows / Vector256.Sum(sum));
        for (var i = 0; i < _places / Width; i++)
        {
            _prior[i] *= scale;
        }
    }

    private static Span<double> Places(Vector256<double>[] blocks) => MemoryMarshal.Cast<Vector256<double>, double>(blocks.AsSpan());

    private void Put(double count, double time, double offset, double isRow)
    {
        var at = _places++;
        Places(_count)[at] = count;
        Places(_time)[at] = time;
        Places(_offset)[at] = offset;
        Places(_logCount)[at] = CountPowers.Log(count);
        Places(_logStart)[at] = CountPowers.LogOfStart(count);
        Places(_root)[at] = CountPowers.SquaredCubeRoot(count);
        Places(_isRow)[at] = isRow;
    }

    private void CloseLevels(int next)
    {
        if (next < _level)
        {
            throw new ArgumentOutOfRangeException(
                nameof(next),
                next,
                $"Rows of level {_level} were added before; expected a level not below it."
            );
        }

        for (; _level < next; _level++)
        {
            ref var level = ref _levels[_level];
            level.First = _level == 0 ? 0 : _levels[_level - 1].End;
            var time = Places(_time)[(level.First * Width).._places];
            var center = 0.0;
            foreach (var t in time)
            {
                center += t;
            }

            level.Center = time.IsEmpty ? 0 : center / time.Length;
            // Where all rows of a level have one time, its differences are exactly 0 and tell nothing of a trend.
            if (!time.IsEmpty && !time.ContainsAnyExcept(time[0]))
            {
                level.Center = time[0];
            }

            foreach (ref var t in time)
            {
                t -= level.Center;
            }

            while (_places % Width > 0)
            {
                Put(Places(_count)[_places - 1], Places(_time)[_places - 1], Places(_offset)[_places - 1], 0);
            }

            level.End = _places / Width;
        }
    }

    // The first weights and working values come from the counts alone; with coefficients of 0 the first step is one like all others.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Start()
    {
        var deviance = Vector256<double>.Zero;
        _slope = 0;
        for (var l = 0; l < _levels.Length; l++)
        {
            ref var level = ref _levels[l];
            level.Intercept = 0;
            Vector256<double> weights = default,
                times = default,
                squares = default,
                residuals = default,
                products = default;
            for (var i = level.First; i < level.End; i++)
            {
                var (count, time, prior) = (_count[i], _time[i], _prior[i]);
                var mean = count + Vector256.Create(0.1);
                _mean[i] = mean;
                deviance += prior * ((count * (_logCount[i] - _logStart[i])) + Vector256.Create(0.1));
                var weight = prior * mean;
                var residual = (weight * (_logStart[i] - _offset[i])) - (prior * 0.1);
                weights += weight;
                times += weight * time;
                squares += weight * time * time;
                residuals += residual;
                products += residual * time;
            }

            _sums[l] = new LevelSums(
                Vector256.Sum(weights),
                Vector256.Sum(times),
                Vector256.Sum(squares),
                Vector256.Sum(residuals),
                Vector256.Sum(products)
            );
        }

        return 2 * Vector256.Sum(deviance);
    }

    private void Solve()
    {
        Rank = 0;
        double spread = 0,
            total = 0,
            product = 0;
        for (var l = 0; l < _levels.Length; l++)
        {
            ref var level = ref _levels[l];
            ref readonly var sums = ref _sums[l];
            level.Weight = sums.Weight;
            level.EarlierIntercept = level.Intercept;
            if (!(sums.Weight > 0))
            {
                continue;
            }

            Rank++;
            level.MeanTime = sums.Time / sums.Weight;
            spread += sums.Square - (sums.Time * level.MeanTime);
            product += sums.Product - (sums.Residual * level.MeanTime);
            total += sums.Square + (level.Center * ((2 * sums.Time) + (level.Center * sums.Weight)));
        }

        // R's rank tolerance: a trend that the levels explain is left out.
        var isTrendKnown = _trend && spread > 1e-14 * total;
        var step = isTrendKnown ? product / spread : -_slope;
        TimeSpread = isTrendKnown ? spread : 0;
        _slope += step;
        Rank += isTrendKnown ? 1 : 0;
        for (var l = 0; l < _levels.Length; l++)
        {
            ref var level = ref _levels[l];
            if (level.Weight > 0)
            {
                level.Intercept += (_sums[l].Residual / level.Weight) - (step * level.MeanTime);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Evaluate()
    {
        var deviance = Vector256<double>.Zero;
        var (slope, smallest) = (Vector256.Create(_slope), Vector256.Create(SmallestMean));
        for (var l = 0; l < _levels.Length; l++)
        {
            ref readonly var level = ref _levels[l];
            var intercept = Vector256.Create(level.Intercept);
            Vector256<double> weights = default,
                times = default,
                squares = default,
                residuals = default,
                products = default;
            for (var i = level.First; i < level.End; i++)
            {
                var (count, time, prior) = (_count[i], _time[i], _prior[i]);
                var eta = intercept + (slope * time) + _offset[i];
                var mean = Vector256.Max(Vector256.Exp(eta), smallest);
                _mean[i] = mean;
                deviance += prior * ((count * (_logCount[i] - eta)) - count + mean);
                var weight = prior * mean;
                var residual = prior * (count - mean);
                weights += weight;
                times += weight * time;
                squares += weight * time * time;
                residuals += residual;
                products += residual * time;
            }

            _sums[l] = new LevelSums(
                Vector256.Sum(weights),
                Vector256.Sum(times),
                Vector256.Sum(squares),
                Vector256.Sum(residuals),
                Vector256.Sum(products)
            );
        }

        return 2 * Vector256.Sum(deviance);
    }

    /// <summary>What a step needs of a level: sums of weights, of weights times time and its square, of residuals and of residuals times time.</summary>
    private readonly record struct LevelSums(double Weight, double Time, double Square, double Residual, double Product);

    private record struct Level
    {
        // Blocks of the level's rows, from the first up to but without the last.
        public int First;
        public int End;
        public double Center;

        // Of the last step solved: sum of weights, weighted mean of the time from the center.
        public double Weight;
        public double MeanTime;
        public double Intercept;
        public double EarlierIntercept;
    }
}
