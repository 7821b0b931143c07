using SeizureIntel.Accounts;
using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Administration;

/// <summary>What is to be another thing about somebody; their sessions end.</summary>
public sealed record PersonChange
{
    /// <summary>What they may do.</summary>
    [Asked("What they may do; unchanged without it")]
    public Role? Role { get; init; }

    /// <summary>Their office.</summary>
    [Asked("Short name of an office that there is; unchanged without it")]
    public string? Office { get; init; }

    /// <summary>Highest marking.</summary>
    [Asked("Highest marking to see; unchanged without it", Shown = "marking")]
    public string? Marking { get; init; }

    /// <summary>Whether the account is closed.</summary>
    [Asked("Close the account: it opens nothing any more and keeps its name; a reset opens it again")]
    public bool Close { get; init; }
}
