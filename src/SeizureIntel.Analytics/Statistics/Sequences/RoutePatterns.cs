using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Statistics.Sequences;

/// <summary>Partial routes that many routes share.</summary>
public static class RoutePatterns
{
    /// <summary>Finds the frequent partial routes.</summary>
    /// <param name="routes">Places of each route in order; repeats are kept as they are.</param>
    /// <param name="fewest">Fewest routes that must hold a pattern, at least 1.</param>
    /// <param name="longest">Most places of a pattern, at least 1.</param>
    /// <param name="isContiguous">Whether the places must follow one another directly; else other places may lie between.</param>
    /// <param name="weights">How many times each route was taken, in their order, each at least 1; null = once each.</param>
    /// <returns>Patterns of one place and more with the number of routes that hold them, in the order of their places (ordinal).</returns>
    /// <exception cref="ArgumentOutOfRangeException">A bound is below 1.</exception>
    /// <exception cref="ArgumentException">There are not as many weights as routes.</exception>
    /// <remarks>Assumes nothing. Output-bound. Source: J. Pei et al., Mining sequential patterns by pattern-growth: the PrefixSpan approach, IEEE
    /// Transactions on Knowledge and Data Engineering 16 (2004), section 3.2 (pseudo-projection).</remarks>
    public static IReadOnlyList<SequencePattern> Mine(
        IReadOnlyList<IReadOnlyList<string>> routes,
        int fewest,
        int longest,
        bool isContiguous,
        IReadOnlyList<int>? weights = null
    )
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentOutOfRangeException.ThrowIfLessThan(fewest, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        ThrowIfUneven(routes, weights);
        var names = routes.SelectMany(r => r).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var numbers = names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        var rows = routes.Select(r => r.Select(s => numbers[s]).ToArray()).ToArray();
        var found = new List<SequencePattern>();
        var starts = new List<(int Row, int Next)>();
        for (var row = 0; row < rows.Length; row++)
        {
            starts.Add((row, 0));
        }

        Grow([], starts);
        return found;

        void Grow(int[] prefix, List<(int Row, int Next)> projection)
        {
            // The first step may stand anywhere, also in a contiguous pattern.
            var isFree = !isContiguous || prefix.Length == 0;
            var next = new Dictionary<int, List<(int Row, int Next)>>();
            foreach (var (row, at) in projection)
            {
                var route = rows[row];
                var end = isFree ? route.Length : Math.Min(at + 1, route.Length);
                for (var i = at; i < end; i++)
                {
                    if (!next.TryGetValue(route[i], out var places))
                    {
                        next[route[i]] = places = [];
                    }

                    // Gapped: the earliest end is enough. Contiguous: every end may be continued.
                    if (isContiguous || places.Count == 0 || places[^1].Row != row)
                    {
                        places.Add((row, i + 1));
                    }
                }
            }

            foreach (var (step, places) in next.OrderBy(n => n.Key))
            {
                var count = CountRows(places, weights);
                if (count < fewest)
                {
                    continue;
                }

                int[] pattern = [.. prefix, step];
                found.Add(new SequencePattern([.. pattern.Select(s => names[s])], count));
                if (pattern.Length < longest)
                {
                    Grow(pattern, places);
                }
            }
        }
    }

    /// <summary>Patterns that no longer pattern with the same count contains.</summary>
    /// <param name="patterns">Patterns as <see cref="Mine"/> gives them; mine one place more than is shown, so that the longest ones are judged too.</param>
    /// <param name="isContiguous">As they were mined.</param>
    /// <returns>The closed ones, in the order given.</returns>
    /// <remarks>Assumes a complete set of patterns up to one length. Linear in the total length squared. Source: X. Yan, J. Han, R. Afshar, CloSpan:
    /// mining closed sequential patterns in large databases, SDM 2003, section 2.</remarks>
    public static IReadOnlyList<SequencePattern> Closed(IReadOnlyList<SequencePattern> patterns, bool isContiguous)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        var covered = new HashSet<(string Key, int Count)>();
        foreach (var pattern in patterns)
        {
            for (var i = 0; i < pattern.Steps.Count; i++)
            {
                if (!isContiguous || i == 0 || i == pattern.Steps.Count - 1)
                {
                    covered.Add((string.Join('\u001f', pattern.Steps.Where((_, j) => j != i)), pattern.Count));
                }
            }
        }

        return [.. patterns.Where(p => !covered.Contains((string.Join('\u001f', p.Steps), p.Count)))];
    }

    internal static void ThrowIfUneven(IReadOnlyList<IReadOnlyList<string>> routes, IReadOnlyList<int>? weights)
    {
        if (weights is not null && weights.Count != routes.Count)
        {
            throw new ArgumentException(
                $"{routes.Count} routes and {weights.Count} weights; expected one weight a route.",
                nameof(weights)
            );
        }
    }

    private static int CountRows(List<(int Row, int Next)> places, IReadOnlyList<int>? weights)
    {
        var count = 0;
        var last = -1;
        foreach (var (row, _) in places)
        {
            count += row != last ? weights?[row] ?? 1 : 0;
            last = row;
        }

        return count;
    }
}
