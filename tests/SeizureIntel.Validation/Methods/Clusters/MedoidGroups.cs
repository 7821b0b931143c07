using System.Collections.Generic;

namespace SeizureIntel.Validation.Methods.Clusters;

/// <summary>Groups around typical records.</summary>
/// <param name="Medoids">Position (from 0) of the typical record of each group, in the order of the groups.</param>
/// <param name="Labels">Group of each record, numbered from 1 by first appearance.</param>
/// <param name="BuildObjective">Mean distance to the typical records after the first choice (in the unit of the distances).</param>
/// <param name="SwapObjective">Mean distance after swaps (in the unit of the distances).</param>
public sealed record MedoidGroups(IReadOnlyList<int> Medoids, IReadOnlyList<int> Labels, double BuildObjective, double SwapObjective);
