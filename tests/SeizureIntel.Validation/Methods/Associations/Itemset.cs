using System.Collections.Generic;

namespace SeizureIntel.Validation.Methods.Associations;

/// <summary>Items that occur together.</summary>
/// <param name="Items">Items in ordinal order.</param>
/// <param name="Count">Records that hold all of them.</param>
public sealed record Itemset(IReadOnlyList<string> Items, int Count);
