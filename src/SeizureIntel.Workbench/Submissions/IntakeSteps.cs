using System;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Workbench.Steps;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>Tells a watcher how many rows of a file are read, and then how many seizures are searchable.</summary>
internal sealed class IntakeSteps(IProgress<Step> steps) : IProgress<LoadProgress>, IProgress<int>
{
    public void Report(LoadProgress value) => steps.Report(new Step("Reading " + value.FileName, value.RowsRead, value.Rows, "row"));

    public void Report(int value) => steps.Report(new Step("Making searchable", value, null, "seizure"));
}
