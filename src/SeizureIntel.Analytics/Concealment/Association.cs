namespace SeizureIntel.Analytics.Concealment;

/// <summary>Two or three items that occur together more often than chance lets expect.</summary>
internal sealed record Association
{
    /// <summary>Attributes, ascending.</summary>
    public required int[] Attributes { get; init; }

    /// <summary>Items, in the order of the attributes.</summary>
    public required int[] Items { get; init; }

    /// <summary>Place of the item that the others make likely.</summary>
    public required int Right { get; init; }

    /// <summary>Seizures with all items.</summary>
    public required int Count { get; init; }

    /// <summary>Seizures with the items but the right one.</summary>
    public required int Left { get; init; }

    /// <summary>Seizures with the right item.</summary>
    public required int RightCount { get; init; }

    /// <summary>Seizures with all attributes known.</summary>
    public required int Records { get; init; }

    /// <summary>p-value.</summary>
    public required double P { get; init; }

    /// <summary>Adjusted over all cells that could be.</summary>
    public double Q { get; init; } = 1;

    /// <summary>Seizures expected if left and right were independent.</summary>
    public double Expected => (double)Left * RightCount / Records;

    /// <summary>Observed over expected.</summary>
    public double Lift => Count / Expected;

    /// <summary>Order of strength.</summary>
    public double Rank => -System.Math.Log10(System.Math.Max(P, 1e-300)) * Lift;
}
