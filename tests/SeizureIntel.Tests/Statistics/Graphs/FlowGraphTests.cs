using System.Linq;
using SeizureIntel.Analytics.Statistics.Graphs;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Graphs;

public sealed class FlowGraphTests
{
    private static readonly FlowGraph Graph = FlowGraph.Of([new("A", "B", 2), new("B", "C", 1), new("C", "A", 4), new("D", "D", 3)]);

    [Fact]
    public void A_leg_without_weight_goes_and_takes_a_place_without_other_legs_with_it()
    {
        FlowGraph again = Graph.Reweighted([5, 0, 1, 0]);

        Assert.Equal(["A", "B", "C"], again.Places);
        Assert.Equal([new FlowEdge("A", "B", 5), new FlowEdge("C", "A", 1)], again.Edges);
        Assert.Equal(-1, again.FindPlace("D"));
    }

    [Fact]
    public void A_leg_is_found_by_its_ends()
    {
        Assert.Equal(new FlowEdge("C", "A", 4), Graph.Edges.ElementAt(Graph.FindEdge(new FlowEdge("C", "A", 0))));
        Assert.Equal((-1, -1), (Graph.FindEdge(new FlowEdge("A", "C", 0)), Graph.FindEdge(new FlowEdge("X", "A", 0))));
    }
}
