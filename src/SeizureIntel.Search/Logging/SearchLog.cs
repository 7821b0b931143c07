using Microsoft.Extensions.Logging;

namespace SeizureIntel.Search.Logging;

/// <summary>What the index logs; event ids 3000 to 3099.</summary>
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

    [LoggerMessage(3007, LogLevel.Debug, "Indexed {Seizures} seizures, {Refused} were refused, in {ElapsedMilliseconds} ms")]
    public static partial void FedCluster(this ILogger log, int seizures, int refused, long elapsedMilliseconds);

    [LoggerMessage(3002, LogLevel.Debug, "Merged {Segments} segments into one of {Rows} rows")]
    public static partial void Merged(this ILogger log, int segments, int rows);

    [LoggerMessage(3008, LogLevel.Warning, "What was staged and not published could not be taken out of the index yet: {Reason}")]
    public static partial void StagedLeft(this ILogger log, string reason);

    [LoggerMessage(3003, LogLevel.Information, "Rebuilt the index with {Seizures} seizures in {ElapsedMilliseconds} ms")]
    public static partial void Rebuilt(this ILogger log, int seizures, long elapsedMilliseconds);

    [LoggerMessage(3004, LogLevel.Warning, "The index is being written by another process; waiting")]
    public static partial void Waiting(this ILogger log);

    [LoggerMessage(3005, LogLevel.Warning, "Removed {File}, left behind by a rebuild that ended early")]
    public static partial void StaleRebuildRemoved(this ILogger log, string file);

    [LoggerMessage(3006, LogLevel.Information, "Took {Seizures} seizures out of the index in {ElapsedMilliseconds} ms")]
    public static partial void Removed(this ILogger log, int seizures, long elapsedMilliseconds);
}
