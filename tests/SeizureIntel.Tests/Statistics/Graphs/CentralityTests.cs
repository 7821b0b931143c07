using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Graphs;
using SeizureIntel.Validation.Methods.Graphs;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Graphs;

public sealed class CentralityTests
{
    [Fact]
    public void The_middle_of_a_chain_lies_on_one_of_the_ordered_pairs()
    {
        // A -> B -> C: of the (3-1)(3-2) = 2 ordered pairs without B, only A to C passes B.
        var graph = FlowGraph.Of([new("A", "B", 1), new("B", "C", 1)]);

        Assert.Equal([0, 0.5, 0], UnweightedBetweenness.Of(graph));
        Assert.Equal([0, 0.5, 0], Betweenness.Weighted(graph));
    }

    [Fact]
    public void Two_shortest_paths_share_the_pair()
    {
        // A -> B -> D and A -> C -> D: B and C have half a pair of (4-1)(4-2) = 6 each.
        var graph = FlowGraph.Of([new("A", "B", 1), new("B", "D", 1), new("A", "C", 1), new("C", "D", 1)]);

        Assert.Equal([0, 0.5 / 6, 0.5 / 6, 0], UnweightedBetweenness.Of(graph));
    }

    [Fact]
    public void Rounding_does_not_decide_between_equal_lengths()
    {
        // 1/10 + 1/5 = 3/10 = 1/5 + 1/10 and 1/3 - all as lengths 1/weight: A-B-D .1+.2, A-C-D .2+.1.
        var graph = FlowGraph.Of([new("A", "B", 10), new("B", "D", 5), new("A", "C", 5), new("C", "D", 10), new("A", "D", 10.0 / 3)]);

        // Three paths of length .3 (the direct one has 1 / (10/3)): B and C carry a third each.
        var found = Betweenness.Weighted(graph);

        Assert.Equal(1.0 / 18, found[1], 1e-14);
        Assert.Equal(1.0 / 18, found[2], 1e-14);
    }

    [Fact]
    public void Without_a_tie_rounded_lengths_are_compared_as_they_are()
    {
        // The same edges. Double precision: .1 + .2 = .30000000000000004 either way, 1 / (10/3) = .3; the direct leg alone is shortest.
        var graph = FlowGraph.Of([new("A", "B", 10), new("B", "D", 5), new("A", "C", 5), new("C", "D", 10), new("A", "D", 10.0 / 3)]);

        Assert.Equal([0, 0, 0, 0], Betweenness.Weighted(graph, tie: 0));
    }

    [Fact]
    public void Krackhardts_kite_has_its_published_betweenness()
    {
        // networkx 2.8.8 and igraph 0.10.2, krackhardt kite, unordered pairs: .833, .833, 0, 3.667, 0, 8.333, 8.333, 14, 8, 0.
        // As 36 edges there and back every pair counts twice, among (10-1)(10-2) = 72 ordered pairs.
        (int, int)[] kite =
        [
            (0, 1),
            (0, 2),
            (0, 3),
            (0, 5),
            (1, 3),
            (1, 4),
            (1, 6),
            (2, 3),
            (2, 5),
            (3, 4),
            (3, 5),
            (3, 6),
            (4, 6),
            (5, 6),
            (5, 7),
            (6, 7),
            (7, 8),
            (8, 9),
        ];
        var graph = FlowGraph.Of(
            kite.SelectMany(e => new FlowEdge[] { new($"{e.Item1}", $"{e.Item2}", 3), new($"{e.Item2}", $"{e.Item1}", 3) })
        );
        double[] expected = [5.0 / 3, 5.0 / 3, 0, 22.0 / 3, 0, 50.0 / 3, 50.0 / 3, 28, 16, 0];

        Assert.Equal(expected.Select(e => Math.Round(e / 72, 12)), UnweightedBetweenness.Of(graph).Select(b => Math.Round(b, 12)));
        Assert.Equal(expected.Select(e => Math.Round(e / 72, 12)), Betweenness.Weighted(graph).Select(b => Math.Round(b, 12)));
    }

    [Fact]
    public void A_network_with_many_ties_agrees_with_the_definition()
    {
        // Lengths 1/4, 1/2, 1 and 2 add without rounding, so that paths over many legs tie exactly.
        var draws = new Random(17);
        var legs = Enumerable
            .Range(0, 400)
            .Select(_ => (From: draws.Next(60), To: draws.Next(60), Weight: Math.Pow(2, draws.Next(-1, 3))))
            .Where(l => l.From != l.To)
            .DistinctBy(l => (l.From, l.To))
            .ToList();
        var graph = FlowGraph.Of(legs.Select(l => new FlowEdge($"{l.From:00}", $"{l.To:00}", l.Weight)));

        Same(ByDefinition(graph, e => 1), UnweightedBetweenness.Of(graph));
        Same(ByDefinition(graph, e => 1 / e.Weight), Betweenness.Weighted(graph));
    }

    [Fact]
    public void Two_runs_agree_to_the_last_digit()
    {
        // Sources are shared out among threads; the order of the sums must not follow whoever is first.
        var draws = new Random(3);
        var graph = FlowGraph.Of(
            Enumerable.Range(0, 3000).Select(_ => new FlowEdge($"{draws.Next(300):000}", $"{draws.Next(300):000}", 1 + draws.Next(20)))
        );

        Assert.Equal(UnweightedBetweenness.Of(graph), UnweightedBetweenness.Of(graph));
        Assert.Equal(Betweenness.Weighted(graph), Betweenness.Weighted(graph));
    }

    [Fact]
    public void A_well_used_detour_is_shorter_than_a_rare_direct_leg()
    {
        // Direct length 1; by B 1/10 + 1/10.
        var graph = FlowGraph.Of([new("A", "C", 1), new("A", "B", 10), new("B", "C", 10)]);

        Assert.Equal(0.5, Betweenness.Weighted(graph)[1]);
        Assert.Equal(0, UnweightedBetweenness.Of(graph)[1]);
    }

    [Fact]
    public void Page_rank_of_two_places_follows_by_hand()
    {
        // A -> B, B is stuck: b = .85 a + .85 b/2 + .075, a = .85 b/2 + .075 and a + b = 1 -> a = .5/1.425.
        var rank = Prestige.PageRank(FlowGraph.Of([new("A", "B", 3)]));

        Assert.Equal(0.5 / 1.425, rank[0], 1e-12);
        Assert.Equal(1, rank.Sum(), 1e-12);
    }

    [Fact]
    public void Hubs_are_not_given_where_two_groups_lead_alike()
    {
        Assert.False(Prestige.HubsAndAuthorities(FlowGraph.Of([new("A", "B", 2), new("C", "D", 2)])).IsTestable);

        var scores = Prestige.HubsAndAuthorities(FlowGraph.Of([new("A", "B", 3), new("C", "D", 2)])).Value;
        Assert.NotNull(scores);
        Assert.Equal([1, 0, 0, 0], scores.Hubs.Select(h => Math.Round(h, 12)));
        Assert.Equal([0, 1, 0, 0], scores.Authorities.Select(h => Math.Round(h, 12)));
    }

    [Fact]
    public void A_large_graph_finds_its_leader_by_iteration()
    {
        // A star of 900 receivers with one heavy edge: authority shares are proportional to the weights of the one sender.
        var graph = FlowGraph.Of(
            Enumerable.Range(0, 900).Select(i => new FlowEdge("hub", $"p{i:000}", i == 0 ? 100 : 1)).Append(new("p001", "p002", 1))
        );

        var scores = Prestige.HubsAndAuthorities(graph).Value;

        Assert.NotNull(scores);
        Assert.Equal(100, scores.Authorities[graph.FindPlace("p000")] / scores.Authorities[graph.FindPlace("p003")], 1e-6);
    }

    private static void Same(double[] expected, IReadOnlyList<double> found)
    {
        Assert.Equal(expected.Length, found.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], found[i], 1e-12);
        }
    }

    // Lengths of all pairs (R. Floyd, Algorithm 97, 1962), paths counted along them, then for each v the share of s-t paths through it.
    private static double[] ByDefinition(FlowGraph graph, Func<FlowEdge, double> length)
    {
        var n = graph.Places.Count;
        var edges = graph.Edges.Select(e => (From: graph.FindPlace(e.From), To: graph.FindPlace(e.To), Length: length(e))).ToList();
        var distance = new double[n, n];
        for (var s = 0; s < n; s++)
        {
            for (var t = 0; t < n; t++)
            {
                distance[s, t] = s == t ? 0 : double.PositiveInfinity;
            }
        }

        foreach (var (from, to, by) in edges)
        {
            distance[from, to] = by;
        }

        for (var v = 0; v < n; v++)
        {
            for (var s = 0; s < n; s++)
            {
                for (var t = 0; t < n; t++)
                {
                    distance[s, t] = Math.Min(distance[s, t], distance[s, v] + distance[v, t]);
                }
            }
        }

        var paths = new double[n, n];
        for (var s = 0; s < n; s++)
        {
            paths[s, s] = 1;
            foreach (var t in Enumerable.Range(0, n).Where(t => t != s && double.IsFinite(distance[s, t])).OrderBy(t => distance[s, t]))
            {
                paths[s, t] = edges.Where(e => e.To == t && distance[s, e.From] + e.Length == distance[s, t]).Sum(e => paths[s, e.From]);
            }
        }

        var sums = new double[n];
        for (var v = 0; v < n; v++)
        {
            for (var s = 0; s < n; s++)
            {
                for (var t = 0; t < n; t++)
                {
                    if (s != v && t != v && s != t && double.IsFinite(distance[s, t]) && distance[s, v] + distance[v, t] == distance[s, t])
                    {
                        sums[v] += paths[s, v] * paths[v, t] / paths[s, t] / ((n - 1.0) * (n - 2));
                    }
                }
            }
        }

        return sums;
    }
}
