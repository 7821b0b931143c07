using System;
using System.Collections.Concurrent;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>Columns of a regression on time and the yearly harmonics.</summary>
internal static class HarmonicDesign
{
    private const int LongestKept = 4096;

    // Every series of a study has the same waves.
    private static readonly ConcurrentDictionary<(int PeriodsPerYear, int Harmonic), (double[] Cosine, double[] Sine)> Waves = [];

    /// <summary>Intercept, time (if wanted), then cosine and sine of each harmonic.</summary>
    /// <param name="periods">Period numbers, ascending from 1.</param>
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
            var (cosines, sines) = WaveOf(periodsPerYear, h, periods.IsEmpty ? 0 : periods[^1]);
            for (var i = 0; i < periods.Length; i++)
            {
                (cosine[i], sine[i]) = (cosines[periods[i]], sines[periods[i]]);
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

    // Cosine and sine of a harmonic (from 0) by period, up to a period at least.
    private static (double[] Cosine, double[] Sine) WaveOf(int periodsPerYear, int harmonic, int last)
    {
        if (Waves.TryGetValue((periodsPerYear, harmonic), out var kept) && kept.Cosine.Length > last)
        {
            return kept;
        }

        var wave = (Cosine: new double[last + 1], Sine: new double[last + 1]);
        for (var period = 0; period <= last; period++)
        {
            var angle = 2 * Math.PI * (harmonic + 1) * period / periodsPerYear;
            (wave.Cosine[period], wave.Sine[period]) = (Math.Cos(angle), Math.Sin(angle));
        }

        if (last <= LongestKept)
        {
            Waves[(periodsPerYear, harmonic)] = wave;
        }

        return wave;
    }
}
