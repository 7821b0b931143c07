using Microsoft.Extensions.Logging;

namespace SeizureIntel.Search.Logging;

/// <summary>What the index and its feeder log; event ids 3000 to 3999.</summary>
internal static partial class SearchLog
{
    [LoggerMessage(
        3000,
        LogLevel.Information,
        "Opened the index with {Seizures} seizures in {Segments} segments in {ElapsedMilliseconds} ms"
    )]
    public static partial void Opened(this ILogger log, int seizures, int segments, long elapsedMilliseconds);

    [LoggerMessage(3001, LogLevel.Debug, "Indexed {Seizures} seizures, {Replaced} of them again, in {ElapsedMilliseconds} ms")]
    public static partial void Fed(this ILogger log, int seizures, int replaced, long elapsedMilliseconds);

    [LoggerMessage(3002, LogLevel.Debug, "Merged {Segments} segments into one of {Rows} rows")]
    public static partial void Merged(this ILogger log, int segments, int rows);

    [LoggerMessage(3003, LogLevel.Information, "Rebuilt the index with {Seizures} seizures in {ElapsedMilliseconds} ms")]
    public static partial void Rebuilt(this ILogger log, int seizures, long elapsedMilliseconds);

    [LoggerMessage(3004, LogLevel.Warning, "The index is being written by another process; waiting")]
    public static partial void Waiting(this ILogger log);

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

    [LoggerMessage(3005, LogLevel.Warning, "Removed {File}, left behind by a rebuild that ended early")]
    public static partial void StaleRebuildRemoved(this ILogger log, string file);

    [LoggerMessage(3105, LogLevel.Warning, "{Reason}")]
    public static partial void Unavailable(this ILogger log, string reason);
}
