namespace SeizureIntel.Cases;

/// <summary>The part a place plays in the movement of the goods, in the order of the movement.</summary>
public enum LegRole
{
    /// <summary>Where the goods were produced.</summary>
    Origin,

    /// <summary>Where the movement began.</summary>
    Departure,

    /// <summary>Passed through on the way.</summary>
    Transit,

    /// <summary>Where the goods were found.</summary>
    Discovery,

    /// <summary>Where the goods were going.</summary>
    Destination,
}
