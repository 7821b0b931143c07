using System;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Validation.Methods.Numerics;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Numerics;

public sealed class CountDistributionTests
{
    // Mean 2 and size 1 is the geometric law with P(Y >= k) = (2/3)^k.
    private static readonly CountDistribution Geometric = new(2, 1);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(60)]
    [InlineData(500)]
    public void Tail_of_the_geometric_law_is_a_power(int count)
    {
        var expected = Math.Pow(2.0 / 3, count);
        Assert.Equal(1, Geometric.UpperTail(count) / expected, 1e-11);
    }

    [Fact]
    public void Quantile_is_the_first_count_that_reaches_the_level() =>
        // (2/3)^(q+1) <= .005 first at q = 13
        Assert.Equal(13, Geometric.Quantile(0.995));

    [Fact]
    public void Mid_p_takes_half_of_the_observed_count() =>
        // P(Y > 1) + P(Y = 1) / 2 = 4/9 + 1/9
        Assert.Equal(5.0 / 9, Geometric.MidUpperTail(1), 1e-14);

    [Fact]
    public void Upper_and_lower_tails_complete_each_other() => Assert.Equal(1, Geometric.UpperTail(7) + Geometric.Cumulative(6), 1e-14);

    [Fact]
    public void Dispersion_of_one_is_the_Poisson_law()
    {
        var law = CountDistribution.WithDispersion(1, 1);
        Assert.Equal(1 - Math.Exp(-1), law.UpperTail(1), 1e-15);
        Assert.Equal(-1 - Math.Log(2), law.LogDensity(2), 1e-14);
    }

    [Fact]
    public void Log_density_stays_finite_where_the_density_is_too_small_for_a_number() =>
        // P(Y = k) = (1/3) (2/3)^k
        Assert.Equal(Math.Log(1.0 / 3) + (5000 * Math.Log(2.0 / 3)), Geometric.LogDensity(5000), 1e-8);

    [Fact]
    public void Without_a_mean_nothing_is_expected()
    {
        var law = CountDistribution.Poisson(0);
        Assert.Equal(0, law.UpperTail(1));
        Assert.Equal(0.5, law.MidUpperTail(0));
        Assert.Equal(0, law.Quantile(0.99));
    }

    [Fact]
    public void Gauss_Hermite_averages_moments_of_the_normal_law_exactly()
    {
        double second = 0,
            fourth = 0,
            exponential = 0;
        for (var i = 0; i < GaussHermite.Nodes.Length; i++)
        {
            var (z, w) = (GaussHermite.Nodes[i], GaussHermite.Weights[i]);
            second += w * z * z;
            fourth += w * z * z * z * z;
            exponential += w * Math.Exp(z);
        }

        // E z^2 = 1, E z^4 = 3, E e^z = e^(1/2)
        Assert.Equal(1, second, 1e-13);
        Assert.Equal(3, fourth, 1e-12);
        Assert.Equal(Math.Exp(0.5), exponential, 1e-12);
    }

    [Fact]
    public void Tails_of_t_and_F_agree_with_closed_forms()
    {
        // Student with 1 degree of freedom is Cauchy: P(|T| > 1) = 1/2; F(2, 2): P(F > f) = 1/(1 + f).
        Assert.Equal(0.5, ContinuousTails.StudentTwoSided(1, 1), 1e-13);
        Assert.Equal(0.25, ContinuousTails.FisherUpper(3, 2, 2), 1e-13);
        Assert.Equal(Math.Exp(-2), ContinuousTails.ChiSquaredUpper(4, 2), 1e-14);
    }
}
