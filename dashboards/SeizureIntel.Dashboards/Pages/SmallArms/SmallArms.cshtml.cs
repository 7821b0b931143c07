using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Dashboards.Pages.SmallArms;

/// <summary>Weapons, their parts and ammunition, with the counts of ISACS.</summary>
internal sealed class SmallArmsModel(PageDesk desk, BulletinDesk studies, FilterReader filters, RunningStudies running)
    : StudyPage(desk, studies, filters, running)
{
    /// <inheritdoc/>
    public override string Study => "small-arms";

    /// <summary>Whether who asks may ask for serial numbers.</summary>
    public bool MayAskSerials => Actor.May("decide");
}
