using System;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Series;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Series;

public sealed class OwnSeriesDeskTests
{
    // Who sends a series from a page has no command line.
    [Theory]
    [InlineData("first,second\nx,y\n", "predictive")]
    [InlineData("date,first,second\n2024-01,1,2\n2024-02,3,4\n", "predictive")]
    [InlineData("date,count\n2024-01,1\n2024-02,many\n", "predictive")]
    [InlineData("date,count\n2024-01,1\n2024-02,2\n", "predictive")]
    [InlineData("date,count\n2024-01,1\n2024-01,2\n", "predictive")]
    [InlineData("date,count\n2024-01,1\n2024-02,2\n", "nowcast")]
    [InlineData("date,count\n2024-01,1\n2024-02,2\n", "changepoints")]
    public void What_to_do_is_said_without_an_option_of_the_command_line(string series, string method)
    {
        Fault fault = Assert.Throws<Fault>(() => OwnSeriesDesk.Answer(new OwnSeriesQuery { Series = series, Method = method }));
        Assert.DoesNotContain("--", fault.Message + fault.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain("./run", fault.Message + fault.Hint, StringComparison.Ordinal);
    }
}
