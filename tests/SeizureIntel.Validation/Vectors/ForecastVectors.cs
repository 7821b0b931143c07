using System;
using SeizureIntel.Analytics.Statistics.Forecasting;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Validation.Methods.Forecasting;

namespace SeizureIntel.Validation.Vectors;

/// <summary>forecast_gplevel and forecast_nbglm: forecasts of the last 13 points of the common series.</summary>
internal static class ForecastVectors
{
    private const double NearLevel = 1e-6;

    public static void CheckLevel(VectorFiles files)
    {
        var series = new SharedSeries(files);
        var expected = files.Table("forecast_gplevel/expected.csv");
        var answer = new TableAnswer(expected, "series", "index", "y");
        foreach (var (name, rows) in expected.Groups("series"))
        {
            var training = series.Training(name);
            if (SeasonalLevel.Forecast(training, series.Frequency(name), SharedSeries.Held).Value is not { } forecast)
            {
                continue;
            }

            foreach (var row in rows)
            {
                var step = forecast.Steps[expected.Integer(row, "index") - training.Length - 1];
                answer.Set(row, "season_mu", step.Season);
                answer.Set(row, "level", forecast.Level);
                answer.Set(row, "phi", forecast.Dispersion);
                answer.Set(row, "mu", step.Law.Mean);
                answer.Set(row, "var", step.Variance);
                answer.Set(row, "size", step.Law.Size);
                answer.Set(row, "q025", step.Law.Quantile(0.025));
                answer.Set(row, "q50", step.Law.Quantile(0.5));
                answer.Set(row, "q975", step.Law.Quantile(0.975));
                answer.Set(row, "crps", ForecastScores.RankedProbability(step.Law, expected.Number(row, "y")));
            }
        }

        files.Compare(
            answer,
            new("season_mu", Tolerance.Tight),
            new("level", Tolerance.Tight),
            new("phi", Tolerance.Tight),
            new("mu", Tolerance.Tight),
            new("var", Tolerance.Tight),
            new("size", Tolerance.Tight),
            new("q025", Tolerance.Exact),
            new("q50", Tolerance.Exact),
            new("q975", Tolerance.Exact),
            new("crps", Tolerance.Tight)
        );
    }

    public static void CheckRegression(VectorFiles files)
    {
        var series = new SharedSeries(files);
        files.Attempt("forecast_nbglm/coefficients.csv", () => CheckRegressionCoefficients(files, series));
        files.Attempt("forecast_nbglm/forecasts.csv", () => CheckRegressionForecasts(files, series));
    }

    private static void CheckRegressionCoefficients(VectorFiles files, SharedSeries series)
    {
        var coefficients = files.Table("forecast_nbglm/coefficients.csv");
        var answer = new TableAnswer(coefficients, "series", "ntrain");
        for (var row = 0; row < coefficients.Rows.Count; row++)
        {
            var name = coefficients.Text(row, "series");
            if (NegativeBinomialForecast.Fit(series.Training(name), series.Frequency(name), SharedSeries.Held).Value is { } fit)
            {
                answer.Set(row, "b0", fit.Intercept);
                answer.Set(row, "b_t", fit.Trend);
                answer.Set(row, "b_c1", fit.Cosine);
                answer.Set(row, "b_s1", fit.Sine);
                answer.Set(row, "theta", fit.Size);
                answer.Set(row, "se_theta", fit.SizeError);
                answer.Set(row, "loglik", fit.LogLikelihood);
                answer.Set(row, "deviance", fit.Deviance);
                answer.Set(row, "se_t", fit.TrendError);
            }
        }

        var (size, rest) = (Tolerance.Plain(1e-4), Tolerance.Plain(1e-5));
        files.Compare(
            answer,
            new("b0", rest),
            new("b_t", rest),
            new("b_c1", rest),
            new("b_s1", rest),
            new("theta", size),
            new("se_theta", size),
            new("loglik", rest),
            new("deviance", rest),
            new("se_t", rest)
        );
    }

    private static void CheckRegressionForecasts(VectorFiles files, SharedSeries series)
    {
        var expected = files.Table("forecast_nbglm/forecasts.csv");
        var answer = new TableAnswer(expected, "series", "index", "y");
        var laws = new CountDistribution?[expected.Rows.Count];
        (string Column, double Level)[] quantiles = [("q025", 0.025), ("q10", 0.1), ("q50", 0.5), ("q90", 0.9), ("q975", 0.975)];
        foreach (var (name, rows) in expected.Groups("series"))
        {
            var training = series.Training(name);
            if (NegativeBinomialForecast.Fit(training, series.Frequency(name), SharedSeries.Held).Value is not { } fit)
            {
                continue;
            }

            foreach (var row in rows)
            {
                var y = expected.Number(row, "y");
                var law = new CountDistribution(fit.Means[expected.Integer(row, "index") - training.Length - 1], fit.Size);
                laws[row] = law;
                answer.Set(row, "mu", law.Mean);
                foreach (var (column, level) in quantiles)
                {
                    answer.Set(row, column, law.Quantile(level));
                }

                answer.Set(row, "crps", ForecastScores.RankedProbability(law, y));
                answer.Set(row, "logs", ForecastScores.Logarithmic(law, y));
                answer.Set(row, "dss", ForecastScores.DawidSebastiani(law.Mean, law.Variance, y));
                answer.Set(row, "is95", ForecastScores.Interval(law.Quantile(0.025), law.Quantile(0.975), 0.05, y));
                answer.Set(row, "pit_lo", law.Cumulative(y - 1));
                answer.Set(row, "pit_hi", law.Cumulative(y));
            }
        }

        var rest = Tolerance.Plain(1e-5);
        ComparedColumn Quantile(string column, double level) =>
            new(column, Tolerance.Exact, row => IsNear(row, column, level) ? null : Tolerance.Exact);
        bool IsNear(int row, string column, double level) =>
            laws[row] is { } law
            && (
                Math.Abs(law.Cumulative(expected.Number(row, column)) - level) < NearLevel
                || Math.Abs(law.Cumulative(expected.Number(row, column) - 1) - level) < NearLevel
            );
        files.Compare(
            answer,
            new("mu", rest),
            Quantile("q025", 0.025),
            Quantile("q10", 0.1),
            Quantile("q50", 0.5),
            Quantile("q90", 0.9),
            Quantile("q975", 0.975),
            new("crps", rest),
            new("logs", rest),
            new("dss", rest),
            new("is95", rest, row => IsNear(row, "q025", 0.025) || IsNear(row, "q975", 0.975) ? null : rest),
            new("pit_lo", rest),
            new("pit_hi", rest)
        );
    }
}
