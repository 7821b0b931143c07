using System;
using System.Globalization;
using SeizureIntel.Text;

namespace SeizureIntel.Ports;

/// <summary>The index cannot be reached; the store goes on, and what it keeps is indexed later.</summary>
/// <param name="reason">What was tried and what came of it, without a full stop.</param>
/// <param name="since">When it first failed, as far as this process knows.</param>
/// <param name="cause">What the machine said; null where nothing did.</param>
public sealed class IndexUnavailableException(string reason, DateTimeOffset since, Exception? cause)
    : Exception(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The index is unavailable since {since:yyyy-MM-dd HH:mm:ss}Z: {reason}. Nothing is lost: what comes in waits in the store."
        ),
        cause
    )
{
    /// <summary>When it first failed, as far as this process knows.</summary>
    public DateTimeOffset Since => since;

    /// <summary>What brings it back.</summary>
    public Phrase Advice { get; init; } = "Start the cluster or mend Search:Elasticsearch; what waits arrives by itself.";
}
