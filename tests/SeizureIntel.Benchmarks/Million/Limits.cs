namespace SeizureIntel.Benchmarks.Million;

/// <summary>What must hold of answers at a size.</summary>
/// <param name="Search">Milliseconds in process, 95 of 100 searches.</param>
/// <param name="Tabulation">Milliseconds, two dimensions by month, 95 of 100.</param>
/// <param name="Wide">Milliseconds, three dimensions by week, 95 of 100.</param>
/// <param name="BytesInMemory">Bytes of the columns a seizure.</param>
internal sealed record Limits(double Search, double Tabulation, double Wide, double BytesInMemory)
{
    /// <summary>At a million seizures.</summary>
    public static Limits Million { get; } = new(8, 10, 40, 250);

    /// <summary>At ten millions: memory of 3 GB in all.</summary>
    public static Limits TenMillion { get; } = new(50, 80, 400, 300);
}
