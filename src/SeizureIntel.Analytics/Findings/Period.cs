using System;

namespace SeizureIntel.Analytics.Findings;

/// <summary>The window a figure is about.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Bucket">week, month, quarter or year where the window is one such; null otherwise.</param>
public sealed record Period(DateOnly From, DateOnly To, string? Bucket = null);
