using System.Linq;
using SeizureIntel.Analytics.Statistics.Trends;

namespace SeizureIntel.Validation.Vectors;

/// <summary>displacement: the share of one route within two.</summary>
internal static class DisplacementVectors
{
    public static void Check(VectorFiles files)
    {
        var series = files.Table("displacement/series.csv");
        var first = series.SeriesBy("case", "A");
        var second = series.SeriesBy("case", "B");
        var step = series.SeriesBy("case", "step");
        var expected = files.Table("displacement/expected.csv");
        var answer = new TableAnswer(expected, "case");
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var name = expected.Text(row, "case");
            if (Displacement.Test(first[name], second[name], step[name], fewestPeriods: 1).Value is { } shift)
            {
                answer.Set(row, "step_logit", shift.StepLogit);
                answer.Set(row, "step_se", shift.StepError);
                answer.Set(row, "step_t", shift.StepStatistic);
                answer.Set(row, "step_p", shift.StepPValue);
                answer.Set(row, "dispersion", shift.Dispersion);
                answer.Set(row, "df", shift.ResidualDegrees);
                answer.Set(row, "trend_logit", shift.TrendLogit);
                answer.Set(row, "trend_se", shift.TrendError);
                answer.Set(row, "trend_p", shift.TrendPValue);
                answer.Set(row, "spearman", shift.RankCorrelation);
            }
        }

        string[] estimates = ["step_logit", "step_se", "step_t", "dispersion", "trend_logit", "trend_se", "spearman"];
        files.Compare(
            answer,
            [
                .. estimates.Select(c => new ComparedColumn(c, Tolerance.Iter)),
                new("df", Tolerance.Exact),
                new("step_p", Tolerance.IterP),
                new("trend_p", Tolerance.IterP),
            ]
        );
    }
}
