using System;
using System.Threading;
using SeizureIntel.Charts;
using SeizureIntel.Ports;
using SeizureIntel.Workbench.Steps;

namespace SeizureIntel.Workbench.Bulletins;

/// <summary>Draws as another renderer does, and tells a watcher how many charts of a document are drawn.</summary>
internal sealed class WatchedCharts(IChartRenderer renderer, int charts, IProgress<Step> steps) : IChartRenderer
{
    private const string Title = "Drawing the charts";

    private readonly Lock _gate = new();
    private bool _isBegun;
    private int _drawn;

    /// <inheritdoc/>
    public string DrawSvg(Chart chart, ChartLook look) => Counted(() => renderer.DrawSvg(chart, look));

    /// <inheritdoc/>
    public byte[] DrawPng(Chart chart, ChartLook look, int scale) => Counted(() => renderer.DrawPng(chart, look, scale));

    // Charts are drawn side by side.
    private T Counted<T>(Func<T> draw)
    {
        lock (_gate)
        {
            if (!_isBegun)
                steps.Report(new Step(Title, 0, charts, "chart"));
            _isBegun = true;
        }

        T drawn = draw();
        lock (_gate)
            steps.Report(new Step(Title, ++_drawn, charts, "chart"));
        return drawn;
    }
}
