using System.Linq;
using SeizureIntel.Analytics.Statistics.Forecasting;

namespace SeizureIntel.Validation.Vectors;

/// <summary>forecast: the pool of a trend regression and a level that forgets.</summary>
internal static class PooledForecastVectors
{
    public static void Check(VectorFiles files)
    {
        var expected = files.Table("forecast/expected.csv");
        var answer = new TableAnswer(expected, "case", "index", "freq", "y");
        foreach (var (_, rows) in expected.Groups("case"))
        {
            // The periods to forecast stand last and have a mean.
            var ahead = rows.Where(r => !double.IsNaN(expected.Number(r, "mean"))).ToList();
            var counts = rows.Take(rows.Count - ahead.Count).Select(r => expected.Number(r, "y")).ToArray();
            var found = PooledForecast.Forecast(counts, expected.Integer(rows[0], "freq"), ahead.Count);
            for (var h = 0; h < ahead.Count && found.IsTestable; h++)
            {
                answer.Set(ahead[h], "mean", found.Value[h].Mean);
                answer.Set(ahead[h], "q025", found.Value[h].Quantile(0.025));
                answer.Set(ahead[h], "q50", found.Value[h].Quantile(0.5));
                answer.Set(ahead[h], "q975", found.Value[h].Quantile(0.975));
            }
        }

        files.Compare(
            answer,
            new("mean", Tolerance.Iter),
            new("q025", Tolerance.Exact),
            new("q50", Tolerance.Exact),
            new("q975", Tolerance.Exact)
        );
    }
}
