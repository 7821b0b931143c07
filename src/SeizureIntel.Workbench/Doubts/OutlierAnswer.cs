using System.Collections.Generic;
using SeizureIntel.Workbench.Search;

namespace SeizureIntel.Workbench.Doubts;

/// <summary>A seizure with a value far off.</summary>
/// <param name="Seizure">The seizure.</param>
/// <param name="Flags">What is off: QTY_EXTREME, UNIT_SUSPECT, VALUE_EXTREME, DATE_FUTURE.</param>
public sealed record OutlierAnswer(SearchHit Seizure, IReadOnlyList<string> Flags);
