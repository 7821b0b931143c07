using System;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>Columns of a regression on time and the yearly harmonics.</summary>
internal static class HarmonicDesign
{
    /// <summary>Intercept, time (if wanted), then cosine and sine of each harmonic.</summary>
    /// <param name="periods">Period numbers, from 1.</param>
    /// <param name="periodsPerYear">Periods a year.</param>
    /// <param name="harmonics">Number of harmonics.</param>
    /// <param name="times">Time of each period in years; null = no trend.</param>
    public static double[][] Columns(ReadOnlySpan<int> periods, int periodsPerYear, int harmonics, double[]? times)
    {
        var first = times is null ? 1 : 2;
        var columns = new double[first + (2 * harmonics)][];
        columns[0] = new double[periods.Length];
        Array.Fill(columns[0], 1);
        if (times is not null)
        {
            columns[1] = times;
        }

        for (var h = 0; h < harmonics; h++)
        {
            var cosine = columns[first + (2 * h)] = new double[periods.Length];
            var sine = columns[first + (2 * h) + 1] = new double[periods.Length];
            for (var i = 0; i < periods.Length; i++)
            {
                var angle = 2 * Math.PI * (h + 1) * periods[i] / periodsPerYear;
                cosine[i] = Math.Cos(angle);
                sine[i] = Math.Sin(angle);
            }
        }

        return columns;
    }

    /// <summary>Period numbers from 1 of the counts that are there, and those counts.</summary>
    public static (int[] Periods, double[] Counts) Present(ReadOnlySpan<double> counts, int first = 0)
    {
        var kept = 0;
        for (var i = first; i < counts.Length; i++)
        {
            kept += double.IsNaN(counts[i]) ? 0 : 1;
        }

        var periods = new int[kept];
        var values = new double[kept];
        kept = 0;
        for (var i = first; i < counts.Length; i++)
        {
            if (!double.IsNaN(counts[i]))
            {
                if (!(counts[i] >= 0))
                {
                    throw new ArgumentException($"Period {i} holds {counts[i]}; expected a count of 0 or more.", nameof(counts));
                }

                periods[kept] = i + 1;
                values[kept++] = counts[i];
            }
        }

        return (periods, values);
    }

    /// <summary>Linear predictor of one period.</summary>
    public static double Predict(ReadOnlySpan<double> coefficients, int period, int periodsPerYear, int harmonics, double? time)
    {
        var first = time is null ? 1 : 2;
        var sum = coefficients[0] + (time is { } t ? coefficients[1] * t : 0);
        for (var h = 0; h < harmonics; h++)
        {
            var angle = 2 * Math.PI * (h + 1) * period / periodsPerYear;
            sum += (coefficients[first + (2 * h)] * Math.Cos(angle)) + (coefficients[first + (2 * h) + 1] * Math.Sin(angle));
        }

        return sum;
    }
}
