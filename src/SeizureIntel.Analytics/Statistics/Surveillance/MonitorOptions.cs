using System;

namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>Settings of a monitor for sustained change.</summary>
public sealed record MonitorOptions
{
    /// <summary>Dispersion of the negative binomial law, variance = mean + dispersion x mean^2 (a number); 0 = Poisson.</summary>
    public double Dispersion { get; init; }

    /// <summary>Logarithm of the rate ratio to look for (log units), ln 2 as a rule; null = estimated at every point.</summary>
    public double? LogRatio { get; init; } = Math.Log(2);

    /// <summary>Periods before the newest at which a change of unknown size may have begun; null = all since the last alarm.</summary>
    public int? Window { get; init; }

    /// <summary>Alarm at this value of the statistic (nats), above 0.</summary>
    public double Threshold { get; init; } = 4;

    /// <summary>Which change of unknown size is looked for.</summary>
    public MonitorDirection Direction { get; init; } = MonitorDirection.Increase;

    /// <summary>Repeat the reference's windowed Poisson chart, which needs one more point than its negative binomial chart.</summary>
    public bool RCompatible { get; init; }
}
