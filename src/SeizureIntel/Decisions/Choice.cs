namespace SeizureIntel.Decisions;

/// <summary>What was decided on something that looked wrong.</summary>
public enum Choice
{
    /// <summary>It is right as it stands, and counts.</summary>
    Keep,

    /// <summary>It is wrong or told twice, and leaves the figures.</summary>
    LeaveOut,
}
