using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Workbench.Asking;

/// <summary>Who does something, and what they may do; what they may see is their reader.</summary>
/// <param name="AccountId">Their account; empty for the command line.</param>
/// <param name="Name">The name they sign in with.</param>
/// <param name="Permissions">What they may do, such as <c>decide</c>.</param>
public sealed record Actor(string AccountId, string Name, IReadOnlyList<string> Permissions)
{
    /// <summary>Whether they may do something.</summary>
    public bool May(string permission) => Permissions.Contains(permission);
}
