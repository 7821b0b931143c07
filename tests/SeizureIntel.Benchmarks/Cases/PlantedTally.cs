using System;
using System.Collections.Generic;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>Planted patterns and findings of one kind.</summary>
internal sealed class PlantedTally
{
    public int Planted { get; private set; }

    public int Found { get; private set; }

    public int MustPlanted { get; private set; }

    public int MustFound { get; private set; }

    public int Findings { get; private set; }

    public int Own { get; private set; }

    public int Unplanted { get; private set; }

    public SortedDictionary<string, int> Missed { get; } = new(StringComparer.Ordinal);

    public void Plant(string id, bool mustFind, bool isFound)
    {
        Planted++;
        Found += isFound ? 1 : 0;
        MustPlanted += mustFind ? 1 : 0;
        MustFound += mustFind && isFound ? 1 : 0;
        if (!isFound) Missed[id] = Missed.GetValueOrDefault(id) + 1;
    }

    public void Find(bool isOwn, bool isPlanted)
    {
        Findings++;
        Own += isOwn ? 1 : 0;
        Unplanted += isPlanted ? 0 : 1;
    }
}
