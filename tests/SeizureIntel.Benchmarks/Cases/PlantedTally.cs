using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>Findings of one family over several draws, by what they turned out to be.</summary>
internal sealed class PlantedTally
{
    private readonly SortedDictionary<int, (int False, int All)> _byDraw = [];

    /// <summary>Findings of a planted pattern of their kind.</summary>
    public int Planted { get; private set; }

    /// <summary>Findings that other draws of the region show too, planted or not.</summary>
    public int OfTheRegion { get; private set; }

    /// <summary>Findings that agree with a pattern of another kind, such as the leg of a planted route.</summary>
    public int Traces { get; private set; }

    /// <summary>Findings of chance.</summary>
    public int False => _byDraw.Values.Sum(d => d.False);

    /// <summary>All findings.</summary>
    public int All => _byDraw.Values.Sum(d => d.All);

    /// <summary>Realised false discovery rate: the mean over the draws of the share of false findings, 0 to 1; a draw without findings has a share of
    /// 0.</summary>
    public double Rate(int draws) => _byDraw.Values.Sum(d => d.False / (double)Math.Max(1, d.All)) / draws;

    /// <summary>Counts a finding.</summary>
    public void Add(int draw, bool isPlanted, bool isTrace, bool isOfTheRegion)
    {
        Planted += isPlanted ? 1 : 0;
        Traces += !isPlanted && isTrace ? 1 : 0;
        OfTheRegion += !isPlanted && !isTrace && isOfTheRegion ? 1 : 0;
        (int wrong, int all) = _byDraw.GetValueOrDefault(draw);
        _byDraw[draw] = (wrong + (isPlanted || isTrace || isOfTheRegion ? 0 : 1), all + 1);
    }
}
