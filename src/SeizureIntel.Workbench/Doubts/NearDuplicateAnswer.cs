using System.Collections.Generic;
using SeizureIntel.Workbench.Search;

namespace SeizureIntel.Workbench.Doubts;

/// <summary>Two cases that may be one.</summary>
/// <param name="Earlier">The first seizure of the case received first.</param>
/// <param name="Later">The first seizure of the one received after it.</param>
/// <param name="Probability">Probability that they are the same, 0.5 to 1.</param>
/// <param name="Same">Fields in which they agree, as they are called.</param>
/// <param name="Different">Fields in which they differ, as they are called.</param>
public sealed record NearDuplicateAnswer(
    SearchHit Earlier,
    SearchHit Later,
    double Probability,
    IReadOnlyList<string> Same,
    IReadOnlyList<string> Different
);
