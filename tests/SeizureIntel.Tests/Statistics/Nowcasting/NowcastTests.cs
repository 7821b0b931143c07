using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Nowcasting;
using SeizureIntel.Analytics.Statistics.Rates;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Nowcasting;

public sealed class NowcastTests
{
    private static readonly IReadOnlyList<IReadOnlyList<double>> Triangle =
    [
        [2, 1],
        [3, 3],
        [4, double.NaN],
    ];

    [Fact]
    public void The_newest_count_is_raised_by_the_share_that_is_usually_late()
    {
        var delay = Nowcast.Delays(Triangle).Value;

        // delay 1: 1 + 3 of 3 + 6 events, so 5/9 are reported at once; 4 / (5/9) = 7.2
        Assert.NotNull(delay);
        Assert.Equal(4.0 / 9, delay.ReverseHazards[1], 1e-15);
        var points = Nowcast.Predict(delay, new GammaRatePrior(2, 1));
        Assert.Equal(7.2, points[2].ChainLadder!.Value, 1e-12);

        // 4 + (2 + 4) (4/9) / (1 + 5/9)
        Assert.Equal(4 + (6 * (4.0 / 9) / (14.0 / 9)), points[2].Mean, 1e-12);
        Assert.Equal(6, points[1].Mean);
        Assert.Equal(6, points[1].Quantile(0.975));
    }

    [Fact]
    public void A_reporter_with_few_events_is_drawn_to_its_region()
    {
        var region = Nowcast.Delays(Triangle).Value;
        var own = Nowcast
            .Delays(
                [
                    [0, 1],
                    [0, 0],
                    [0, double.NaN],
                ],
                region,
                weight: 10
            )
            .Value;

        // (1 + 10 x 4/9) / (1 + 10)
        Assert.NotNull(own);
        Assert.Equal((1 + (40.0 / 9)) / 11, own.ReverseHazards[1], 1e-14);
    }

    [Fact]
    public void An_empty_triangle_is_not_testable() => Assert.Equal("no period", Nowcast.Delays([]).Reason);
}
