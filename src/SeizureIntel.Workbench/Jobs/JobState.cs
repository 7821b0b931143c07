namespace SeizureIntel.Workbench.Jobs;

/// <summary>What a job does.</summary>
public enum JobState
{
    /// <summary>Others have their turn before it.</summary>
    Waiting,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>Its study can be asked for.</summary>
    Done,

    /// <summary>It failed; asking again tells why, or runs it anew.</summary>
    Failed,

    /// <summary>Somebody stopped it; asking again runs it anew.</summary>
    Stopped,
}
