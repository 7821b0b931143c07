using System.Linq;
using SeizureIntel.Analytics.Statistics.Graphs;
using SeizureIntel.Validation.Methods.Graphs;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Graphs;

public sealed class BackboneTests
{
    [Fact]
    public void Disparity_of_a_leading_edge_is_its_missing_share_to_the_power_of_the_other_edges()
    {
        // A sends 8 of 10 to B over three edges: (1 - .8)^2 = .04; each edge is the only one at its end: 1.
        var graph = FlowGraph.Of([new("A", "B", 8), new("A", "C", 1), new("A", "D", 1)]);

        var edge = Backbone.Disparity(graph).Single(e => e.Edge.To == "B");

        Assert.Equal(0.04, edge.OutAlpha, 1e-15);
        Assert.Equal(1, edge.InAlpha);
        Assert.Equal(0.04, edge.Alpha, 1e-15);
    }

    [Fact]
    public void Noise_corrected_score_is_the_symmetric_lift()
    {
        // N = 10, A sends 6 and B receives 5: expected 3, observed 4 -> (4/3 - 1) / (4/3 + 1) = 1/7.
        var graph = FlowGraph.Of([new("A", "B", 4), new("A", "C", 2), new("D", "B", 1), new("D", "C", 3)]);

        Assert.Equal(1.0 / 7, NoiseCorrectedBackbone.Of(graph).Single(e => e.Edge is { From: "A", To: "B" }).Score, 1e-14);
    }

    [Fact]
    public void A_graph_with_one_sender_has_no_deviation_and_no_NaN()
    {
        var graph = FlowGraph.Of([new("A", "B", 4), new("A", "C", 2)]);

        Assert.All(NoiseCorrectedBackbone.Of(graph), e => Assert.Null(e.Deviation));
        Assert.All(Backbone.Unusual(graph, 1.5), e => Assert.InRange(e.PValue, 0, 1));
    }

    [Fact]
    public void Possible_pairs_leave_out_places_with_themselves()
    {
        // Senders A, B; receivers B, C: 2 x 2 less B with B.
        Assert.Equal(3, Backbone.PossiblePairs(FlowGraph.Of([new("A", "B", 1), new("B", "C", 1)])));
    }

    [Fact]
    public void A_heavy_edge_set_aside_no_longer_hides_another()
    {
        // 12 places send 2 to each of 12 others; X->Y is huge and inflates what X->Z is expected to be.
        var edges = (from i in Enumerable.Range(0, 12) from j in Enumerable.Range(0, 12) select new FlowEdge($"s{i}", $"t{j}", 2)).ToList();
        edges.AddRange([new("X", "Y", 400), new("X", "Z", 12), new("s0", "Y", 2), new("s0", "Z", 2), new("X", "t0", 2)]);
        var graph = FlowGraph.Of(edges);

        var once = Backbone.Unusual(graph, 1.5).Single(e => e.Edge is { From: "X", To: "Z" });
        var twice = Backbone.Unusual(graph, 1.5, unmaskAt: 0.1).Single(e => e.Edge is { From: "X", To: "Z" });

        Assert.True(twice.PValue < once.PValue);
        Assert.True(twice.Q < 0.1);
    }

    [Fact]
    public void An_empty_graph_gives_empty_answers()
    {
        var graph = FlowGraph.Of([]);

        Assert.Empty(Backbone.Disparity(graph));
        Assert.Empty(NoiseCorrectedBackbone.Of(graph));
        Assert.Empty(Backbone.Unusual(graph, 1.5));
        Assert.Empty(UnweightedBetweenness.Of(graph));
        Assert.Empty(Prestige.PageRank(graph));
        Assert.False(Prestige.HubsAndAuthorities(graph).IsTestable);
        Assert.Empty(ProbablePaths.Between(graph, "A", "B"));
    }
}
