namespace SeizureIntel.Queries;

/// <summary>The time a tabulation is split by.</summary>
public enum Bucket
{
    /// <summary>Not split by time.</summary>
    None,

    /// <summary>Day; the key is <c>YYYY-MM-DD</c>.</summary>
    Day,

    /// <summary>ISO week; the key is its Monday.</summary>
    Week,

    /// <summary>Calendar month; the key is <c>YYYY-MM</c>.</summary>
    Month,

    /// <summary>Calendar year; the key is <c>YYYY</c>.</summary>
    Year,
}
