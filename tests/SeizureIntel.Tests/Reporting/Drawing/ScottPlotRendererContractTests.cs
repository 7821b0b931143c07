using SeizureIntel.Ports;
using SeizureIntel.Reporting.Drawing;
using SeizureIntel.Tests.Ports;

namespace SeizureIntel.Tests.Reporting.Drawing;

public sealed class ScottPlotRendererContractTests : ChartRendererContract
{
    protected override IChartRenderer NewRenderer() => new ScottPlotRenderer();
}
