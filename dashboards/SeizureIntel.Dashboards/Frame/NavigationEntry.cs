using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Doubts;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>A page in the navigation.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Name">The name of its text.</param>
/// <param name="Key">The letter that follows <c>g</c>.</param>
/// <param name="Group">1 ask, 2 send, 3 tell.</param>
/// <param name="Needs">What one must be allowed to do to see it; null for nothing more than reading.</param>
internal sealed record NavigationEntry(string Path, string Name, char Key, int Group, string? Needs = null)
{
    /// <summary>The name of the text of a study's page, or of the pages of bulletins.</summary>
    public static string NameOf(string job) =>
        job == BulletinMaker.Name ? "bulletins.one"
        : job == DoubtDesk.Name ? "doubts.title"
        : All.FirstOrDefault(e => e.Path == "/" + job)?.Name ?? All[0].Name;

    /// <summary>All pages in their order.</summary>
    public static IReadOnlyList<NavigationEntry> All { get; } =
    [
        new("/", "nav.overview", 'o', 1),
        new("/search", "nav.search", 's', 1),
        new("/routes", "nav.routes", 'r', 1),
        new("/concealment", "nav.concealment", 'c', 1),
        new("/small-arms", "nav.smallArms", 'a', 1),
        new("/trends", "nav.trends", 't', 1),
        new("/submissions", "nav.submissions", 'u', 2),
        new("/coverage", "nav.coverage", 'v', 2),
        new("/watches", "nav.watches", 'w', 3, "decide"),
        new("/bulletins", "nav.bulletins", 'b', 3),
        new("/administration", "nav.administration", 'm', 3, "administer"),
    ];
}
