using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Dashboards.Pages.Concealment;

/// <summary>Where goods are hidden, and what is new.</summary>
internal sealed class ConcealmentModel(PageDesk desk, BulletinDesk studies, FilterReader filters, RunningStudies running)
    : StudyPage(desk, studies, filters, running)
{
    /// <inheritdoc/>
    public override string Study => "concealment";
}
