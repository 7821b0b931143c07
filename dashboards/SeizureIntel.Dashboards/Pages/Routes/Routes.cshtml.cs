using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Dashboards.Pages.Routes;

/// <summary>Where goods come from, pass and go.</summary>
internal sealed class RoutesModel(PageDesk desk, BulletinDesk studies, FilterReader filters, RunningStudies running)
    : StudyPage(desk, studies, filters, running)
{
    /// <inheritdoc/>
    public override string Study => "routes";
}
