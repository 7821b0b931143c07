using System.Collections.Generic;
using SeizureIntel.Accounts;

namespace SeizureIntel.Workbench.Accounts;

/// <summary>What may be done, by role; the scopes of keys are the same words.</summary>
public static class Permissions
{
    /// <summary>Search, study, read products.</summary>
    public const string Read = "read";

    /// <summary>Send files and see what became of them.</summary>
    public const string Submit = "submit";

    /// <summary>Save searches and watches, decide on what looks wrong, return records, withdraw submissions.</summary>
    public const string Decide = "decide";

    /// <summary>Make bulletins.</summary>
    public const string Publish = "publish";

    /// <summary>Keep people, offices, keys; read the audit log.</summary>
    public const string Administer = "administer";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Read, Submit, Decide, Publish, Administer];

    /// <summary>What a role may do.</summary>
    public static IReadOnlyList<string> Of(Role role) =>
        role switch
        {
            Role.Contributor => [Read, Submit],
            Role.Analyst => [Read, Submit, Decide],
            Role.Publisher => [Read, Submit, Decide, Publish],
            _ => All,
        };
}
