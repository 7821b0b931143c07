using System.Collections.Generic;
using SeizureIntel.Values;

namespace SeizureIntel.Cases;

/// <summary>Why this consignment was chosen and how the goods were found.</summary>
/// <param name="SelectionBasis">Why it was chosen.</param>
/// <param name="Techniques">How the goods were found, in the order stated.</param>
public sealed record Detection(Stated SelectionBasis, IReadOnlyList<Stated> Techniques);
