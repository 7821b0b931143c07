using System.Collections.Generic;

namespace SeizureIntel.Analytics.Findings.Stories;

/// <summary>What lies under a finding: its cases, and who reported them.</summary>
/// <param name="Cases">Cases of its evidence.</param>
/// <param name="Reporters">Seizures of its evidence by reporting country.</param>
public sealed record FindingSources(CaseSet Cases, IReadOnlyDictionary<string, int> Reporters);
