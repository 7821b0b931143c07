using System;
using System.Linq;
using SeizureIntel.Validation.Methods.Forecasting;

namespace SeizureIntel.Validation.Vectors;

/// <summary>forecast_ets: the recursion at given parameters, and our own optimum.</summary>
internal static class EtsVectors
{
    private const double Slack = 0.05;

    // Error variance of a series that is met at every point, but for rounding.
    private const double Perfect = 1e-20;

    // The 0.975 quantile of the standard normal law.
    private const double Z95 = 1.959963984540054;

    public static void Check(VectorFiles files)
    {
        var series = new SharedSeries(files);
        var expected = files.Table("forecast_ets/expected.csv");
        var answer = new TableAnswer(expected, "series", "model", "h", "alpha", "beta", "phi", "l0", "b0");
        var comparison = new Comparison(expected.Name);
        foreach (var (key, rows) in expected.Groups("series", "model"))
        {
            var first = rows[0];
            var training = series.Training(expected.Text(first, "series"));
            var model = expected.Text(first, "model") switch
            {
                "ANN" => SmoothingModel.Level,
                "AAN" => SmoothingModel.Trend,
                "AANd" => SmoothingModel.DampedTrend,
                var other => throw new VectorFormatException($"forecast_ets/expected.csv, data row {first + 1}: unknown model '{other}'."),
            };
            double Given(string column, double absent) =>
                expected.Number(first, column) is var value && double.IsNaN(value) ? absent : value;
            var given = new SmoothingParameters(Given("alpha", 0), Given("beta", 0), Given("phi", 1), Given("l0", 0), Given("b0", 0));
            var horizon = rows.Max(r => expected.Integer(r, "h"));
            if (ExponentialSmoothing.Run(training, model, given, horizon).Value is not { } fit)
            {
                continue;
            }

            foreach (var row in rows)
            {
                var step = expected.Integer(row, "h") - 1;
                var half = Z95 * Math.Sqrt(fit.Variances[step]);
                answer.Set(row, "loglik", fit.LogLikelihood);
                answer.Set(row, "aicc", fit.CorrectedAic);
                answer.Set(row, "sigma2", fit.ErrorVariance);
                answer.Set(row, "mean", fit.Means[step]);
                answer.Set(row, "lo95", fit.Means[step] - half);
                answer.Set(row, "hi95", fit.Means[step] + half);
            }

            var best = ExponentialSmoothing.Run(training, model, ExponentialSmoothing.Estimate(training, model), 1).Value;
            var own = best?.LogLikelihood ?? double.NegativeInfinity;
            var bound = expected.Number(first, "loglik") - Slack;
            var isPerfect = double.IsPositiveInfinity(bound) && best?.ErrorVariance <= Perfect;
            comparison.Holds(
                own >= bound || isPerfect,
                "own optimum of " + key.Replace('\u001f', ' '),
                CsvTable.Format(own),
                "at least " + CsvTable.Format(bound)
            );
        }

        var ours = answer.ToTable();
        var bounds = Tolerance.Plain(1e-6);
        (string Column, Tolerance Tolerance)[] columns =
        [
            ("loglik", bounds),
            ("aicc", bounds),
            ("sigma2", bounds),
            ("mean", Tolerance.Plain(1e-9)),
            ("lo95", bounds),
            ("hi95", bounds),
        ];
        foreach (var (column, tolerance) in columns)
        {
            for (var row = 0; row < expected.Rows.Count; row++)
            {
                comparison.Number(ours.Number(row, column), expected.Number(row, column), tolerance, $"{column}, data row {row + 1}");
            }
        }

        files.Finish(ours, comparison);
    }
}
