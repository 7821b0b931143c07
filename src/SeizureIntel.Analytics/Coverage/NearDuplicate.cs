using System.Collections.Generic;

namespace SeizureIntel.Analytics.Coverage;

/// <summary>Two cases of different files that may be one.</summary>
/// <param name="Earlier">The one received first.</param>
/// <param name="Later">The one received after it.</param>
/// <param name="Probability">Probability that they are the same, 0 to 1.</param>
/// <param name="Same">Fields in which they agree, by name.</param>
/// <param name="Different">Fields in which they differ, by name; those that one of them does not state are in neither list.</param>
public sealed record NearDuplicate(
    RecordAt Earlier,
    RecordAt Later,
    double Probability,
    IReadOnlyList<string> Same,
    IReadOnlyList<string> Different
);
