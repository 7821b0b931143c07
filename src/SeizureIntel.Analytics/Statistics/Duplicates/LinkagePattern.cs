using System.Collections.Generic;

namespace SeizureIntel.Analytics.Statistics.Duplicates;

/// <summary>How alike two records are in each field, and how many pairs are so.</summary>
/// <param name="Levels">One level a field: 0 = different, higher = more alike, -1 = missing on either side.</param>
/// <param name="Count">Pairs with these levels (count).</param>
public sealed record LinkagePattern(IReadOnlyList<int> Levels, int Count);
