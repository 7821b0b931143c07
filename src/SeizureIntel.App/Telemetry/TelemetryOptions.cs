using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;

namespace SeizureIntel.App.Telemetry;

/// <summary>Settings of metrics, traces and logs.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Telemetry";

    /// <summary>Address of a collector that takes OpenTelemetry over HTTP (OTLP), such as <c>http://127.0.0.1:4318</c>; null sends nothing.</summary>
    public string? Endpoint { get; init; }

    /// <summary>How log lines are written on standard error.</summary>
    public LogFormat Logs { get; init; } = LogFormat.Text;

    /// <summary>The collector; null for none.</summary>
    internal Uri? Collector => string.IsNullOrWhiteSpace(Endpoint) ? null : new Uri(Endpoint.TrimEnd('/') + '/');

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (
            !string.IsNullOrWhiteSpace(Endpoint)
            && (!Uri.TryCreate(Endpoint, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        )
            yield return new ValidationResult($"{Section}:Endpoint is '{Endpoint}'; it is an address such as http://127.0.0.1:4318.");
    }
}
