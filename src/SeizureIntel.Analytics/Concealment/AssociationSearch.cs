using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Statistics.Associations;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Loops;

namespace SeizureIntel.Analytics.Concealment;

/// <summary>Finds pairs and triples of items of different attributes that go together; each holds a hiding place or a method of hiding.</summary>
internal sealed class AssociationSearch(ItemPatterns patterns)
{
    /// <summary>Fewest seizures of a pair or triple.</summary>
    public const int Fewest = 5;

    /// <summary>Least lift.</summary>
    public const double LeastLift = 1.5;

    /// <summary>The first attributes are hiding place and method: one of them is always there.</summary>
    public const int HidingAttributes = 2;

    // A third item that adds a fifth to the likelihood is one more thing to look for; below that it only cuts the pair smaller.
    private const double LeastGain = 1.2;
    private const int Where = 0;

    /// <summary>All pairs and triples that reach count and lift, with q over all cells that could be.</summary>
    /// <param name="isImplied">True where a hiding place implies an item of another attribute by its definition, so that the pair tells nothing.</param>
    public IReadOnlyList<Association> Run(Func<int, int, int, bool> isImplied)
    {
        int attributes = patterns.Attributes.Count;
        var combinations = new List<int[]>();
        for (int a = 0; a < HidingAttributes; a++)
        {
            for (int b = a + 1; b < attributes; b++)
                combinations.Add([a, b]);
        }

        for (int a = 0; a < HidingAttributes; a++)
        {
            for (int b = a + 1; b < attributes; b++)
            {
                for (int c = b + 1; c < attributes; c++)
                    combinations.Add([a, b, c]);
            }
        }

        // Combinations do not touch one another; what they find is joined in their order.
        var parts = new List<Association>[combinations.Count];
        Parallel.For(0, parts.Length, SideBySide.Here(), i =>
            parts[i] = combinations[i] is [int a, int b] ? Pairs(a, b, isImplied) : Triples(combinations[i])
        );
        List<Association> found = [.. parts.SelectMany(p => p)];
        double cells = combinations.Sum(c =>
            (c.Length == 3 ? 3.0 : 1.0) * c.Aggregate(1.0, (product, a) => product * patterns.Attributes[a].Count)
        );
        int hypotheses = (int)Math.Min(int.MaxValue, Math.Max(found.Count, cells));
        IReadOnlyList<double> q = FalseDiscovery.BenjaminiHochberg([.. found.Select(f => f.P)], hypotheses);
        return [.. found.Select((f, i) => f with { Q = q[i] })];
    }

    private List<Association> Pairs(int a, int b, Func<int, int, int, bool> isImplied)
    {
        var found = new List<Association>();
        int[] first = new int[patterns.Attributes[a].Count],
            second = new int[patterns.Attributes[b].Count];
        int[,] both = new int[first.Length, second.Length];
        int records = 0;
        foreach ((int[][] items, int weight) in patterns.Joined(a, b))
        {
            records += weight;
            foreach (int x in items[0])
                first[x] += weight;
            foreach (int y in items[1])
                second[y] += weight;
            AddAll(both, items[0], items[1], weight);
        }

        for (int x = 0; x < first.Length; x++)
        {
            for (int y = 0; y < second.Length; y++)
            {
                int count = both[x, y];
                if (count < Fewest || (a == Where && isImplied(x, b, y)))
                    continue;
                if (count * (double)records < LeastLift * first[x] * (double)second[y])
                    continue;
                found.Add(
                    new Association
                    {
                        Attributes = [a, b],
                        Items = [x, y],
                        Right = 0,
                        Count = count,
                        Left = second[y],
                        RightCount = first[x],
                        Records = records,
                        P = FisherTest.Greater(count, first[x], second[y], records),
                    }
                );
            }
        }

        return found;
    }

    private List<Association> Triples(int[] attributes)
    {
        int[][] alone = [.. attributes.Select(a => new int[patterns.Attributes[a].Count])];
        int[,] xy = new int[alone[0].Length, alone[1].Length],
            xz = new int[alone[0].Length, alone[2].Length],
            yz = new int[alone[1].Length, alone[2].Length];
        var all = new Dictionary<(int X, int Y, int Z), int>();
        int records = 0;
        foreach ((int[][] items, int weight) in patterns.Joined(attributes))
        {
            records += weight;
            for (int i = 0; i < items.Length; i++)
            {
                foreach (int item in items[i])
                    alone[i][item] += weight;
            }

            AddAll(xy, items[0], items[1], weight);
            AddAll(xz, items[0], items[2], weight);
            AddAll(yz, items[1], items[2], weight);
            foreach (int x in items[0])
            {
                foreach (int y in items[1])
                {
                    foreach (int z in items[2])
                        CollectionsMarshal.GetValueRefOrAddDefault(all, (x, y, z), out _) += weight;
                }
            }
        }

        var found = new List<Association>();
        foreach (((int x, int y, int z), int count) in all.Where(t => t.Value >= Fewest).OrderBy(t => t.Key))
        {
            if (Judge(count, [alone[0][x], alone[1][y], alone[2][z]], [yz[y, z], xz[x, z], xy[x, y]], records) is { } rule)
            {
                found.Add(
                    new Association
                    {
                        Attributes = attributes,
                        Items = [x, y, z],
                        Right = rule.Right,
                        Count = count,
                        Left = rule.Left,
                        RightCount = rule.RightCount,
                        Records = records,
                        P = rule.P,
                    }
                );
            }
        }

        return found;
    }

    private static void AddAll(int[,] counts, int[] first, int[] second, int weight)
    {
        foreach (int x in first)
        {
            foreach (int y in second)
                counts[x, y] += weight;
        }
    }

    // A rule {x, y} to z is productive where x and z go together among the records with y, and y and z among those with x.
    private static (int Right, int Left, int RightCount, double P)? Judge(int count, int[] alone, int[] withoutOne, int records)
    {
        (int Right, int Left, int RightCount, double P)? best = null;
        for (int right = 0; right < 3; right++)
        {
            int left = withoutOne[right];
            if (count * (double)records < LeastLift * left * (double)alone[right])
                continue;
            double p = FisherTest.Greater(count, left, alone[right], records);
            bool isProductive = true;
            for (int given = 0; given < 3 && isProductive; given++)
            {
                if (given == right)
                    continue;

                // Among the records with the given item: the third item, which stands in the pair left, and the right one.
                int third = 3 - right - given;
                isProductive = count * (double)alone[given] >= LeastGain * left * (double)withoutOne[third];
                if (isProductive)
                    p = Math.Max(p, FisherTest.Greater(count, left, withoutOne[third], alone[given]));
            }

            if (isProductive && (best is null || p < best.Value.P))
                best = (right, left, alone[right], p);
        }

        return best;
    }
}
