using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Administration;

/// <summary>Which records of the audit log are shown.</summary>
public sealed record AuditLogQuery
{
    /// <summary>Who did it.</summary>
    [Asked("Name of who did it; owner for the command line, nobody before a sign-in")]
    public string? Actor { get; init; }

    /// <summary>What was done.</summary>
    [Asked("What was done, such as sign_in or erase_submission")]
    public string? Action { get; init; }

    /// <summary>First day.</summary>
    [Asked("First day, month or year", Shown = "YYYY-MM-DD")]
    public string? From { get; init; }

    /// <summary>Last day.</summary>
    [Asked("Last day, month or year", Shown = "YYYY-MM-DD")]
    public string? To { get; init; }

    /// <summary>Most records shown.</summary>
    [Asked("Most records shown, 1 to 1000", Shown = "n", Least = 1, Most = 1000)]
    public int Size { get; init; } = 100;

    /// <summary>Where the page before ended.</summary>
    [Asked("Where the page before ended", Shown = "n", Least = 0)]
    public int Cursor { get; init; }
}
