using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Decisions;

/// <summary>The flags of values that look wrong, and what an analyst's keeping makes of them.</summary>
/// <remarks>A kept flag no longer keeps an amount out of sums; what it was can be read from it, so that keeping is undone.</remarks>
public static class OutlierFlag
{
    private const string KeptEnd = "_KEPT";

    /// <summary>The flags that intake sets, each open until somebody decides.</summary>
    public static IReadOnlyList<string> Open { get; } = ["QTY_EXTREME", "UNIT_SUSPECT", "DATE_FUTURE", "VALUE_EXTREME"];

    /// <summary>The flags after an analyst kept the values: <c>QTY_EXTREME</c> becomes <c>QTY_EXTREME_KEPT</c>.</summary>
    public static IReadOnlyList<string> Keep(IEnumerable<string> flags) => [.. flags.Select(f => IsKept(f) ? f : f + KeptEnd)];

    /// <summary>The flags as intake set them.</summary>
    public static IReadOnlyList<string> Reopen(IEnumerable<string> flags) => [.. flags.Select(f => IsKept(f) ? f[..^KeptEnd.Length] : f)];

    private static bool IsKept(string flag) => flag.EndsWith(KeptEnd, StringComparison.Ordinal);
}
