namespace SeizureIntel.Values;

/// <summary>How exactly the source gave a date; nothing is made more precise than that.</summary>
public enum DatePrecision
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A month; the date kept is its first day.</summary>
    Month,

    /// <summary>A quarter; the date kept is its first day.</summary>
    Quarter,

    /// <summary>A year; the date kept is 1 January.</summary>
    Year,
}
