using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Associations;
using SeizureIntel.Analytics.Statistics.Multiplicity;

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
    private readonly List<Association> _found = [];
    private double _hypotheses;

    /// <summary>All pairs and triples that reach count and lift, with q over all cells that could be.</summary>
    /// <param name="isImplied">True where a hiding place implies an item of another attribute by its definition, so that the pair tells nothing.</param>
    public IReadOnlyList<Association> Run(Func<int, int, int, bool> isImplied)
    {
        int attributes = patterns.Attributes.Count;
        for (int a = 0; a < HidingAttributes; a++)
        {
            for (int b = a + 1; b < attributes; b++) Pairs(a, b, isImplied);
        }

        for (int a = 0; a < HidingAttributes; a++)
        {
            for (int b = a + 1; b < attributes; b++)
            {
                for (int c = b + 1; c < attributes; c++) Triples(a, b, c);
            }
        }

        int hypotheses = (int)Math.Min(int.MaxValue, Math.Max(_found.Count, _hypotheses));
        IReadOnlyList<double> q = FalseDiscovery.BenjaminiHochberg([.. _found.Select(f => f.P)], hypotheses);
        return [.. _found.Select((f, i) => f with { Q = q[i] })];
    }

    private static long Key(int a, int b) => ((long)a << 32) | (uint)b;

    private static void Add<TKey>(Dictionary<TKey, int> counts, TKey key, int weight)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + weight;

    private void Pairs(int a, int b, Func<int, int, int, bool> isImplied)
    {
        int[] first = new int[patterns.Attributes[a].Count], second = new int[patterns.Attributes[b].Count];
        var both = new Dictionary<long, int>();
        int records = 0;
        for (int p = 0; p < patterns.Count; p++)
        {
            int[] left = patterns.Items(p, a), right = patterns.Items(p, b);
            if (left.Length == 0 || right.Length == 0) continue;
            int weight = patterns.Weight(p);
            records += weight;
            foreach (int x in left) first[x] += weight;
            foreach (int y in right) second[y] += weight;
            foreach (int x in left)
            {
                foreach (int y in right) Add(both, Key(x, y), weight);
            }
        }

        _hypotheses += (double)first.Length * second.Length;
        foreach ((long key, int count) in both.Where(c => c.Value >= Fewest).OrderBy(c => c.Key))
        {
            (int x, int y) = ((int)(key >> 32), (int)(key & uint.MaxValue));
            if (a == Where && isImplied(x, b, y)) continue;
            if (count * (double)records < LeastLift * first[x] * (double)second[y]) continue;
            _found.Add(new Association
            {
                Attributes = [a, b],
                Items = [x, y],
                Right = 0,
                Count = count,
                Left = second[y],
                RightCount = first[x],
                Records = records,
                P = FisherTest.Greater(count, first[x], second[y], records),
            });
        }
    }

    private void Triples(int a, int b, int c)
    {
        int[] one = new int[patterns.Attributes[a].Count], two = new int[patterns.Attributes[b].Count], three = new int[patterns.Attributes[c].Count];
        Dictionary<long, int> ab = [], ac = [], bc = [];
        var all = new Dictionary<(int, int, int), int>();
        int records = 0;
        for (int p = 0; p < patterns.Count; p++)
        {
            int[] xs = patterns.Items(p, a), ys = patterns.Items(p, b), zs = patterns.Items(p, c);
            if (xs.Length == 0 || ys.Length == 0 || zs.Length == 0) continue;
            int weight = patterns.Weight(p);
            records += weight;
            foreach (int y in ys) two[y] += weight;
            foreach (int z in zs) three[z] += weight;
            foreach (int y in ys)
            {
                foreach (int z in zs) Add(bc, Key(y, z), weight);
            }

            foreach (int x in xs)
            {
                one[x] += weight;
                foreach (int z in zs) Add(ac, Key(x, z), weight);
                foreach (int y in ys)
                {
                    Add(ab, Key(x, y), weight);
                    foreach (int z in zs) Add(all, (x, y, z), weight);
                }
            }
        }

        _hypotheses += 3.0 * one.Length * two.Length * three.Length;
        foreach (((int x, int y, int z), int count) in all.Where(t => t.Value >= Fewest).OrderBy(t => t.Key))
        {
            (int xy, int xz, int yz) = (ab[Key(x, y)], ac[Key(x, z)], bc[Key(y, z)]);
            if (Judge(count, [one[x], two[y], three[z]], [yz, xz, xy], records) is { } rule)
            {
                _found.Add(new Association
                {
                    Attributes = [a, b, c],
                    Items = [x, y, z],
                    Right = rule.Right,
                    Count = count,
                    Left = rule.Left,
                    RightCount = rule.RightCount,
                    Records = records,
                    P = rule.P,
                });
            }
        }
    }

    // A rule {x, y} to z is productive where x and z go together among the records with y, and y and z among those with x.
    private static (int Right, int Left, int RightCount, double P)? Judge(int count, int[] alone, int[] withoutOne, int records)
    {
        (int Right, int Left, int RightCount, double P)? best = null;
        for (int right = 0; right < 3; right++)
        {
            int left = withoutOne[right];
            if (count * (double)records < LeastLift * left * (double)alone[right]) continue;
            double p = FisherTest.Greater(count, left, alone[right], records);
            bool isProductive = true;
            for (int given = 0; given < 3 && isProductive; given++)
            {
                if (given == right) continue;

                // Among the records with the given item: the third item, which stands in the pair left, and the right one.
                int third = 3 - right - given;
                isProductive = count * (double)alone[given] >= LeastGain * left * (double)withoutOne[third];
                if (isProductive) p = Math.Max(p, FisherTest.Greater(count, left, withoutOne[third], alone[given]));
            }

            if (isProductive && (best is null || p < best.Value.P)) best = (right, left, alone[right], p);
        }

        return best;
    }
}
