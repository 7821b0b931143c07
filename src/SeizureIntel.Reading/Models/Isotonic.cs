using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Reading.Models;

/// <summary>Turns a model's probabilities into the shares that were right of texts it had not seen.</summary>
internal static class Isotonic
{
    // Nothing that was learned from some thousand texts is certain.
    private const double Least = 0.01;

    /// <summary>The rising steps that lie nearest to what was right, lowest first; none for no predictions.</summary>
    /// <remarks>Assumes that a likelier prediction is no less often right. Source: M. Ayer et al., An empirical distribution function for sampling with
    /// incomplete information, Annals of Mathematical Statistics 26 (1955), p. 641 (pool adjacent violators); B. Zadrozny, C. Elkan, Transforming
    /// classifier scores into accurate multiclass probability estimates, KDD 2002, section 3.</remarks>
    public static IReadOnlyList<CalibrationStep> Of(IEnumerable<(double Probability, bool IsRight)> predictions)
    {
        var pools = new List<(double UpTo, int Right, int All)>();
        foreach (IGrouping<double, bool> same in predictions.GroupBy(p => p.Probability, p => p.IsRight).OrderBy(g => g.Key))
        {
            pools.Add((same.Key, same.Count(right => right), same.Count()));
            while (pools.Count > 1 && (long)pools[^2].Right * pools[^1].All >= (long)pools[^1].Right * pools[^2].All)
            {
                (double upTo, int right, int all) = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                pools[^1] = (upTo, pools[^1].Right + right, pools[^1].All + all);
            }
        }

        return [.. pools.Select(p => new CalibrationStep(p.UpTo, Math.Clamp((double)p.Right / p.All, Least, 1 - Least)))];
    }

    /// <summary>What a probability is worth; itself where there are no steps.</summary>
    public static double Realised(IReadOnlyList<CalibrationStep> steps, double probability)
    {
        if (steps.Count == 0)
            return probability;
        foreach (CalibrationStep step in steps)
        {
            if (probability <= step.UpTo)
                return step.Realised;
        }

        return steps[^1].Realised;
    }
}
