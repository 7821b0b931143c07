using SeizureIntel.Decisions;
using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Doubts;

/// <summary>What somebody decides on records that look wrong or told twice.</summary>
public sealed record DecisionToTake
{
    /// <summary>What it looks like.</summary>
    [Asked("What it looks like: outlier, or near_duplicate")]
    public DoubtKind Kind { get; init; }

    /// <summary>The seizure decided on; of two cases a seizure of the one that stays.</summary>
    [Asked("Id of the seizure; of two cases that may be one a seizure of the one that stays")]
    public string? Seizure { get; init; }

    /// <summary>Of two cases a seizure of the one that is left out where they are the same.</summary>
    [Asked("Of two cases a seizure of the one that is left out where they are one")]
    public string? Other { get; init; }

    /// <summary>What is decided.</summary>
    [Asked("keep: the value is right, the cases are two; leave_out: the value is wrong, the cases are one")]
    public Choice Choice { get; init; }

    /// <summary>Why; null for nothing said.</summary>
    [Asked("Why, at most 300 characters")]
    public string? Note { get; init; }
}
