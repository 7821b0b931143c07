using System.Collections.Generic;

namespace SeizureIntel.Workbench.Tabulating;

/// <summary>One figure of a tabulation.</summary>
/// <param name="Key">Codes in the order of the dimensions.</param>
/// <param name="Value">Seizures, cases, or the quantity in the unit of the key.</param>
/// <param name="LeftOut">Outlier quantities left out of the sum; 0 for counts.</param>
public sealed record TabulationRowReply(IReadOnlyList<string> Key, double Value, int LeftOut);
