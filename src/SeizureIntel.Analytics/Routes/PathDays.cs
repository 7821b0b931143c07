using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using SeizureIntel.Analytics.Counting;

namespace SeizureIntel.Analytics.Routes;

/// <summary>The seizures of some routes with some goods, and how many seizures of the goods there are by day: gathered in one pass for all pairs of
/// routes that are compared.</summary>
internal sealed class PathDays
{
    private readonly CellCounts _paths;
    private readonly Dictionary<int, (int Day, int Reporter, int Count)[]> _seizures = [];
    private readonly Dictionary<int, (int[] All, int[] Known)> _goods = [];
    private readonly int _firstDay;

    /// <summary>Gathers the routes.</summary>
    /// <param name="frame">The seizures.</param>
    /// <param name="plan">The windows; a seizure in none of them is left out.</param>
    /// <param name="goods">The goods.</param>
    /// <param name="paths">Counts of whole routes by goods.</param>
    /// <param name="cells">Numbers of the routes asked for, in those counts.</param>
    public PathDays(SeizureFrame frame, WindowPlan plan, GoodsLines goods, CellCounts paths, IEnumerable<int> cells)
    {
        _paths = paths;
        if (frame.Span is not { } span)
            return;
        _firstDay = span.First.DayNumber;
        int days = span.Last.DayNumber - _firstDay + 1;
        var gathered = new Dictionary<int, Dictionary<(int Day, int Reporter), int>>();
        foreach (int cell in cells)
        {
            gathered.TryAdd(cell, []);
            _goods.TryAdd(paths[cell].Second, (new int[days + 1], new int[days + 1]));
        }

        FrameColumn path = frame["path"],
            reporter = frame["reporting_country"];
        for (int row = 0; row < frame.Count && _goods.Count > 0; row++)
        {
            if (plan.OfRow[row] < 0)
                continue;
            int on = path.First(row),
                next = frame.Days[row] - _firstDay + 1;
            bool isKnown = path.IsKnown(on);
            foreach (int good in goods.Of(row))
            {
                if (!_goods.TryGetValue(good, out (int[] All, int[] Known) counts))
                    continue;
                counts.All[next]++;
                if (!isKnown)
                    continue;
                counts.Known[next]++;
                if (gathered.TryGetValue(paths.Find(on, good), out Dictionary<(int, int), int>? of))
                    CollectionsMarshal.GetValueRefOrAddDefault(of, (frame.Days[row], reporter.First(row)), out _)++;
            }
        }

        foreach ((int cell, Dictionary<(int Day, int Reporter), int> of) in gathered)
            _seizures[cell] = [.. of.Select(s => (s.Key.Day, s.Key.Reporter, s.Value))];
        foreach ((int[] all, int[] known) in _goods.Values)
        {
            for (int day = 1; day <= days; day++)
            {
                all[day] += all[day - 1];
                known[day] += known[day - 1];
            }
        }
    }

    /// <summary>Seizures of a route with its goods by day number and reporter.</summary>
    public ReadOnlySpan<(int Day, int Reporter, int Count)> Seizures(int cell) => _seizures[cell];

    /// <summary>Seizures of a route's goods from one day number to another, and those of them with a known route.</summary>
    public (int Known, int Of) Goods(int cell, int from, int to)
    {
        (int[] all, int[] known) = _goods[_paths[cell].Second];
        int first = Math.Clamp(from - _firstDay, 0, all.Length - 1),
            last = Math.Clamp(to - _firstDay + 1, first, all.Length - 1);
        return (known[last] - known[first], all[last] - all[first]);
    }
}
