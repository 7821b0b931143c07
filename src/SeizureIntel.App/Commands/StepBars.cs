using System;
using System.Threading;
using SeizureIntel.Workbench.Steps;
using Spectre.Console;

namespace SeizureIntel.App.Commands;

/// <summary>Long steps on a terminal: a moving bar each, with its count and time.</summary>
internal sealed class StepBars(ProgressContext bars) : IProgress<Step>
{
    private readonly Lock _lock = new();
    private ProgressTask? _bar;
    private string? _title;

    public void Report(Step value)
    {
        lock (_lock)
        {
            if (_bar is null || _title != value.Title)
            {
                End();
                _bar = bars.AddTask(Markup.Escape(value.Title));
                _title = value.Title;
            }

            _bar.IsIndeterminate = value.Total is null;
            _bar.MaxValue = Math.Max(1, value.Total ?? value.Done);
            _bar.Value = value.Total is null ? 0 : value.Done;
            _bar.Description = Markup.Escape($"{value.Title}: {Counted(value)}");
        }
    }

    /// <summary>Fills the last bar.</summary>
    public void End()
    {
        if (_bar is null)
            return;
        _bar.IsIndeterminate = false;
        _bar.Value = _bar.MaxValue;
        _bar.StopTask();
    }

    private static string Counted(Step step) =>
        step.Total is { } total && step.Done < total
            ? $"{Output.Number(step.Done)} of {Output.Count(total, step.Unit, StepLines.Several(step.Unit))}"
            : Output.Count(step.Done, step.Unit, StepLines.Several(step.Unit));
}
