namespace SeizureIntel.Decisions;

/// <summary>What was decided.</summary>
public enum Choice
{
    /// <summary>It is right as it stands, and counts.</summary>
    Keep,

    /// <summary>It is wrong or told twice, and leaves the figures.</summary>
    LeaveOut,

    /// <summary>What was proposed is right, and counts as stated.</summary>
    Accept,

    /// <summary>What was proposed is wrong, and is not proposed for this record again.</summary>
    Refuse,
}
