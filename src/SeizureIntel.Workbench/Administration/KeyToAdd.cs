using System.Collections.Generic;
using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Administration;

/// <summary>A key that a program is to ask with.</summary>
public sealed record KeyToAdd
{
    /// <summary>In whose name.</summary>
    [Asked("Name of the account in whose name it asks; it never may more than that")]
    public string? Owner { get; init; }

    /// <summary>What it is for.</summary>
    [Asked("What it is for")]
    public string? Name { get; init; }

    /// <summary>What it may do.</summary>
    [Asked("What it may do: read, submit, decide, publish, administer; read alone without it")]
    public IReadOnlyList<string> Scope { get; init; } = [];

    /// <summary>Days that it lives.</summary>
    [Asked("Days that it lives, 1 to 365", Shown = "n", Least = 1, Most = 365)]
    public int Days { get; init; } = 90;
}
