using Microsoft.Extensions.Logging;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>What the feeder of the index logs; event ids 3100 to 3199.</summary>
internal static partial class FeederLog
{
    [LoggerMessage(
        3100,
        LogLevel.Information,
        "Fed {Batches} batches with {Seizures} seizures from the outbox in {ElapsedMilliseconds} ms"
    )]
    public static partial void Drained(this ILogger log, int batches, int seizures, long elapsedMilliseconds);

    [LoggerMessage(3101, LogLevel.Warning, "Batch {BatchId} of the outbox was not indexed at attempt {Attempt}: {Reason}")]
    public static partial void BatchFailed(this ILogger log, long batchId, int attempt, string reason);

    [LoggerMessage(3102, LogLevel.Error, "{Parked} batches of the outbox are parked after repeated failures; run reindex")]
    public static partial void Parked(this ILogger log, int parked);

    [LoggerMessage(3103, LogLevel.Warning, "{Seizures} committed seizures are not searchable yet")]
    public static partial void NotSearchable(this ILogger log, int seizures);

    [LoggerMessage(
        3104,
        LogLevel.Warning,
        "Batch {BatchId} of the outbox could not be given back; it is free when its lease ends: {Reason}"
    )]
    public static partial void NotGivenBack(this ILogger log, long batchId, string reason);

    [LoggerMessage(3107, LogLevel.Warning, "A submission goes to the index after it is stored, not beside: {Reason}")]
    public static partial void NotStaged(this ILogger log, string reason);

    [LoggerMessage(3106, LogLevel.Warning, "The index refused {Seizures} seizures; verify lists them")]
    public static partial void Refused(this ILogger log, int seizures);

    [LoggerMessage(3105, LogLevel.Warning, "{Reason}")]
    public static partial void Unavailable(this ILogger log, string reason);
}
