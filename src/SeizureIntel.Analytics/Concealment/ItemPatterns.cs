using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;

namespace SeizureIntel.Analytics.Concealment;

/// <summary>The seizures of a period as different patterns of attributes, each with its number: a million seizures have some ten thousand of them.</summary>
internal sealed class ItemPatterns
{
    private readonly List<(int[] Sets, int Reporter, int Weight)> _patterns = [];

    /// <summary>Gathers the patterns of some rows; at most five attributes.</summary>
    public ItemPatterns(SeizureFrame frame, IReadOnlyList<int> rows, IReadOnlyList<ItemAttribute> attributes)
    {
        Attributes = attributes;
        FrameColumn reporter = frame["reporting_country"];
        var weights = new Dictionary<(int, int, int, int, int, int), int>();
        foreach (int row in rows)
        {
            var key = (Set(0, row), Set(1, row), Set(2, row), Set(3, row), Set(4, row), reporter.First(row));
            weights[key] = weights.GetValueOrDefault(key) + 1;
        }

        foreach (((int a, int b, int c, int d, int e, int by), int weight) in weights.OrderBy(w => w.Key))
            _patterns.Add(([.. new[] { a, b, c, d, e }.Take(attributes.Count)], by, weight));

        int Set(int attribute, int row) => attribute < attributes.Count ? attributes[attribute].SetOf(row) : 0;
    }

    /// <summary>Takes patterns as they are: the number of the set in each attribute, the reporter, and how many seizures.</summary>
    public ItemPatterns(IReadOnlyList<ItemAttribute> attributes, IReadOnlyList<(int[] Sets, int Reporter, int Weight)> patterns)
    {
        Attributes = attributes;
        _patterns.AddRange(patterns);
    }

    /// <summary>The attributes.</summary>
    public IReadOnlyList<ItemAttribute> Attributes { get; }

    /// <summary>Number of patterns.</summary>
    public int Count => _patterns.Count;

    /// <summary>Seizures of a pattern.</summary>
    public int Weight(int pattern) => _patterns[pattern].Weight;

    /// <summary>The different sets of items of some attributes, each with its seizures; only where all are known.</summary>
    public IReadOnlyList<(int[][] Items, int Weight)> Joined(params int[] attributes)
    {
        var weights = new Dictionary<(int, int, int), int>();
        foreach ((int[] sets, _, int weight) in _patterns)
        {
            bool isKnown = true;
            foreach (int attribute in attributes)
                isKnown &= Attributes[attribute].Items(sets[attribute]).Length > 0;
            if (!isKnown)
                continue;
            var key = (sets[attributes[0]], sets[attributes[1]], attributes.Length > 2 ? sets[attributes[2]] : 0);
            weights[key] = weights.GetValueOrDefault(key) + weight;
        }

        var joined = new List<(int[][], int)>(weights.Count);
        foreach (((int a, int b, int c), int weight) in weights)
        {
            int[] sets = [a, b, c];
            joined.Add(([.. attributes.Select((attribute, i) => Attributes[attribute].Items(sets[i]))], weight));
        }

        return joined;
    }

    /// <summary>Reporter of a pattern.</summary>
    public int Reporter(int pattern) => _patterns[pattern].Reporter;

    /// <summary>Items of an attribute in a pattern; empty where it is unknown.</summary>
    public int[] Items(int pattern, int attribute) => Attributes[attribute].Items(_patterns[pattern].Sets[attribute]);
}
