using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Counting;

namespace SeizureIntel.Analytics.Trends;

/// <summary>A place for every series of goods crossed with one field. Rows with the same goods and the same values belong to the same series: which
/// those are is looked up once for all of them.</summary>
internal sealed class SeriesSlots
{
    private readonly List<(int Good, int Code)> _slots = [];
    private readonly List<int> _totals = [];
    private readonly List<int[]> _ofCombination = [];
    private readonly int[] _combinations;

    private SeriesSlots(int rows) => _combinations = new int[rows];

    /// <summary>Cases of each series.</summary>
    public IReadOnlyList<int> Totals => _totals;

    /// <summary>Counts the cases of every series.</summary>
    /// <param name="frame">The seizures.</param>
    /// <param name="order">Rows, those of a case next to each other.</param>
    /// <param name="goods">Goods of the rows.</param>
    /// <param name="column">The field they are crossed with; null for goods alone.</param>
    /// <param name="rolled">The same field with the parents of its codes.</param>
    public static SeriesSlots Of(SeizureFrame frame, int[] order, Goods goods, FrameColumn? column, RolledColumn? rolled)
    {
        var slots = new SeriesSlots(order.Length);
        var combinations = new Dictionary<(int Pair, int Set), int>();
        var known = new Dictionary<(int Good, int Code), int>();
        var codes = new List<int>();
        var last = new List<int>();
        for (int i = 0; i < order.Length; i++)
        {
            int row = order[i];
            (int Pair, int Set) key = (goods.PairAt(i), column?.SetOf(row) ?? 0);
            if (!combinations.TryGetValue(key, out int combination))
            {
                combinations[key] = combination = slots._ofCombination.Count;
                slots._ofCombination.Add(Slots(row, key.Pair));
            }

            slots._combinations[i] = combination;
            foreach (int slot in slots._ofCombination[combination])
            {
                if (last[slot] == frame.Cases[row])
                    continue;
                last[slot] = frame.Cases[row];
                slots._totals[slot]++;
            }
        }

        return slots;

        // The code behind the last stands for all rows in which the field is known.
        int[] Slots(int row, int pair)
        {
            codes.Clear();
            rolled?.Add(row, codes);
            if (rolled is null)
                codes.Add(0);
            else if (codes.Count > 0)
                codes.Add(rolled.Codes.Count);
            var found = new List<int>();
            foreach (int good in goods.Of(pair))
            {
                foreach (int code in codes)
                {
                    if (!known.TryGetValue((good, code), out int slot))
                    {
                        known[(good, code)] = slot = slots._slots.Count;
                        slots._slots.Add((good, code));
                        slots._totals.Add(0);
                        last.Add(-1);
                    }

                    found.Add(slot);
                }
            }

            return [.. found];
        }
    }

    /// <summary>The goods of a series.</summary>
    public int GoodOf(int slot) => _slots[slot].Good;

    /// <summary>The code of a series; behind the last for all codes.</summary>
    public int CodeOf(int slot) => _slots[slot].Code;

    /// <summary>Cases of each series by period and by reporter; null where there are too few.</summary>
    /// <param name="frame">The seizures.</param>
    /// <param name="order">The rows that were counted.</param>
    /// <param name="periodOf">Period of each seizure.</param>
    /// <param name="periods">Number of periods.</param>
    /// <param name="fewest">Fewer cases are too few.</param>
    public (int[] Counts, int[] Reporters)?[] Count(SeizureFrame frame, int[] order, int[] periodOf, int periods, int fewest)
    {
        FrameColumn reporter = frame["reporting_country"];
        var counts = new (int[] Counts, int[] Reporters)?[_slots.Count];
        for (int slot = 0; slot < counts.Length; slot++)
        {
            if (_totals[slot] >= fewest)
                counts[slot] = (new int[periods], new int[reporter.Values.Count]);
        }

        int[][] kept = [.. _ofCombination];
        for (int i = 0; i < kept.Length; i++)
            kept[i] = Array.FindAll(kept[i], slot => counts[slot] is not null);
        var last = new int[_slots.Count];
        Array.Fill(last, -1);
        for (int i = 0; i < order.Length; i++)
        {
            int row = order[i],
                seizureCase = frame.Cases[row],
                period = periodOf[row],
                by = reporter.First(row);
            foreach (int slot in kept[_combinations[i]])
            {
                if (last[slot] == seizureCase)
                    continue;
                last[slot] = seizureCase;
                (int[] ofPeriod, int[] ofReporter) = counts[slot]!.Value;
                ofPeriod[period]++;
                ofReporter[by]++;
            }
        }

        return counts;
    }
}
