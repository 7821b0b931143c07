using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Reading.Models;
using Xunit;

namespace SeizureIntel.Tests.Reading;

public sealed class IsotonicTests
{
    // 0.2 is right and 0.3 wrong: pooled, one of two. 0.4 and 0.5 are right, 0.6 is right one time of two: pooled, three of four.
    private static readonly IReadOnlyList<CalibrationStep> Steps = Isotonic.Of([
        (0.1, false),
        (0.2, true),
        (0.3, false),
        (0.4, true),
        (0.5, true),
        (0.6, true),
        (0.6, false),
    ]);

    [Fact]
    public void Predictions_that_fall_are_pooled() =>
        Assert.Equal([(0.1, 0.01), (0.3, 0.5), (0.6, 0.75)], Steps.Select(s => (s.UpTo, s.Realised)));

    [Theory]
    [InlineData(0.05, 0.01)]
    [InlineData(0.25, 0.5)]
    [InlineData(0.3, 0.5)]
    [InlineData(0.31, 0.75)]
    [InlineData(0.9, 0.75)]
    public void A_probability_is_worth_what_its_step_realised(double probability, double realised) =>
        Assert.Equal(realised, Isotonic.Realised(Steps, probability));

    [Fact]
    public void Without_predictions_a_probability_stands_for_itself() => Assert.Equal(0.7, Isotonic.Realised(Isotonic.Of([]), 0.7));
}
