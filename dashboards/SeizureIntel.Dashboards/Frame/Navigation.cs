using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>The pages that this server has, in the order of the navigation.</summary>
internal sealed class Navigation
{
    public Navigation(IActionDescriptorCollectionProvider pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        HashSet<string> paths =
        [
            .. pages
                .ActionDescriptors.Items.OfType<PageActionDescriptor>()
                .Select(p => "/" + p.AttributeRouteInfo?.Template?.TrimStart('/')),
        ];
        Entries = [.. NavigationEntry.All.Where(e => paths.Contains(e.Path))];
    }

    /// <summary>The pages.</summary>
    public IReadOnlyList<NavigationEntry> Entries { get; }
}
