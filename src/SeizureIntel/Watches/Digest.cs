namespace SeizureIntel.Watches;

/// <summary>How often a watch tells. In JSON and on screen the name is written in snake_case.</summary>
public enum Digest
{
    /// <summary>As soon as new matches can be searched, but for its cooldown.</summary>
    AtOnce,

    /// <summary>Once a day at most, from six in the morning UTC.</summary>
    Daily,

    /// <summary>Once a week at most, from six on Monday morning UTC.</summary>
    Weekly,
}
