using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Workbench.Bulletins;

namespace SeizureIntel.Dashboards.Pages.Bulletins;

/// <summary>The bulletins kept, newest first.</summary>
public sealed class BulletinsModel(PageDesk desk) : PageModel
{
    /// <summary>One element a bulletin.</summary>
    public IReadOnlyList<BulletinEntry> Entries { get; private set; } = [];

    /// <summary>Asks for the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Entries = await desk.BulletinsAsync(desk.ReaderOf(HttpContext), cancellationToken);
}
