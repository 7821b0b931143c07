using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Dashboards.Pages.Coverage;

/// <summary>Who reports what, when and how completely.</summary>
internal sealed class CoverageModel(PageDesk desk, BulletinDesk studies, FilterReader filters, RunningStudies running)
    : StudyPage(desk, studies, filters, running)
{
    /// <inheritdoc/>
    public override string Study => "coverage";
}
