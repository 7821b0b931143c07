using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;

namespace SeizureIntel.Dashboards.Pages.Overview;

/// <summary>The period as a whole: who reported, the key figures, the months.</summary>
public sealed class OverviewModel(PageDesk desk) : PageModel
{
    /// <summary>What was asked.</summary>
    public PageFilter Filter { get; private set; } = new(null, null, null, null);

    /// <summary>What is shown.</summary>
    public PageDocument Shown { get; private set; } = new(null, 0, null, null);

    /// <summary>Asks for the overview of the scope in the address.</summary>
    public async Task OnGetAsync(string? from, string? to, string? region, string? heading, CancellationToken cancellationToken)
    {
        Filter = new PageFilter(from, to, region, heading);
        Shown = await desk.OverviewAsync(desk.ReaderOf(HttpContext), Filter, cancellationToken);
    }
}
