using System;
using System.Collections.Generic;
using SeizureIntel.Synthetic.Region;

namespace SeizureIntel.Synthetic.Patterns;

/// <summary>A planted pattern: what it does to rates, to cases, and which cases it adds.</summary>
internal sealed class Pattern
{
    /// <summary>What the answer sheet says.</summary>
    public required Answer Answer { get; init; }

    /// <summary>Factor on the rate of a reporter's goods in a week (0 = the first week); 1 for no effect.</summary>
    public Func<Reporter, SimulatedGoods, int, double>? Rate { get; init; }

    /// <summary>Changes a case of the background.</summary>
    public Func<SimulatedCase, int, Chance, SimulatedCase>? Alter { get; init; }

    /// <summary>Cases a week besides the background: their mean and how one looks.</summary>
    public Func<int, Chance, IEnumerable<SimulatedCase>>? Extra { get; init; }
}
