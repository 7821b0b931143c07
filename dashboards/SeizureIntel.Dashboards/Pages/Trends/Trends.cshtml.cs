using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Dashboards.Pages.Trends;

/// <summary>What rises, falls and stands out.</summary>
internal sealed class TrendsModel(PageDesk desk, BulletinDesk studies, FilterReader filters, RunningStudies running)
    : StudyPage(desk, studies, filters, running)
{
    /// <inheritdoc/>
    public override string Study => "trends";
}
