using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Charts;
using SeizureIntel.Ports;
using SeizureIntel.Workbench.Steps;

namespace SeizureIntel.Workbench.Bulletins;

/// <summary>Draws as another renderer does, and tells a watcher how many charts there are.</summary>
internal sealed class WatchedCharts(IChartRenderer renderer, IProgress<Step> steps) : IChartRenderer
{
    private const string Title = "Drawing the charts";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> RenderAsync(IReadOnlyList<ChartDrawing> charts, CancellationToken cancellationToken)
    {
        steps.Report(new Step(Title, 0, charts.Count, "chart"));
        IReadOnlyList<string> drawn = await renderer.RenderAsync(charts, cancellationToken);
        steps.Report(new Step(Title, drawn.Count, charts.Count, "chart"));
        return drawn;
    }
}
