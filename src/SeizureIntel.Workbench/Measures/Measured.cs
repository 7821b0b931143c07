using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SeizureIntel.Workbench.Measures;

/// <summary>What the product measures of itself; where nobody listens it costs next to nothing.</summary>
/// <remarks>Names of studies, formats and outcomes alone go along: nothing that somebody typed, no file's name, no cell.</remarks>
public static class Measured
{
    /// <summary>The name under which metrics and traces are listened to.</summary>
    public const string Name = "SeizureIntel";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Studies = Meter.CreateHistogram<double>(
        "seizureintel.study.duration",
        "s",
        "Seconds that a study or bulletin ran."
    );

    private static readonly Counter<long> Rows = Meter.CreateCounter<long>("seizureintel.intake.rows", "{row}", "Rows that came in.");

    /// <summary>Begins a study or a bulletin; what is returned ends it.</summary>
    /// <param name="study">Its name.</param>
    public static IDisposable Study(string study) => new RunningStudy(study);

    /// <summary>Counts the rows of a file that was taken in.</summary>
    /// <param name="source">Name of the reporting format.</param>
    /// <param name="accepted">Rows accepted.</param>
    /// <param name="rejected">Rows rejected.</param>
    public static void Intake(string source, long accepted, long rejected)
    {
        Rows.Add(accepted, new("source", source), new KeyValuePair<string, object?>("outcome", "accepted"));
        Rows.Add(rejected, new("source", source), new KeyValuePair<string, object?>("outcome", "rejected"));
    }

    private sealed class RunningStudy(string study) : IDisposable
    {
        private readonly Activity? _activity = Source.StartActivity("study " + study);
        private readonly long _start = Stopwatch.GetTimestamp();

        public void Dispose()
        {
            Studies.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, new KeyValuePair<string, object?>("study", study));
            _activity?.Dispose();
        }
    }
}
