using System;
using System.IO;
using SeizureIntel.App.Commands;
using SeizureIntel.Ports;
using SeizureIntel.Reporting.Drawing;
using SeizureIntel.Tests.Ports;
using SeizureIntel.Workbench.Bulletins;

namespace SeizureIntel.Tests.Workbench.Bulletins;

public sealed class WatchedChartsTests : ChartRendererContract
{
    protected override IChartRenderer NewRenderer() =>
        new WatchedCharts(new ScottPlotRenderer(), 2, new StepLines(TextWriter.Null, TimeProvider.System));
}
