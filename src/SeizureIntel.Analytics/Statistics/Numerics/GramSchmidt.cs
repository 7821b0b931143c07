using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>Weighted least squares by modified Gram-Schmidt; buffers are re-used.</summary>
/// <remarks>
/// Four columns stand side by side in a vector, the target behind the last of them. Each sum runs over the rows in their order, as it would for a
/// column alone: what is computed is the same to the last bit.
/// Source: A. Bjorck, Numerical Methods for Least Squares Problems, 1996, section 2.4.
/// </remarks>
internal sealed class GramSchmidt
{
    private const double RankTolerance = 1e-11;
    private const int Width = 4;

    private Vector256<double>[] _design = [];
    private Vector256<double>[] _work = [];
    private Vector256<double>[] _shares = [];
    private Vector256<double>[] _squares = [];
    private double[] _unit = [];
    private int _columns;
    private int _rows;
    private int _blocks;

    /// <summary>Takes a design.</summary>
    /// <param name="columns">One array a coefficient.</param>
    /// <param name="rows">Length of each.</param>
    public void Reset(double[][] columns, int rows)
    {
        (_columns, _rows, _blocks) = (columns.Length, rows, (columns.Length / Width) + 1);
        if (_design.Length < _blocks * rows)
        {
            (_design, _work) = (new Vector256<double>[_blocks * rows], new Vector256<double>[_blocks * rows]);
        }

        if (_unit.Length < rows)
        {
            _unit = new double[rows];
        }

        if (_shares.Length < _blocks)
        {
            (_shares, _squares) = (new Vector256<double>[_blocks], new Vector256<double>[_blocks]);
        }

        Array.Clear(_design, 0, _blocks * rows);
        for (var j = 0; j < columns.Length; j++)
        {
            var places = Places(_design, j);
            for (var i = 0; i < rows; i++)
            {
                places[i * Width] = columns[j][i];
            }
        }
    }

    /// <summary>Solves for one set of weights; a column explained by those before it gets the coefficient 0.</summary>
    /// <param name="roots">Square roots of the weights.</param>
    /// <param name="target">What is explained, times the roots.</param>
    /// <param name="triangle">Gets the triangular factor, row after row.</param>
    /// <param name="coefficients">Gets the coefficients.</param>
    /// <param name="isEstimated">Gets whether each was estimated.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(ReadOnlySpan<double> roots, ReadOnlySpan<double> target, double[] triangle, double[] coefficients, bool[] isEstimated)
    {
        var q = _columns;
        Array.Clear(triangle);
        Weigh(roots, target);
        Span<double> original = stackalloc double[q],
            right = stackalloc double[q];
        Span<double> squares = Flat(_squares),
            shares = Flat(_shares);
        for (var j = 0; j < q; j++)
        {
            original[j] = Math.Sqrt(squares[j]);
        }

        for (var j = 0; j < q; j++)
        {
            var length = Math.Sqrt(squares[j]);
            isEstimated[j] = length > RankTolerance * original[j] && length > 0;
            right[j] = 0;
            if (!isEstimated[j])
            {
                continue;
            }

            triangle[(j * q) + j] = length;
            var column = Places(_work, j);
            for (var i = 0; i < _rows; i++)
            {
                _unit[i] = column[i * Width] / length;
            }

            for (var block = (j + 1) / Width; block < _blocks; block++)
            {
                Remove(block);
            }

            for (var k = j + 1; k < q; k++)
            {
                triangle[(j * q) + k] = shares[k];
            }

            right[j] = shares[q];
        }

        for (var j = q - 1; j >= 0; j--)
        {
            var sum = right[j];
            for (var k = j + 1; k < q; k++)
            {
                sum -= triangle[(j * q) + k] * coefficients[k];
            }

            coefficients[j] = isEstimated[j] ? sum / triangle[(j * q) + j] : 0;
        }
    }

    /// <summary>Sums of the columns times their coefficients, one a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Predict(double[][] columns, double[] coefficients, double[]? offset, Span<double> sums)
    {
        var i = 0;
        for (; i <= sums.Length - Width; i += Width)
        {
            var sum = offset is null ? Vector256<double>.Zero : Vector256.LoadUnsafe(ref offset[i]);
            for (var j = 0; j < columns.Length; j++)
            {
                sum += Vector256.LoadUnsafe(ref columns[j][i]) * Vector256.Create(coefficients[j]);
            }

            sum.StoreUnsafe(ref sums[i]);
        }

        for (; i < sums.Length; i++)
        {
            var sum = offset?[i] ?? 0;
            for (var j = 0; j < columns.Length; j++)
            {
                sum += columns[j][i] * coefficients[j];
            }

            sums[i] = sum;
        }
    }

    // The rows of a block of columns stand together; a column's numbers are a vector apart.
    private Span<double> Places(Vector256<double>[] blocks, int column) =>
        Flat(blocks).Slice(column / Width * _rows * Width, _rows * Width)[(column % Width)..];

    private static Span<double> Flat(Vector256<double>[] blocks) => MemoryMarshal.Cast<Vector256<double>, double>(blocks.AsSpan());

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Weigh(ReadOnlySpan<double> roots, ReadOnlySpan<double> target)
    {
        for (var block = 0; block < _blocks; block++)
        {
            var design = _design.AsSpan(block * _rows, _rows);
            var work = _work.AsSpan(block * _rows, _rows);
            var sum = Vector256<double>.Zero;
            for (var i = 0; i < work.Length; i++)
            {
                var weighted = design[i] * Vector256.Create(roots[i]);
                work[i] = weighted;
                sum += weighted * weighted;
            }

            _squares[block] = sum;
        }

        var last = Places(_work, _columns);
        for (var i = 0; i < _rows; i++)
        {
            last[i * Width] = target[i];
        }
    }

    // Takes from each column of a block its share of the unit column, and sums the squares of what is left.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Remove(int block)
    {
        var work = _work.AsSpan(block * _rows, _rows);
        var unit = _unit.AsSpan(0, _rows);
        var share = Vector256<double>.Zero;
        for (var i = 0; i < work.Length; i++)
        {
            share += Vector256.Create(unit[i]) * work[i];
        }

        var squares = Vector256<double>.Zero;
        for (var i = 0; i < work.Length; i++)
        {
            var left = work[i] - (share * Vector256.Create(unit[i]));
            work[i] = left;
            squares += left * left;
        }

        (_shares[block], _squares[block]) = (share, squares);
    }
}
