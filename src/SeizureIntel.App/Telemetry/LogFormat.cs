namespace SeizureIntel.App.Telemetry;

/// <summary>How log lines are written on standard error.</summary>
public enum LogFormat
{
    /// <summary>One line of text each.</summary>
    Text,

    /// <summary>One JSON object a line, with the properties of the message by name.</summary>
    Json,
}
