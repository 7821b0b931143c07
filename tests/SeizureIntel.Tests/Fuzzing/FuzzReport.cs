using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Tests.Fuzzing;

/// <summary>What came of the runs of a fuzz.</summary>
internal sealed class FuzzReport
{
    /// <summary>How often each outcome came.</summary>
    public SortedDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>What must not be, one line each.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>True once a run did not end.</summary>
    public bool HasHung { get; private set; }

    /// <summary>The slowest run and how long it took.</summary>
    public (string Run, TimeSpan Took) Slowest { get; private set; } = ("none", TimeSpan.Zero);

    /// <summary>Most bytes that one run allocated.</summary>
    public long MostAllocated { get; set; }

    /// <summary>Notes a run that ended.</summary>
    public void Ended(string outcome, TimeSpan took, string name, int run)
    {
        Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + 1;
        if (took > Slowest.Took)
            Slowest = ($"run {run} of {name}", took);
    }

    /// <summary>Notes a run that threw: what and where, never what the file held.</summary>
    public void Threw(int run, string name, Exception thrown)
    {
        string[] all = [.. (thrown.StackTrace ?? "").Split('\n').Select(f => f.Trim())];
        // The checks of the framework come first and say nothing.
        string[] frames = [.. all.SkipWhile(f => f.StartsWith("at System.", StringComparison.Ordinal)).DefaultIfEmpty(all[0]).Take(3)];
        Failures.Add($"run {run} of {name}: {thrown.GetType().Name} {string.Join(" | ", frames)}");
    }

    /// <summary>Notes a run that did not end.</summary>
    public void Hung(int run, string name)
    {
        HasHung = true;
        Failures.Add($"run {run} of {name} did not end");
    }
}
