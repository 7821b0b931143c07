using SeizureIntel.Charts;

namespace SeizureIntel.Ports;

/// <summary>Draws charts as pictures; the same chart gives the same bytes.</summary>
/// <remarks>A drawing takes milliseconds and reads nothing but its argument, so nothing waits and nothing is cancelled.</remarks>
public interface IChartRenderer
{
    /// <summary>One self-contained <c>&lt;svg&gt;</c> element: text as text, no scripts, no addresses, ids that begin with the chart's.</summary>
    /// <exception cref="System.InvalidOperationException">The machine has no font; the message names the package that brings one.</exception>
    string DrawSvg(Chart chart, ChartLook look);

    /// <summary>A PNG file.</summary>
    /// <param name="chart">What to draw.</param>
    /// <param name="look">Its colours; <see cref="ChartLook.Page"/> is the light one.</param>
    /// <param name="scale">Pixels of the picture for a CSS pixel, 1 to 4; 2 is sharp on most screens.</param>
    /// <exception cref="System.InvalidOperationException">The machine has no font; the message names the package that brings one.</exception>
    byte[] DrawPng(Chart chart, ChartLook look, int scale);
}
