using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Trends;

namespace SeizureIntel.Validation.Methods.Trends;

/// <summary>Index of a commodity over several reporters whose activity changes.</summary>
public static class PanelIndex
{
    /// <summary>The index of each period against the first.</summary>
    /// <param name="panel">One observation a reporter and period; absent = missing.</param>
    /// <returns>One point a period but the first, in order; or the reason why there is none.</returns>
    /// <remarks>Assumes as <see cref="PanelRegression.Trend"/>, without a shape over time. Source: McCullagh and Nelder, 1989, section 6.2.3; base period as in
    /// consumer price practice.</remarks>
    public static Outcome<IReadOnlyList<PanelIndexPoint>> Of(IReadOnlyList<PanelObservation> panel)
    {
        var rows = PanelRegression.WithEvents(panel, out var reporters);
        var periods = rows.Select(r => r.Period).Distinct().Order().ToArray();
        var columns = PanelRegression.ReporterColumns(rows, reporters);
        foreach (var period in periods.Skip(1))
        {
            columns.Add([.. rows.Select(r => r.Period == period ? 1.0 : 0)]);
        }

        if (periods.Length < 2 || PanelRegression.Fit(rows, columns, isAdjusted: true) is not { } fit)
        {
            return Outcome<IReadOnlyList<PanelIndexPoint>>.NotTestable(
                rows.Count == 0 ? "no event in any period" : "too few periods, or the fit does not converge"
            );
        }

        var points = new List<PanelIndexPoint>();
        for (var i = 1; i < periods.Length; i++)
        {
            var column = reporters.Count + i - 1;
            if (fit.IsEstimated[column])
            {
                var value = fit.Coefficients[column];
                points.Add(new PanelIndexPoint(periods[i], value, fit.StandardError(column), Math.Exp(value)));
            }
        }

        return Outcome<IReadOnlyList<PanelIndexPoint>>.Of(points);
    }
}
