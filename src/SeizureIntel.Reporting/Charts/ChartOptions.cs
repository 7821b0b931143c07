using System;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Turns charts into options of the browser's chart library, laid out as print has them.</summary>
public static class ChartOptions
{
    /// <summary>The options of a chart.</summary>
    public static ChartOption Of(Chart chart) =>
        chart switch
        {
            LineChart lines => LineChartOption.Of(lines),
            BarChart bars => BarChartOption.Of(bars),
            HeatGrid grid => HeatGridOption.Of(grid),
            FlowMap map => FlowMapOption.Of(map),
            Sankey sankey => SankeyOption.Of(sankey),
            SmallMultiples multiples => SmallMultiplesOption.Of(multiples),
            null => throw new ArgumentNullException(nameof(chart)),
            _ => throw new ArgumentException($"No options are known for {chart.GetType().Name}.", nameof(chart)),
        };
}
