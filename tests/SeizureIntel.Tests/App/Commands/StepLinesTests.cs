using System;
using System.IO;
using SeizureIntel.App.Commands;
using SeizureIntel.Tests.Storage;
using SeizureIntel.Workbench.Steps;
using Xunit;

namespace SeizureIntel.Tests.App.Commands;

public sealed class StepLinesTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly StringWriter _notes = new() { NewLine = "\n" };

    public void Dispose() => _notes.Dispose();

    [Fact]
    public void A_step_is_one_line_with_its_last_count_and_its_seconds()
    {
        var lines = new StepLines(_notes, _clock);
        lines.Report(new Step("Reading a.csv", 0, null, "row"));
        _clock.Advance(TimeSpan.FromSeconds(2));
        lines.Report(new Step("Reading a.csv", 5000, 12000, "row"));
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        lines.Report(new Step("Reading a.csv", 12000, 12000, "row"));
        lines.Report(new Step("Study routes", 0, null, "finding"));
        _clock.Advance(TimeSpan.FromSeconds(0.25));
        lines.Report(new Step("Study routes", 1, 1, "finding"));
        lines.End(isStopped: false);
        Assert.Equal("Reading a.csv ... 12,000 rows, 3.5 s\nStudy routes ... 1 finding, 0.3 s\n", _notes.ToString());
    }

    [Fact]
    public void A_step_that_breaks_off_says_how_far_it_came()
    {
        var lines = new StepLines(_notes, _clock);
        lines.Report(new Step("Studies of the bulletin", 4, 6, "study"));
        lines.End(isStopped: true);
        Assert.Equal("Studies of the bulletin ... stopped after 4 studies, 0.0 s\n", _notes.ToString());
    }

    [Fact]
    public void Work_without_steps_prints_nothing()
    {
        new StepLines(_notes, _clock).End(isStopped: false);
        Assert.Equal("", _notes.ToString());
    }
}
