using System;
using SeizureIntel.Synthetic.Running;
using SeizureIntel.Workbench.Steps;

namespace SeizureIntel.App.Commands;

/// <summary>Tells a watcher how many weeks are drawn, and then how many files are written.</summary>
internal sealed class SimulationSteps(IProgress<Step> steps) : IProgress<SimulationProgress>
{
    public void Report(SimulationProgress value) =>
        steps.Report(
            value.Files == 0
                ? new Step("Simulating a region", value.Weeks, value.WeeksInAll, "week")
                : new Step("Writing its reports", value.FilesWritten, value.Files, "file")
        );
}
