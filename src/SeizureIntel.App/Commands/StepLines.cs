using System;
using System.Globalization;
using System.IO;
using System.Threading;
using SeizureIntel.Workbench.Steps;

namespace SeizureIntel.App.Commands;

/// <summary>Long steps where no terminal is: one line each, begun when the step begins and ended with its count and seconds.</summary>
internal sealed class StepLines(TextWriter notes, TimeProvider clock) : IProgress<Step>
{
    private readonly Lock _lock = new();
    private Step? _step;
    private long _began;

    public void Report(Step value)
    {
        // Rows are read on one thread and stored on another.
        lock (_lock)
        {
            if (_step?.Title != value.Title)
            {
                End("");
                notes.Write($"{value.Title} ... ");
                notes.Flush();
                _began = clock.GetTimestamp();
            }

            _step = value;
        }
    }

    /// <summary>Ends the last line.</summary>
    /// <param name="isStopped">True where the work broke off.</param>
    public void End(bool isStopped)
    {
        lock (_lock)
            End(isStopped ? "stopped after " : "");
    }

    private void End(string prefix)
    {
        if (_step is not { } step)
            return;
        string seconds = clock.GetElapsedTime(_began).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        notes.WriteLine($"{prefix}{Output.Count(step.Done, step.Unit, Several(step.Unit))}, {seconds} s");
        _step = null;
    }

    /// <summary>A unit's plural: row, rows; study, studies.</summary>
    public static string Several(string unit) => unit.EndsWith('y') ? unit[..^1] + "ies" : unit + "s";
}
