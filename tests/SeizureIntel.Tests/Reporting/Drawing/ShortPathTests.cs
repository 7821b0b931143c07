using SeizureIntel.Reporting.Drawing;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Drawing;

public sealed class ShortPathTests
{
    [Fact]
    public void Points_are_written_as_steps_of_tenths() =>
        // 10.04 -> 10, 12.56 -> 12.6, 13.6; 20, 19.5, 20.5.
        Assert.Equal("M10 20l2.6-0.5 1 1z", ShortPath.Of("M10.04 20L12.56 19.5L13.6 20.5Z"));

    [Fact]
    public void Rounding_does_not_add_up() =>
        // Four steps of 0.04 end at 10.16, which is 10.2, although each alone rounds to nothing: the second reaches 10.1.
        Assert.Equal("M10 0l0.1 0 0.1 0", ShortPath.Of("M10 0L10.04 0L10.08 0L10.12 0L10.16 0"));

    [Fact]
    public void A_move_that_no_line_follows_is_left_out() => Assert.Equal("M1 1l1 0M9 9l1 0", ShortPath.Of("M1 1L2 1M5 5M9 9L10 9M3 3"));

    [Fact]
    public void Curves_keep_their_form() => Assert.Equal("M1 2C3.1 4 5 6 7 8", ShortPath.Of("M1 2C3.12 4 5 6 7 8.04"));
}
