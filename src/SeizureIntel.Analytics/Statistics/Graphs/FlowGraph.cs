using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Statistics.Graphs;

/// <summary>A directed, weighted graph of places; edges of the same two places are added up.</summary>
public sealed class FlowGraph
{
    private readonly Dictionary<string, int> _numbers;

    private FlowGraph(string[] places, Dictionary<string, int> numbers, int[] from, int[] to, double[] weight)
    {
        Places = places;
        _numbers = numbers;
        From = from;
        To = to;
        Weight = weight;
        First = new int[places.Length + 1];
        foreach (var source in from)
        {
            First[source + 1]++;
        }

        for (var i = 0; i < places.Length; i++)
        {
            First[i + 1] += First[i];
        }
    }

    /// <summary>Places in ordinal order.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>Edges ordered by the place they start at, then by the place they end at.</summary>
    public IEnumerable<FlowEdge> Edges => Enumerable.Range(0, From.Length).Select(EdgeAt);

    /// <summary>Number of edges.</summary>
    public int EdgeCount => From.Length;

    internal int[] From { get; }

    internal int[] To { get; }

    internal double[] Weight { get; }

    /// <summary>The edges of a place stand from its entry up to the entry of the next place.</summary>
    internal int[] First { get; }

    /// <summary>Builds a graph.</summary>
    /// <param name="edges">Legs in any order; legs between the same two places are added up.</param>
    /// <returns>The graph; empty without legs.</returns>
    /// <exception cref="ArgumentException">A weight is not a finite number above 0.</exception>
    /// <remarks>Assumes that weights of the same two places may be added. n log n. Source: M. E. J. Newman, Networks, 2nd ed. 2018, sections 6.3 and
    /// 6.4.</remarks>
    public static FlowGraph Of(IEnumerable<FlowEdge> edges)
    {
        ArgumentNullException.ThrowIfNull(edges);
        var sums = new SortedDictionary<(string From, string To), double>(
            Comparer<(string From, string To)>.Create(
                (a, b) => string.CompareOrdinal(a.From, b.From) is var first && first != 0 ? first : string.CompareOrdinal(a.To, b.To)
            )
        );
        foreach (var edge in edges)
        {
            if (!double.IsFinite(edge.Weight) || edge.Weight <= 0)
            {
                throw new ArgumentException(
                    $"The leg from {edge.From} to {edge.To} weighs {edge.Weight}; expected a finite number above 0.",
                    nameof(edges)
                );
            }

            sums[(edge.From, edge.To)] = sums.GetValueOrDefault((edge.From, edge.To)) + edge.Weight;
        }

        var places = sums
            .Keys.Select(k => k.From)
            .Concat(sums.Keys.Select(k => k.To))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToArray();
        return Build(places, sums.Select(s => new FlowEdge(s.Key.From, s.Key.To, s.Value)));
    }

    /// <summary>The same legs with other weights; a leg without weight is left out, and so is a place that loses all its legs.</summary>
    internal FlowGraph Reweighted(IReadOnlyList<double> weights)
    {
        var numbers = new int[Places.Count];
        for (var e = 0; e < From.Length; e++)
        {
            if (weights[e] > 0)
            {
                (numbers[From[e]], numbers[To[e]]) = (1, 1);
            }
        }

        var places = new List<string>(Places.Count);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] > 0)
            {
                numbers[i] = places.Count;
                places.Add(Places[i]);
            }
        }

        var kept = Enumerable.Range(0, From.Length).Where(e => weights[e] > 0).ToArray();
        return new FlowGraph(
            [.. places],
            Numbered(places),
            [.. kept.Select(e => numbers[From[e]])],
            [.. kept.Select(e => numbers[To[e]])],
            [.. kept.Select(e => weights[e])]
        );
    }

    /// <summary>What leaves each place.</summary>
    /// <returns>Sum of the weights of leaving edges (in the unit of the weights), one a place.</returns>
    /// <remarks>Assumes nothing. Linear. Source: A. Barrat et al., The architecture of complex weighted networks, PNAS 101 (2004), p. 3748.</remarks>
    public IReadOnlyList<double> OutStrengths() => Sums(From);

    /// <summary>What arrives at each place.</summary>
    /// <returns>Sum of the weights of arriving edges (in the unit of the weights), one a place.</returns>
    /// <remarks>Assumes nothing. Linear. Source: A. Barrat et al., The architecture of complex weighted networks, PNAS 101 (2004), p. 3748.</remarks>
    public IReadOnlyList<double> InStrengths() => Sums(To);

    /// <summary>Number of places that each place reaches with one edge.</summary>
    /// <returns>Counts of edges, one a place.</returns>
    /// <remarks>Assumes nothing. Linear. Source: M. E. J. Newman, Networks, 2nd ed. 2018, section 6.10.</remarks>
    public IReadOnlyList<int> OutDegrees() => Counts(From);

    /// <summary>Number of places from which each place is reached with one edge.</summary>
    /// <returns>Counts of edges, one a place.</returns>
    /// <remarks>Assumes nothing. Linear. Source: M. E. J. Newman, Networks, 2nd ed. 2018, section 6.10.</remarks>
    public IReadOnlyList<int> InDegrees() => Counts(To);

    /// <summary>Position of a place in <see cref="Places"/>; -1 if it is not in the graph.</summary>
    /// <param name="place">A place.</param>
    /// <returns>A position from 0, or -1.</returns>
    /// <remarks>Assumes nothing. Source: house rule, a lookup that may fail says so.</remarks>
    public int FindPlace(string place) => _numbers.GetValueOrDefault(place, -1);

    /// <summary>Number of the edge between two places, whatever its weight; -1 if there is none.</summary>
    internal int FindEdge(FlowEdge edge)
    {
        var (from, to) = (FindPlace(edge.From), FindPlace(edge.To));
        return from < 0 || to < 0 ? -1 : Array.IndexOf(To, to, First[from], First[from + 1] - First[from]);
    }

    internal FlowEdge EdgeAt(int edge) => new(Places[From[edge]], Places[To[edge]], Weight[edge]);

    internal static FlowGraph Build(string[] places, IEnumerable<FlowEdge> ordered)
    {
        var numbers = Numbered(places);
        var edges = ordered.ToArray();
        return new FlowGraph(
            places,
            numbers,
            [.. edges.Select(e => numbers[e.From])],
            [.. edges.Select(e => numbers[e.To])],
            [.. edges.Select(e => e.Weight)]
        );
    }

    private static Dictionary<string, int> Numbered(IReadOnlyList<string> places)
    {
        var numbers = new Dictionary<string, int>(places.Count, StringComparer.Ordinal);
        for (var i = 0; i < places.Count; i++)
        {
            numbers[places[i]] = i;
        }

        return numbers;
    }

    private double[] Sums(int[] ends)
    {
        var sums = new double[Places.Count];
        for (var e = 0; e < ends.Length; e++)
        {
            sums[ends[e]] += Weight[e];
        }

        return sums;
    }

    private int[] Counts(int[] ends)
    {
        var counts = new int[Places.Count];
        foreach (var end in ends)
        {
            counts[end]++;
        }

        return counts;
    }
}
