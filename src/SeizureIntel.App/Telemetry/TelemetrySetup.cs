using System;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SeizureIntel.Workbench.Measures;

namespace SeizureIntel.App.Telemetry;

/// <summary>Sends metrics and traces to a collector where one is named; nothing is listened to without it.</summary>
internal static class TelemetrySetup
{
    // Seconds, as the conventions of OpenTelemetry have it for requests; pages are to stay below 0.2.
    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10];

    public static void Add(IServiceCollection services, TelemetryOptions options)
    {
        if (options.Collector is not { } collector)
            return;
        services
            .AddOpenTelemetry()
            .ConfigureResource(r =>
                r.AddService("seizureintel", serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString())
            )
            .WithTracing(traces =>
                traces
                    .AddSource(Measured.Name)
                    .AddAspNetCoreInstrumentation(o => o.RecordException = false)
                    // Before the exporter, which takes what stands behind it as it is.
                    .AddProcessor(new PlainAttributes())
                    .AddOtlpExporter(o => Send(o, new Uri(collector, "v1/traces")))
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(Measured.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                    .AddView(
                        "http.server.request.duration",
                        new ExplicitBucketHistogramConfiguration { Boundaries = Seconds, TagKeys = PlainAttributes.Names }
                    )
                    .AddOtlpExporter(o => Send(o, new Uri(collector, "v1/metrics")))
            );
    }

    private static void Send(OtlpExporterOptions exporter, Uri address)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = address;
    }
}
