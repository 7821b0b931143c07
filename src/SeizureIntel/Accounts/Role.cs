namespace SeizureIntel.Accounts;

/// <summary>What a person may do; each role may do what those before it may, but for Contributor, who sees their own country alone.</summary>
public enum Role
{
    /// <summary>Sends files, sees what became of them, and reads released products.</summary>
    Contributor,

    /// <summary>Searches, compares and decides on the records of the office's countries.</summary>
    Analyst,

    /// <summary>Makes bulletins as well.</summary>
    Publisher,

    /// <summary>Keeps people, offices, keys and the audit log as well.</summary>
    Administrator,
}
