namespace SeizureIntel.Validation.Methods.Rates;

/// <summary>What happened to a route.</summary>
public enum RouteChangeKind
{
    /// <summary>No change beyond chance.</summary>
    Steady,

    /// <summary>First events, more than chance and siblings explain.</summary>
    New,

    /// <summary>At least twice the earlier rate.</summary>
    Emerging,

    /// <summary>At most half the earlier rate.</summary>
    Declining,

    /// <summary>No event where at least 3 were expected.</summary>
    Extinct,

    /// <summary>No event, but too few were expected to say anything.</summary>
    Silent,
}
