using SeizureIntel.Workbench.Faults;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Faults;

public sealed class NearestNamesTests
{
    [Theory]
    [InlineData("serach", "search")] // one swap
    [InlineData("ingst", "ingest")] // one letter missing
    [InlineData("tab", "tabulate")] // a beginning
    public void The_nearest_name_comes_first(string typed, string meant) =>
        Assert.Equal(meant, NearestNames.Of(typed, ["search", "ingest", "tabulate", "verify"])[0]);

    [Fact]
    public void A_question_names_three() => Assert.Equal("Did you mean a, ab or b?", NearestNames.Question("a", ["c1234", "b", "ab", "a"]));
}
