using System.Linq;
using SeizureIntel.Analytics.Statistics.Graphs;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Graphs;

public sealed class ProbablePathsTests
{
    // A sends .5 to B, .3 to C, .2 to D; B sends all to D; C sends .5 to B and .5 to D.
    private static readonly FlowGraph Graph = FlowGraph.Of([
        new("A", "B", 5),
        new("A", "C", 3),
        new("A", "D", 2),
        new("B", "D", 7),
        new("C", "B", 1),
        new("C", "D", 1),
        new("A", "A", 90),
    ]);

    [Fact]
    public void Paths_come_with_the_product_of_their_shares()
    {
        var paths = ProbablePaths.Between(Graph, "A", "D");

        Assert.Equal(
            ["A>B>D", "A>D", "A>C>B>D", "A>C>D"],
            paths.Select(p => string.Join('>', p.Places)).OrderBy(p => p == "A>C>D").ThenBy(p => p == "A>C>B>D").ThenBy(p => p == "A>D")
        );
        Assert.Equal([0.5, 0.2, 0.15, 0.15], paths.Select(p => System.Math.Round(p.Probability, 12)));
    }

    [Fact]
    public void A_limit_of_legs_leaves_longer_paths_out()
    {
        var paths = ProbablePaths.Between(Graph, "A", "D", longest: 2);

        Assert.Equal(["A>B>D", "A>D", "A>C>D"], paths.Select(p => string.Join('>', p.Places)));
        Assert.Equal(["A>D"], ProbablePaths.Between(Graph, "A", "D", longest: 1).Select(p => string.Join('>', p.Places)));
    }

    [Fact]
    public void There_may_be_no_path()
    {
        Assert.Empty(ProbablePaths.Between(Graph, "D", "A"));
        Assert.Empty(ProbablePaths.Between(Graph, "A", "nowhere"));
        Assert.Empty(ProbablePaths.Between(Graph, "A", "A"));
    }
}
