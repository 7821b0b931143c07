using System;
using System.Text.Encodings.Web;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;

namespace SeizureIntel.Dashboards.Desk;

/// <summary>A chart on a page: its place, and beside it the description that charts.js draws.</summary>
public static class ChartFigure
{
    /// <summary>The chart as HTML; who has no scripts reads what it shows.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="withoutScripts">What is told beside its words where there are no scripts.</param>
    public static string Html(Chart chart, string withoutScripts)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ChartOption drawing = ChartOptions.Of(chart);
        // The script is a description, not code: charts.js reads it.
        string name = HtmlEncoder.Default.Encode(chart.Id),
            alternative = HtmlEncoder.Default.Encode(chart.AltText),
            note = HtmlEncoder.Default.Encode(withoutScripts),
            option = drawing.Json.Replace("<", "\\u003c", StringComparison.Ordinal);
        return FormattableString.Invariant(
            $"""
            <figure class="chart">
              <div class="drawing" id="chart-{name}" role="img" aria-label="{alternative}" data-width="{drawing.Width}" data-height="{drawing.Height}"></div>
              <script type="application/json" data-for="chart-{name}">{option}</script>
              <noscript><p class="nil">{alternative} {note}</p></noscript>
            </figure>
            """
        );
    }
}
