using System.Collections.Generic;

namespace SeizureIntel.Submissions;

/// <summary>What a rebuild brought into the index.</summary>
/// <param name="Seizures">Seizures indexed.</param>
/// <param name="Refused">Seizures that it did not take.</param>
public sealed record RebuiltIndex(int Seizures, IReadOnlyList<RefusedSeizure> Refused);
