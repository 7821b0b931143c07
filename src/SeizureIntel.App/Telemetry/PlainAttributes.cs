using System;
using System.Collections.Frozen;
using System.Diagnostics;
using System.Linq;
using OpenTelemetry;

namespace SeizureIntel.App.Telemetry;

/// <summary>Takes from every trace what is not on a short list: addresses hold ids, and queries hold what somebody typed.</summary>
internal sealed class PlainAttributes : BaseProcessor<Activity>
{
    private const string Method = "http.request.method";
    private const string Route = "http.route";

    private static readonly FrozenSet<string> Allowed = new[]
    {
        Method,
        Route,
        "http.response.status_code",
        "error.type",
        "url.scheme",
        "network.protocol.version",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What goes along with a request's metrics and traces.</summary>
    public static string[] Names { get; } = [.. Allowed];

    public override void OnEnd(Activity data)
    {
        foreach (string name in data.TagObjects.Select(t => t.Key).Where(k => !Allowed.Contains(k)).ToArray())
            data.SetTag(name, null);
        // A request that met no route is named after its method alone.
        if (data.GetTagItem(Method) is string method)
            data.DisplayName = data.GetTagItem(Route) is string route ? $"{method} {route}" : method;
    }
}
