using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Trends;
using SeizureIntel.Validation.Methods.Trends;

namespace SeizureIntel.Validation.Vectors;

/// <summary>panel_trend: trend and index over reporters, adjusted for their activity.</summary>
internal static class PanelTrendVectors
{
    public static void Check(VectorFiles files)
    {
        var data = files.Table("panel_trend/data.csv");
        var panels = data.Groups("case")
            .ToDictionary(
                g => g.Key,
                g =>
                    g.Value.Select(i => new PanelObservation(
                            data.Text(i, "reporter"),
                            data.Integer(i, "period"),
                            data.Number(i, "y"),
                            data.Number(i, "other")
                        ))
                        .ToList(),
                StringComparer.Ordinal
            );
        files.Attempt("panel_trend/trend_expected.csv", () => CheckTrend(files, panels));
        files.Attempt("panel_trend/index_expected.csv", () => CheckIndex(files, panels));
    }

    private static void CheckTrend(VectorFiles files, Dictionary<string, List<PanelObservation>> panels)
    {
        var expected = files.Table("panel_trend/trend_expected.csv");
        var answer = new TableAnswer(expected, "case");
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var panel = panels[expected.Text(row, "case")];
            if (PanelRegression.Trend(panel).Value is { } adjusted)
            {
                answer.Set(row, "adj_slope", adjusted.Slope);
                answer.Set(row, "adj_se", adjusted.Error);
                answer.Set(row, "adj_p", adjusted.PValue);
                answer.Set(row, "dispersion", adjusted.Dispersion);
            }

            if (PanelRegression.Trend(panel, isAdjusted: false).Value is { } raw)
            {
                answer.Set(row, "raw_slope", raw.Slope);
                answer.Set(row, "raw_se", raw.Error);
                answer.Set(row, "raw_p", raw.PValue);
            }
        }

        files.Compare(
            answer,
            new("adj_slope", Tolerance.Iter),
            new("adj_se", Tolerance.Iter),
            new("adj_p", Tolerance.IterP),
            new("dispersion", Tolerance.Iter),
            new("raw_slope", Tolerance.Iter),
            new("raw_se", Tolerance.Iter),
            new("raw_p", Tolerance.IterP)
        );
    }

    private static void CheckIndex(VectorFiles files, Dictionary<string, List<PanelObservation>> panels)
    {
        var expected = files.Table("panel_trend/index_expected.csv");
        var answer = new TableAnswer(expected, "case", "period");
        foreach (var (name, rows) in expected.Groups("case"))
        {
            if (PanelIndex.Of(panels[name]).Value is not { } index)
            {
                continue;
            }

            var points = index.ToDictionary(p => p.Period);
            foreach (var row in rows)
            {
                if (points.TryGetValue(expected.Integer(row, "period"), out var point))
                {
                    answer.Set(row, "log_index", point.LogIndex);
                    answer.Set(row, "se", point.Error);
                    answer.Set(row, "index", point.Index);
                }
            }
        }

        files.Compare(answer, new("log_index", Tolerance.Iter), new("se", Tolerance.Iter), new("index", Tolerance.Iter));
    }
}
