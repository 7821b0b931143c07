using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Graphs;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Graphs;

public sealed class CentralityTests
{
    [Fact]
    public void The_middle_of_a_chain_lies_on_one_of_the_ordered_pairs()
    {
        // A -> B -> C: of the (3-1)(3-2) = 2 ordered pairs without B, only A to C passes B.
        var graph = FlowGraph.Of([new("A", "B", 1), new("B", "C", 1)]);

        Assert.Equal([0, 0.5, 0], Betweenness.Unweighted(graph));
        Assert.Equal([0, 0.5, 0], Betweenness.Weighted(graph));
    }

    [Fact]
    public void Two_shortest_paths_share_the_pair()
    {
        // A -> B -> D and A -> C -> D: B and C have half a pair of (4-1)(4-2) = 6 each.
        var graph = FlowGraph.Of([new("A", "B", 1), new("B", "D", 1), new("A", "C", 1), new("C", "D", 1)]);

        Assert.Equal([0, 0.5 / 6, 0.5 / 6, 0], Betweenness.Unweighted(graph));
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
    public void A_well_used_detour_is_shorter_than_a_rare_direct_leg()
    {
        // Direct length 1; by B 1/10 + 1/10.
        var graph = FlowGraph.Of([new("A", "C", 1), new("A", "B", 10), new("B", "C", 10)]);

        Assert.Equal(0.5, Betweenness.Weighted(graph)[1]);
        Assert.Equal(0, Betweenness.Unweighted(graph)[1]);
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
        var graph = FlowGraph.Of(Enumerable.Range(0, 900).Select(i => new FlowEdge("hub", $"p{i:000}", i == 0 ? 100 : 1)).Append(new("p001", "p002", 1)));

        var scores = Prestige.HubsAndAuthorities(graph).Value;

        Assert.NotNull(scores);
        Assert.Equal(100, scores.Authorities[graph.FindPlace("p000")] / scores.Authorities[graph.FindPlace("p003")], 1e-6);
    }
}
