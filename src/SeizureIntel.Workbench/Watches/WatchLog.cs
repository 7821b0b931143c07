using Microsoft.Extensions.Logging;

namespace SeizureIntel.Workbench.Watches;

/// <summary>What an operator should know of watches.</summary>
internal static partial class WatchLog
{
    [LoggerMessage(3120, LogLevel.Information, "Watch {SearchId} told of {Seizures} seizures")]
    public static partial void WatchTold(this ILogger log, string searchId, int seizures);

    // The message of an exception may quote what somebody typed, so its kind must do.
    [LoggerMessage(3121, LogLevel.Warning, "Watch {SearchId} could not look: {Kind}; it is tried again")]
    public static partial void WatchFailed(this ILogger log, string searchId, string kind);
}
