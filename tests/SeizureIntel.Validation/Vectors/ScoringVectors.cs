using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Validation.Methods.Forecasting;

namespace SeizureIntel.Validation.Vectors;

/// <summary>scoring: scores and tails of count laws, and the score of a sample.</summary>
internal static class ScoringVectors
{
    private static readonly Tolerance Closed = Tolerance.Plain(1e-9);

    public static void Check(VectorFiles files)
    {
        files.Attempt("scoring/distribution_scores.csv", () => CheckLaws(files));
        files.Attempt("scoring/sample_crps.json", () => CheckSamples(files));
    }

    private static void CheckLaws(VectorFiles files)
    {
        var expected = files.Table("scoring/distribution_scores.csv");
        var answer = new TableAnswer(expected, "y", "mu", "size");
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var y = expected.Number(row, "y");
            var law = new CountDistribution(expected.Number(row, "mu"), expected.Number(row, "size"));
            var poisson = CountDistribution.Poisson(law.Mean);
            answer.Set(row, "crps_nb", ForecastScores.RankedProbability(law, y));
            answer.Set(row, "logs_nb", ForecastScores.Logarithmic(law, y));
            answer.Set(row, "crps_pois", ForecastScores.RankedProbability(poisson, y));
            answer.Set(row, "logs_pois", ForecastScores.Logarithmic(poisson, y));
            answer.Set(row, "crps_norm", ForecastScores.RankedProbabilityNormal(law.Mean, Math.Sqrt(law.Variance), y));
            answer.Set(row, "pbinom_upper", law.UpperTail(y));
            answer.Set(row, "midp", law.MidUpperTail(y));
            answer.Set(row, "q995", law.Quantile(0.995));
        }

        string[] columns = ["crps_nb", "logs_nb", "crps_pois", "logs_pois", "crps_norm", "pbinom_upper", "midp"];
        files.Compare(answer, [.. columns.Select(c => new ComparedColumn(c, Closed)), new("q995", Tolerance.Exact)]);
    }

    private static void CheckSamples(VectorFiles files)
    {
        const string file = "scoring/sample_crps.json";
        var reference = files.Json(file);
        var ours = reference.DeepClone();
        foreach (var item in ours.AsArray())
        {
            item!["crps"] = ForecastScores.RankedProbabilitySample(JsonNumbers.Numbers(item, "sample"), JsonNumbers.Number(item, "y"));
        }

        files.Compare(file, ours, reference, new Dictionary<string, Tolerance>(StringComparer.Ordinal) { ["crps"] = Closed });
    }
}
