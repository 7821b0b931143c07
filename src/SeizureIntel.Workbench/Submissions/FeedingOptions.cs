using System.ComponentModel.DataAnnotations;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>How what was committed is brought to the index; settings of the section <c>Search</c>, whose others choose the engine.</summary>
public sealed class FeedingOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Search";

    /// <summary>Seconds before a failed batch of the outbox is tried again, doubled with each further attempt; 0.01 to 60, 0.2 unless set.</summary>
    [Range(0.01, 60)]
    public double BackOffSeconds { get; init; } = 0.2;

    /// <summary>Seconds that a run waits for an index that cannot be reached before it leaves the outbox as it is; 1 to 3600, 30 unless set.</summary>
    [Range(1, 3600)]
    public double UnavailableSeconds { get; init; } = 30;

    /// <summary>Failures in a row after which a run ends and leaves the rest of the outbox waiting; 1 to 1000, 10 unless set.</summary>
    [Range(1, 1000)]
    public int MostFailures { get; init; } = 10;

    /// <summary>Seconds that taking in waits for a batch that a process of another machine holds, while nothing moves; 0 to 86 400, 150 unless set:
    /// longer than a lease.</summary>
    [Range(0, 86_400)]
    public double PatienceSeconds { get; init; } = 150;

    /// <summary>Seconds after which a serving process looks again for what others committed, and for what its watches have to tell; 1 to 3600, 5
    /// unless set.</summary>
    [Range(1, 3600)]
    public double LookSeconds { get; init; } = 5;
}
