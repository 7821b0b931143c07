using System;
using SeizureIntel.Analytics.Statistics.Rates;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Rates;

public sealed class WilsonIntervalTests
{
    [Fact]
    public void The_interval_of_a_share_is_Wilsons()
    {
        // 81 of 263: 0.2553 to 0.3662. R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
        (double share, double low, double high) = WilsonInterval.Of(81, 263);

        Assert.Equal(81 / 263.0, share, 12);
        Assert.Equal(0.2553, low, 4);
        Assert.Equal(0.3662, high, 4);
    }

    [Fact]
    public void A_share_of_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(0, 0));
}
