using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Charts;

namespace SeizureIntel.Ports;

/// <summary>Draws charts as SVG.</summary>
public interface IChartRenderer
{
    /// <summary>One self-contained <c>&lt;svg&gt;</c> element a chart, in the same order; no scripts, no addresses.</summary>
    /// <exception cref="System.InvalidOperationException">The drawing process failed; the message says what it printed.</exception>
    Task<IReadOnlyList<string>> RenderAsync(IReadOnlyList<ChartDrawing> charts, CancellationToken cancellationToken);
}
