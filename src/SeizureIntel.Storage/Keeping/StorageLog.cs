using Microsoft.Extensions.Logging;

namespace SeizureIntel.Storage.Keeping;

/// <summary>What the store says; never a cell's value.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(2000, LogLevel.Information, "Applied migration {Migration}")]
    public static partial void MigrationApplied(this ILogger log, string migration);

    [LoggerMessage(
        2001,
        LogLevel.Information,
        "Kept submission {SubmissionId} of {Source}: {Cases} cases, {Seizures} seizures in {ElapsedMilliseconds} ms"
    )]
    public static partial void SubmissionKept(
        this ILogger log,
        string submissionId,
        string source,
        int cases,
        int seizures,
        long elapsedMilliseconds
    );

    [LoggerMessage(2002, LogLevel.Warning, "Rolled back submission {SubmissionId}: nothing of it is kept")]
    public static partial void SubmissionRolledBack(this ILogger log, string submissionId);

    [LoggerMessage(2010, LogLevel.Warning, "Outbox batch {BatchId} failed, attempt {Attempt} of {Attempts}")]
    public static partial void OutboxFailed(this ILogger log, long batchId, int attempt, int attempts);

    [LoggerMessage(
        2011,
        LogLevel.Error,
        "Outbox batch {BatchId} is parked after {Attempts} attempts; run reindex once the index works again"
    )]
    public static partial void OutboxParked(this ILogger log, long batchId, int attempts);

    [LoggerMessage(2012, LogLevel.Information, "Outbox batch {BatchId} is taken over from a process that has ended")]
    public static partial void LeaseTakenOver(this ILogger log, long batchId);

    [LoggerMessage(2020, LogLevel.Warning, "Removed {File}, left behind by a load that ended early")]
    public static partial void StaleArchiveRemoved(this ILogger log, string file);
}
