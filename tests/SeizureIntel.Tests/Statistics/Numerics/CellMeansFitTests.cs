using System;
using SeizureIntel.Analytics.Statistics.Numerics;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Numerics;

public sealed class CellMeansFitTests
{
    // Two levels of five and six rows: neither fills its blocks of four.
    private static readonly (double Count, double Time, int Level)[] Rows =
    [
        (3, -2.5, 0),
        (0, -2.25, 0),
        (5, -2, 0),
        (2, -0.75, 0),
        (9, -0.5, 0),
        (1, -1.75, 1),
        (4, -1.5, 1),
        (2, -1.25, 1),
        (7, -1, 1),
        (6, -0.25, 1),
        (12, 0, 1),
    ];

    [Fact]
    public void Levels_with_a_trend_agree_with_a_general_fit()
    {
        // R 4.2.2: glm(y ~ 0 + factor(level) + t, quasipoisson); cov.unscaled of the second level.
        var fit = Of(Rows);

        Assert.True(fit.Fit(trend: true));

        Assert.Equal(2.32444349848358, fit.Predictor(0, 0), 1e-9);
        Assert.Equal(2.26299309706128, fit.Predictor(1, 0), 1e-9);
        Assert.Equal(0.73029790523104, fit.Slope, 1e-9);
        Assert.Equal(1.6932348847012, fit.Dispersion(prior: false), 1e-8);
        Assert.Equal(0.04921018835239, fit.UnscaledVariance(1, 0), 1e-8);
        Assert.Equal(3, fit.Rank);
    }

    [Fact]
    public void High_counts_weigh_less_in_the_second_fit()
    {
        // R 4.2.2: Anscombe residuals of that fit with hatvalues(); only the third row, 1.27947, exceeds 1.2 and weighs 1 / 1.27947^2 before scaling;
        // then glm(weights =).
        var fit = Of(Rows);
        fit.Fit(trend: true);

        fit.DownweightHighCounts(fit.Dispersion(prior: false), threshold: 1.2);

        Assert.True(fit.Fit(trend: true));
        Assert.Equal(2.3112255653415, fit.Predictor(0, 0), 1e-7);
        Assert.Equal(2.2903580550259, fit.Predictor(1, 0), 1e-7);
        Assert.Equal(0.7726196137839, fit.Slope, 1e-7);
        Assert.Equal(1.6951920618268, fit.Dispersion(prior: false), 1e-7);
    }

    [Fact]
    public void Without_a_trend_each_level_has_the_mean_of_its_counts()
    {
        // Means 19/5 and 32/6; dispersion from R 4.2.2.
        var fit = Of(Rows);

        Assert.True(fit.Fit(trend: false));

        Assert.Equal(Math.Log(19.0 / 5), fit.Predictor(0, 0), 1e-9);
        Assert.Equal(Math.Log(32.0 / 6), fit.Predictor(1, 0), 1e-9);
        Assert.Equal(3.0212001905325, fit.Dispersion(prior: false), 1e-8);
        Assert.Equal(0, fit.Slope);
        Assert.Equal(2, fit.Rank);
    }

    [Fact]
    public void Counts_that_double_every_period_are_fitted_exactly()
    {
        // 1, 2, 4, 8, 16 at times -4 .. 0: slope ln 2, mean 16 at time 0, no residual.
        var fit = Of([(1, -4, 0), (2, -3, 0), (4, -2, 0), (8, -1, 0), (16, 0, 0)]);

        Assert.True(fit.Fit(trend: true));

        Assert.Equal(Math.Log(2), fit.Slope, 1e-12);
        Assert.Equal(Math.Log(16), fit.Predictor(0, 0), 1e-12);
        Assert.Equal(0, fit.Dispersion(prior: false), 1e-12);
    }

    [Fact]
    public void An_exposure_enters_as_offset()
    {
        // 2 + 6 + 4 events over 1 + 3 + 2 units of exposure: 2 a unit.
        var fit = new CellMeansFit();
        fit.Reset(3, 1);
        fit.Add(2, -2, 0, Math.Log(1));
        fit.Add(6, -1, 0, Math.Log(3));
        fit.Add(4, 0, 0, Math.Log(2));
        fit.Close();

        Assert.True(fit.Fit(trend: false));

        Assert.Equal(Math.Log(2), fit.Predictor(0, 0), 1e-12);
    }

    [Fact]
    public void A_trend_that_the_levels_explain_is_left_out()
    {
        // Each level has one time: no difference of time within a level.
        var fit = Of([(3, -1.1, 0), (5, -1.1, 0), (7, -0.3, 1), (9, -0.3, 1)]);

        Assert.True(fit.Fit(trend: true));

        Assert.Equal(0, fit.Slope);
        Assert.Equal(0, fit.TimeSpread);
        Assert.Equal(2, fit.Rank);
        Assert.Equal(Math.Log(4), fit.Predictor(0, 0), 1e-9);
    }

    [Fact]
    public void A_level_without_rows_has_no_predictor()
    {
        var fit = new CellMeansFit();
        fit.Reset(2, 3);
        fit.Add(1, -1, 1, 0);
        fit.Add(3, 0, 1, 0);
        fit.Close();

        Assert.True(fit.Fit(trend: false));

        Assert.Equal(double.NaN, fit.Predictor(0, 0));
        Assert.Equal(Math.Log(2), fit.Predictor(1, 0), 1e-9);
        Assert.Equal(double.NaN, fit.Predictor(2, 0));
    }

    [Fact]
    public void A_fit_forgets_the_one_before()
    {
        // The same buffers, first many rows, then few.
        var fit = Of([.. Rows, .. Array.ConvertAll(Rows, r => (r.Count * 100, r.Time, 1))]);
        fit.Fit(trend: true);

        fit.Reset(2, 1);
        fit.Add(4, -1, 0, 0);
        fit.Add(6, 0, 0, 0);
        fit.Close();

        Assert.True(fit.Fit(trend: false));
        Assert.Equal(Math.Log(5), fit.Predictor(0, 0), 1e-9);
        Assert.Equal(2, fit.Rows);
    }

    private static CellMeansFit Of((double Count, double Time, int Level)[] rows)
    {
        var fit = new CellMeansFit();
        fit.Reset(rows.Length, 2);
        foreach (var (count, time, level) in rows)
        {
            fit.Add(count, time, level, 0);
        }

        fit.Close();
        return fit;
    }
}
