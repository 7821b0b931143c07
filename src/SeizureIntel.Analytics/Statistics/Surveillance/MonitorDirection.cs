namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>Which sustained change a monitor looks for.</summary>
public enum MonitorDirection
{
    /// <summary>A rise.</summary>
    Increase,

    /// <summary>A fall.</summary>
    Decrease,
}
