using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Trends;

/// <summary>A change of level: a lasting one, or an episode with a beginning and an end.</summary>
/// <param name="From">First week of the level before.</param>
/// <param name="Change">First week of the change.</param>
/// <param name="To">Week after its last: the next change or the end of the series, for an episode its own end.</param>
/// <param name="Sides">A week each: 0 outside of the change, 1 inside, −1 neither.</param>
/// <param name="IsEpisode">Whether the level after it is again that of before.</param>
internal sealed record LevelStep(int From, int Change, int To, sbyte[] Sides, bool IsEpisode)
{
    // Less than half of either change is left, and either less than what a change must be to be told or nothing that is certain.
    private const double Undone = 0.5;
    private const double UncertainFrom = 0.05;

    private static readonly double LeastLogRatio = Math.Log(1.5);

    /// <summary>Takes opposite changes that undo each other as one episode, the shortest first; what remains are lasting changes.</summary>
    /// <param name="counts">Events a week; NaN = missing.</param>
    /// <param name="exposure">Exposure a week.</param>
    /// <param name="changes">First weeks of the levels after the first, ascending.</param>
    /// <param name="dispersion">Variance over mean, 1 or more.</param>
    /// <returns>The changes by week.</returns>
    public static IReadOnlyList<LevelStep> Of(double[] counts, double[] exposure, IReadOnlyList<int> changes, double dispersion)
    {
        List<int> lasting = [.. changes];
        List<(int Begin, int End)> episodes = [];
        while (Shortest(counts, exposure, lasting, episodes, dispersion) is { } next)
        {
            episodes.Add((lasting[next], lasting[next + 1]));
            lasting.RemoveRange(next, 2);
        }

        List<LevelStep> steps = [];
        for (int i = 0; i < lasting.Count; i++)
        {
            (int from, int to) = (i == 0 ? 0 : lasting[i - 1], i + 1 < lasting.Count ? lasting[i + 1] : counts.Length);
            steps.Add(new LevelStep(from, lasting[i], to, Mark(counts.Length, (from, to), (lasting[i], to), episodes), false));
        }

        foreach ((int begin, int end) in episodes)
        {
            // Changes within an episode that encloses them are compared with its level, others with the one around.
            int from = episodes
                    .Where(e => e.Begin < begin && end < e.End)
                    .Select(e => e.Begin)
                    .Concat(lasting)
                    .Where(c => c <= begin)
                    .Append(0)
                    .Max(),
                to = episodes
                    .Where(e => e.Begin < begin && end < e.End)
                    .Select(e => e.End)
                    .Concat(lasting)
                    .Where(c => c >= end)
                    .Append(counts.Length)
                    .Min();
            (int, int)[] others = [.. episodes.Where(e => e != (begin, end) && !(e.Begin < begin && end < e.End))];
            steps.Add(new LevelStep(from, begin, end, Mark(counts.Length, (from, to), (begin, end), others), true));
        }

        return [.. steps.OrderBy(s => s.Change)];
    }

    private static sbyte[] Mark(
        int weeks,
        (int From, int To) around,
        (int From, int To) inside,
        IReadOnlyList<(int Begin, int End)> without
    )
    {
        var sides = new sbyte[weeks];
        for (int i = 0; i < weeks; i++)
        {
            sides[i] =
                i < around.From || i >= around.To || without.Any(e => i >= e.Begin && i < e.End) ? (sbyte)-1
                : i >= inside.From && i < inside.To ? (sbyte)1
                : (sbyte)0;
        }

        return sides;
    }

    // Place of the first of two neighbouring changes that undo each other, those with the least time between them; null where none do.
    private static int? Shortest(
        double[] counts,
        double[] exposure,
        List<int> lasting,
        List<(int Begin, int End)> episodes,
        double dispersion
    )
    {
        int? shortest = null;
        for (int i = 0; i + 1 < lasting.Count; i++)
        {
            (int begin, int end) = (lasting[i], lasting[i + 1]);
            if (shortest is { } best && end - begin >= lasting[best + 1] - lasting[best])
                continue;
            (int from, int to) = (i == 0 ? 0 : lasting[i - 1], i + 2 < lasting.Count ? lasting[i + 2] : counts.Length);
            if (
                Between((from, begin), (begin, end)) is not { } there
                || Between((begin, end), (end, to)) is not { } back
                || Between((from, begin), (end, to)) is not { } net
                || Math.Sign(there.LogRatio) != -Math.Sign(back.LogRatio)
            )
                continue;
            double left = Math.Abs(net.LogRatio);
            if (
                left < Undone * Math.Min(Math.Abs(there.LogRatio), Math.Abs(back.LogRatio))
                && (left < LeastLogRatio || net.P > UncertainFrom)
            )
                shortest = i;
        }

        return shortest;

        LevelChange? Between((int From, int To) one, (int From, int To) other)
        {
            sbyte[] sides = Mark(counts.Length, (one.From, other.To), other, episodes);
            for (int i = one.To; i < other.From; i++)
                sides[i] = -1;
            return LevelChange.Of(counts, exposure, sides, dispersion);
        }
    }
}
