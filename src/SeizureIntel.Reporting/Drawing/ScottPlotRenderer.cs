using System;
using SeizureIntel.Charts;
using SeizureIntel.Ports;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>Draws with ScottPlot, in this process.</summary>
public sealed class ScottPlotRenderer : IChartRenderer
{
    /// <inheritdoc/>
    public string DrawSvg(Chart chart, ChartLook look)
    {
        ArgumentNullException.ThrowIfNull(chart);
        // Whoever opens or prints the drawing here would see no words.
        SystemFont.Family();
        using Sheet sheet = Drawn(chart, look);
        return sheet.Svg(chart);
    }

    /// <inheritdoc/>
    public byte[] DrawPng(Chart chart, ChartLook look, int scale)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, 4);
        string family = SystemFont.Family();
        using Sheet sheet = Drawn(chart, look == ChartLook.Page ? ChartLook.Light : look);
        return sheet.Png(family, scale);
    }

    private static Sheet Drawn(Chart chart, ChartLook look) =>
        chart switch
        {
            LineChart lines => LineDrawing.Of(lines, look),
            BarChart bars => BarDrawing.Of(bars, look),
            HeatGrid grid => GridDrawing.Of(grid, look),
            FlowMap map => MapDrawing.Of(map, look),
            Sankey sankey => SankeyDrawing.Of(sankey, look),
            SmallMultiples multiples => MultiplesDrawing.Of(multiples, look),
            _ => throw new ArgumentException($"No drawing is known for {chart.GetType().Name}.", nameof(chart)),
        };
}
