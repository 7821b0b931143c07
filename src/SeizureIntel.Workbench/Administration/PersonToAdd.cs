using SeizureIntel.Accounts;
using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Administration;

/// <summary>Somebody who is to sign in.</summary>
public sealed record PersonToAdd
{
    /// <summary>The name to sign in with.</summary>
    [Asked("The name to sign in with: 2 to 64 letters a to z, digits, '.', '-', '_' or '@'")]
    public string? Name { get; init; }

    /// <summary>What they may do.</summary>
    [Asked("What they may do")]
    public Role Role { get; init; }

    /// <summary>Their office.</summary>
    [Asked("Short name of the office; it is made where it is new")]
    public string? Office { get; init; }

    /// <summary>Countries of a new office.</summary>
    [Asked("Countries whose records a new office sees: codes or the name of a region; every country without it", Shown = "region")]
    public string? Region { get; init; }

    /// <summary>Highest marking.</summary>
    [Asked("Highest marking to see: CLEAR, GREEN, AMBER (usual), AMBER+STRICT or RED", Shown = "marking")]
    public string? Marking { get; init; }
}
