using System;

namespace SeizureIntel.Values;

/// <summary>The date of a seizure with the precision the source gave.</summary>
/// <param name="Start">The day, or the first day of the month, quarter or year stated.</param>
/// <param name="Precision">How much of <paramref name="Start"/> the source said.</param>
public readonly record struct SeizureDate(DateOnly Start, DatePrecision Precision);
