using System.Linq;
using SeizureIntel.Analytics.Statistics.Trends;

namespace SeizureIntel.Validation.Vectors;

/// <summary>panel_range: the trends when one reporter after the other is left out.</summary>
internal static class PanelRangeVectors
{
    public static void Check(VectorFiles files)
    {
        var panel = files.Table("panel_range/panel.csv");
        var expected = files.Table("panel_range/expected.csv");
        var answer = new TableAnswer(expected, "case");
        var byCase = panel.Groups("case").ToDictionary(g => g.Key, g => g.Value);
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var observations = byCase[expected.Text(row, "case")]
                .Select(r => new PanelObservation(
                    panel.Text(r, "reporter"),
                    panel.Integer(r, "period"),
                    panel.Number(r, "y"),
                    panel.Number(r, "other")
                ));
            if (PanelRegression.Sensitivity([.. observations]).Value is { } range)
            {
                answer.Set(row, "low", range[0].Slope);
                answer.Set(row, "high", range[1].Slope);
            }
        }

        files.Compare(answer, new("low", Tolerance.Iter), new("high", Tolerance.Iter));
    }
}
