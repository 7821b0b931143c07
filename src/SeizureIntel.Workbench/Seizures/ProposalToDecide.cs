using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Seizures;

/// <summary>A decision on what is proposed for a seizure.</summary>
public sealed record ProposalToDecide
{
    /// <summary>The field.</summary>
    [Asked("heading or product")]
    public string Field { get; init; } = "";

    /// <summary>The code that was shown.</summary>
    [Asked("The code that is proposed, so that nothing else is accepted than what was seen")]
    public string Code { get; init; } = "";

    /// <summary>What is decided.</summary>
    [Asked("accept, refuse, or undo what was decided")]
    public string Choice { get; init; } = "";
}
