using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Validation.Methods.Associations;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Associations;

public sealed class DisproportionTests
{
    [Fact]
    public void A_small_count_is_drawn_to_what_is_usual()
    {
        // Gamma(2, 2): (2 + 3) / (2 + 1) = 5/3 where the raw ratio is 3.
        Assert.Equal(5.0 / 3, ShrunkRatio.Mean(new GammaRatePrior(2, 2), new CellCount(3, 1)), 1e-15);
    }

    [Fact]
    public void A_mixture_of_two_equal_laws_is_one_law()
    {
        var posterior = new GammaMixture(2, 2, 2, 2, 0.3).Posterior(new CellCount(3, 1));

        Assert.Equal(0.3, posterior.FirstShare, 1e-12);
        Assert.Equal(ShrunkRatio.Quantile(new GammaRatePrior(2, 2), new CellCount(3, 1), 0.05), posterior.Low, 1e-9);
    }

    [Fact]
    public void An_empty_cell_beside_gives_no_infinite_ratio()
    {
        var ratios = ReportingRatios.Of(2, 2, 5, 50, 0.2);

        Assert.Null(ratios.Odds);
        Assert.Equal(2 / 2.0 / (3 / 48.0), ratios.Proportional!.Value, 1e-12);
        Assert.Null(ReportingRatios.Of(2, 50, 2, 50, 2).ChiSquared);
    }

    [Fact]
    public void Too_few_cells_are_not_testable()
    {
        Assert.False(GammaMixture.Estimate([new CellCount(1, 1)]).IsTestable);
        Assert.False(ShrunkRatio.Estimate([.. Enumerable.Repeat(new CellCount(0, 1), 9)]).IsTestable);
        Assert.Throws<ArgumentException>(() => ShrunkRatio.Estimate([new CellCount(-1, 1), new CellCount(1, 1)]));
    }
}
