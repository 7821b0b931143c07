using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>Trend of a commodity over several reporters whose activity changes.</summary>
public static class PanelRegression
{
    private const double SmallestExposure = 0.5;

    /// <summary>The common trend, with reporter effects.</summary>
    /// <param name="panel">One observation a reporter and period; absent = missing, not zero.</param>
    /// <param name="isAdjusted">Whether the reporter's other events enter as exposure.</param>
    /// <returns>The trend, or the reason why there is none.</returns>
    /// <remarks>
    /// Assumes that other commodities show the reporter's activity, and independent counts whose variance is a multiple of the mean. Reporters
    /// without any event say nothing of the trend and are left out.
    /// Source: F. M. Underwood, R. W. Burn, T. Milliken, Dissecting the illegal ivory trade, PLoS ONE 8 (2013) e76539 (seizure model); McCullagh and
    /// Nelder, 1989, section 6.2.3 (quasi-Poisson).
    /// </remarks>
    public static Outcome<PanelTrend> Trend(IReadOnlyList<PanelObservation> panel, bool isAdjusted = true)
    {
        var rows = WithEvents(panel, out var reporters);
        var columns = ReporterColumns(rows, reporters);
        columns.Add([.. rows.Select(r => (double)r.Period)]);
        if (Fit(rows, columns, isAdjusted) is not { } fit || !fit.IsEstimated[^1] || !(fit.Dispersion > 0))
        {
            return Outcome<PanelTrend>.NotTestable(
                rows.Count == 0 ? "no event in any period" : "too few periods for a trend, or the fit does not converge"
            );
        }

        var last = columns.Count - 1;
        return Outcome<PanelTrend>.Of(
            new PanelTrend(fit.Coefficients[last], fit.StandardError(last), fit.PValue(last), fit.Dispersion, reporters.Count)
        );
    }

    /// <summary>Smallest and largest trend when one reporter after the other is left out.</summary>
    /// <param name="panel">One observation a reporter and period.</param>
    /// <returns>The two trends (low, high), or the reason why there are none.</returns>
    /// <remarks>Assumes as <see cref="Trend"/>; refits once a reporter. Source: B. Efron, The jackknife, the bootstrap and other resampling plans,
    /// 1982, chapter 3 (leave one out).</remarks>
    public static Outcome<IReadOnlyList<PanelTrend>> Sensitivity(IReadOnlyList<PanelObservation> panel)
    {
        var rows = WithEvents(panel, out var reporters);
        var trends = reporters
            .Keys.Select(left => Trend([.. rows.Where(r => r.Reporter != left)]))
            .Where(o => o.IsTestable)
            .Select(o => o.Value!)
            .OrderBy(t => t.Slope)
            .ToList();
        return reporters.Count < 2 || trends.Count == 0
            ? Outcome<IReadOnlyList<PanelTrend>>.NotTestable("one reporter only")
            : Outcome<IReadOnlyList<PanelTrend>>.Of([trends[0], trends[^1]]);
    }

    internal static List<PanelObservation> WithEvents(IReadOnlyList<PanelObservation> panel, out Dictionary<string, int> reporters)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var totals = panel.GroupBy(r => r.Reporter, StringComparer.Ordinal).Where(g => g.Sum(r => r.Count) > 0).Select(g => g.Key);
        var kept = reporters = totals.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        return [.. panel.Where(r => kept.ContainsKey(r.Reporter))];
    }

    internal static List<double[]> ReporterColumns(List<PanelObservation> rows, Dictionary<string, int> reporters)
    {
        var columns = new List<double[]>();
        for (var i = 0; i < reporters.Count; i++)
        {
            columns.Add(new double[rows.Count]);
        }

        for (var r = 0; r < rows.Count; r++)
        {
            columns[reporters[rows[r].Reporter]][r] = 1;
        }

        return columns;
    }

    internal static GlmFit? Fit(List<PanelObservation> rows, List<double[]> columns, bool isAdjusted) =>
        rows.Count == 0
            ? null
            : GeneralizedLinearModel.Fit(
                [.. columns],
                rows.Select(r => r.Count).ToArray(),
                GlmFamily.Poisson,
                isAdjusted ? [.. rows.Select(r => Math.Log(r.Other + SmallestExposure))] : null
            );
}
