using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Associations;

namespace SeizureIntel.Analytics.Concealment;

/// <summary>The table of an association within each reporter, from the lists of patterns that hold each item.</summary>
internal sealed class ReporterStrata(ItemPatterns patterns, int reporters)
{
    private readonly Dictionary<int, int[][]> _holding = [];
    private readonly Dictionary<int, int[]> _records = [];

    /// <summary>One table a reporter, in their order; without records where the reporter has none with all attributes known.</summary>
    public IReadOnlyList<StratumTable> Of(Association a)
    {
        int[] both = new int[reporters],
            left = new int[reporters],
            right = new int[reporters],
            records = RecordsOf(a.Attributes);
        int rarest = -1;
        for (int i = 0; i < a.Attributes.Length; i++)
        {
            if (i != a.Right && (rarest < 0 || Holding(a, i).Length < Holding(a, rarest).Length))
                rarest = i;
        }

        foreach (int pattern in Holding(a, a.Right))
        {
            if (!IsKnown(pattern, a.Attributes))
                continue;
            right[patterns.Reporter(pattern)] += patterns.Weight(pattern);
            if (HoldsLeft(pattern, a))
                both[patterns.Reporter(pattern)] += patterns.Weight(pattern);
        }

        foreach (int pattern in Holding(a, rarest))
        {
            if (IsKnown(pattern, a.Attributes) && HoldsLeft(pattern, a))
                left[patterns.Reporter(pattern)] += patterns.Weight(pattern);
        }

        var strata = new StratumTable[reporters];
        for (int by = 0; by < reporters; by++)
            strata[by] = new StratumTable(both[by], left[by], right[by], records[by]);
        return strata;
    }

    private bool HoldsLeft(int pattern, Association a)
    {
        for (int i = 0; i < a.Attributes.Length; i++)
        {
            if (i != a.Right && Array.IndexOf(patterns.Items(pattern, a.Attributes[i]), a.Items[i]) < 0)
                return false;
        }

        return true;
    }

    private bool IsKnown(int pattern, int[] attributes)
    {
        foreach (int attribute in attributes)
        {
            if (patterns.Items(pattern, attribute).Length == 0)
                return false;
        }

        return true;
    }

    private int[] RecordsOf(int[] attributes)
    {
        int key = 0;
        foreach (int attribute in attributes)
            key |= 1 << attribute;
        if (_records.TryGetValue(key, out int[]? known))
            return known;
        int[] records = new int[reporters];
        for (int pattern = 0; pattern < patterns.Count; pattern++)
        {
            if (IsKnown(pattern, attributes))
                records[patterns.Reporter(pattern)] += patterns.Weight(pattern);
        }

        return _records[key] = records;
    }

    // Patterns with the item of an association's place.
    private int[] Holding(Association a, int place)
    {
        int attribute = a.Attributes[place];
        if (_holding.TryGetValue(attribute, out int[][]? known))
            return known[a.Items[place]];
        var lists = new List<int>[patterns.Attributes[attribute].Count];
        for (int item = 0; item < lists.Length; item++)
            lists[item] = [];
        for (int pattern = 0; pattern < patterns.Count; pattern++)
        {
            foreach (int item in patterns.Items(pattern, attribute))
                lists[item].Add(pattern);
        }

        _holding[attribute] = known = Array.ConvertAll(lists, l => l.ToArray());
        return known[a.Items[place]];
    }
}
