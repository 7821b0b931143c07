using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Analytics.Statistics.Surveillance;

namespace SeizureIntel.Validation.Vectors;

/// <summary>farrington: the flexible method as the reference writes it, and the house's predictive test.</summary>
internal static class FarringtonVectors
{
    public static void Check(VectorFiles files)
    {
        files.Attempt("farrington/expected.csv", () => CheckConfigurations(files));
        files.Attempt("farrington/noufaily", () => NoufailyVectors.Check(files));
        files.Attempt("farrington/predictive_expected.csv", () => CheckPredictive(files));
    }

    private static void CheckConfigurations(VectorFiles files)
    {
        var series = files.Table("farrington/series.csv");
        var configurations = files.Json("farrington/configs.json");
        var expected = files.Table("farrington/expected.csv");
        var answer = new TableAnswer(expected, "series", "config", "index", "observed");
        var rowsOf = series.Groups("series").ToDictionary(g => g.Key, g => g.Value, StringComparer.Ordinal);
        var isReferenceBound = new bool[expected.Rows.Count];
        var isContinuousUpper = new bool[expected.Rows.Count];
        foreach (var (key, rows) in expected.Groups("series", "config"))
        {
            var name = expected.Text(rows[0], "series");
            var settings = JsonNumbers.Member(configurations, name + "/" + expected.Text(rows[0], "config"));
            var options = Options(settings);
            var own = rowsOf.TryGetValue(name, out var found)
                ? found
                : throw new VectorFormatException($"farrington/series.csv: series '{name}' is missing.");
            var counts = own.Select(i => series.Number(i, "observed")).ToArray();
            var population = own.Select(i => series.Number(i, "population")).ToArray();
            var dates = JsonNumbers.Member(settings, "epochAsDate").GetValue<bool>()
                ? own.Select(i => DateOnly.ParseExact(series.Text(i, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToArray()
                : null;
            foreach (var row in rows)
            {
                var outcome = FlexibleFarrington.Test(counts, expected.Integer(row, "index") - 1, options, dates, population);
                isReferenceBound[row] = isContinuousUpper[row] = options.Threshold == FarringtonThreshold.PowerTransformed;
                if (outcome.IsTestable)
                {
                    Fill(answer, row, outcome.Value, options);
                }
                else
                {
                    // A fit that does not converge leaves the reference's expectation at its first value.
                    answer.Set(row, "expected", 0);
                }
            }
        }

        files.Compare(
            answer,
            new("expected", Tolerance.Iter),
            new("mu0Vector", Tolerance.Iter, row => isReferenceBound[row] ? null : Tolerance.Iter),
            new("phi", Tolerance.Iter),
            new("upper", Tolerance.Exact, row => isContinuousUpper[row] ? Tolerance.Iter : Tolerance.Exact),
            new("pvalue", Tolerance.IterP),
            new("score_R", Tolerance.Iter),
            new("trend", Tolerance.Exact),
            new("trendCoef", Tolerance.Iter),
            new("alarm", Tolerance.Exact)
        );
    }

    private static void Fill(TableAnswer answer, int row, FarringtonResult result, FarringtonOptions options)
    {
        // The reference prints no expectation where it draws no bound.
        var isShown = result.IsGateOpen && !double.IsInfinity(result.MeanBound);
        answer.Set(row, "expected", isShown ? result.Mean : double.NaN);
        if (options.Threshold != FarringtonThreshold.PowerTransformed)
        {
            answer.Set(row, "mu0Vector", result.MeanBound);
        }

        answer.Set(row, "phi", result.Dispersion);
        answer.Set(row, "upper", isShown ? result.Upper ?? double.NaN : double.NaN);
        answer.Set(row, "pvalue", result.PValue ?? double.NaN);
        answer.Set(row, "score_R", result.ReferenceScore ?? double.NaN);
        answer.Set(row, "trend", result.HasTrend);
        answer.Set(row, "trendCoef", result.Trend ?? double.NaN);
        answer.Set(row, "alarm", result.IsAlarm);
    }

    private static FarringtonOptions Options(JsonNode settings)
    {
        var known = new HashSet<string>(StringComparer.Ordinal)
        {
            "b",
            "w",
            "noPeriods",
            "pastWeeksNotIncluded",
            "weightsThreshold",
            "reweight",
            "trend",
            "pThresholdTrend",
            "thresholdMethod",
            "alpha",
            "limit54",
            "from",
            "to",
            "epochAsDate",
            "freq",
            "powertrans",
            "populationOffset",
        };
        if (settings.AsObject().FirstOrDefault(m => !known.Contains(m.Key)).Key is { } unknown)
        {
            throw new VectorFormatException($"farrington/configs.json: unknown option '{unknown}'.");
        }

        var gate = JsonNumbers.Numbers(settings, "limit54");
        return new FarringtonOptions
        {
            PeriodsPerYear = JsonNumbers.Integer(settings, "freq"),
            Years = JsonNumbers.Integer(settings, "b"),
            HalfWindow = JsonNumbers.Integer(settings, "w"),
            SeasonalLevels = JsonNumbers.Integer(settings, "noPeriods"),
            ExcludedPast = JsonNumbers.Integer(settings, "pastWeeksNotIncluded"),
            Reweight = JsonNumbers.Member(settings, "reweight").GetValue<bool>(),
            ReweightThreshold = JsonNumbers.Number(settings, "weightsThreshold"),
            Trend = JsonNumbers.Member(settings, "trend").GetValue<bool>(),
            TrendThreshold = JsonNumbers.Number(settings, "pThresholdTrend"),
            Threshold = JsonNumbers.Member(settings, "thresholdMethod").GetValue<string>() switch
            {
                "nbPlugin" => FarringtonThreshold.NegativeBinomialPlugin,
                "muan" => FarringtonThreshold.UpperMean,
                "delta" => FarringtonThreshold.PowerTransformed,
                var other => throw new VectorFormatException($"farrington/configs.json: unknown thresholdMethod '{other}'."),
            },
            Power = settings["powertrans"]?.GetValue<string>() switch
            {
                null or "2/3" => PowerTransformation.TwoThirds,
                "1/2" => PowerTransformation.SquareRoot,
                "none" => PowerTransformation.None,
                var other => throw new VectorFormatException($"farrington/configs.json: unknown powertrans '{other}'."),
            },
            Alpha = JsonNumbers.Number(settings, "alpha"),
            GateEvents = (int)gate[0],
            GatePeriods = (int)gate[1],
            ExposureOffset = settings["populationOffset"]?.GetValue<bool>() ?? false,
            RCompatible = true,
        };
    }

    private static void CheckPredictive(VectorFiles files)
    {
        var series = files.Table("farrington/predictive_series.csv").SeriesBy("series", "observed");
        var expected = files.Table("farrington/predictive_expected.csv");
        var answer = new TableAnswer(expected, "series", "index", "observed");
        var options = new FarringtonOptions { GateEvents = 0 };
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var outcome = PredictiveDetector.Test(series[expected.Text(row, "series")], expected.Integer(row, "index") - 1, options);
            if (outcome.IsTestable)
            {
                var result = outcome.Value;
                answer.Set(row, "mu0", result.Mean);
                answer.Set(row, "phi", result.Dispersion);
                answer.Set(row, "se_eta", result.LogMeanError);
                answer.Set(row, "trend", result.HasTrend);
                answer.Set(row, "p_plugin", result.PluginPValue);
                answer.Set(row, "p_predictive", result.PValueOnePeriod);
                answer.Set(row, "y2", result.CountTwoPeriods ?? double.NaN);
                answer.Set(row, "p2_predictive", result.PValueTwoPeriods ?? double.NaN);
                answer.Set(row, "p_minp", result.PValue);
            }
        }

        var fit = new Tolerance(1e-6, 1e-8);
        var p = Tolerance.Within(1e-7);
        files.Compare(
            answer,
            new("mu0", fit),
            new("phi", fit),
            new("se_eta", fit),
            new("trend", Tolerance.Exact),
            new("p_plugin", p),
            new("p_predictive", p),
            new("y2", Tolerance.Exact),
            new("p2_predictive", p),
            new("p_minp", p)
        );
    }
}
