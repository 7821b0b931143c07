using System;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>Functions of counts that a fit needs again and again; those of small whole numbers are kept.</summary>
internal static class CountPowers
{
    private const int Kept = 512;

    private static readonly double[] Logs = Table(ComputeLog);
    private static readonly double[] Starts = Table(ComputeStart);
    private static readonly double[] Roots = Table(ComputeRoot);

    /// <summary>ln count; 0 at 0, where the deviance multiplies it by 0.</summary>
    public static double Log(double count) => IsKept(count, out var at) ? Logs[at] : ComputeLog(count);

    /// <summary>ln (count + 0.1), where the iteration starts as in R's glm.</summary>
    public static double LogOfStart(double count) => IsKept(count, out var at) ? Starts[at] : ComputeStart(count);

    /// <summary>count to the power of 2/3.</summary>
    public static double SquaredCubeRoot(double count) => IsKept(count, out var at) ? Roots[at] : ComputeRoot(count);

    private static bool IsKept(double count, out int at)
    {
        at = count < Kept ? (int)count : -1;
        return at == count;
    }

    private static double ComputeLog(double count) => count > 0 ? Math.Log(count) : 0;

    private static double ComputeStart(double count) => Math.Log(count + 0.1);

    private static double ComputeRoot(double count)
    {
        var root = Math.Cbrt(count);
        return root * root;
    }

    private static double[] Table(Func<double, double> function)
    {
        var values = new double[Kept];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = function(i);
        }

        return values;
    }
}
