using System;

namespace SeizureIntel.Synthetic.Running;

/// <summary>What to simulate.</summary>
/// <param name="Seed">Any number; the same seed gives the same files.</param>
/// <param name="Cases">Cases of the background, about; planted patterns come on top.</param>
/// <param name="FirstMonday">Monday of the first week.</param>
/// <param name="Weeks">Weeks simulated, 156 or more.</param>
public sealed record SimulationOptions(int Seed, int Cases, DateOnly FirstMonday, int Weeks)
{
    /// <summary>Five years from January 2020.</summary>
    public static SimulationOptions FiveYears(int seed, int cases) => new(seed, cases, new DateOnly(2020, 1, 6), 260);
}
