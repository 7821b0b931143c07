namespace SeizureIntel.Analytics.Counting;

/// <summary>A reporter's seizures of some time: all of them, and those in which a field is known.</summary>
/// <param name="Known">Seizures with the field known, a period on average.</param>
/// <param name="All">Seizures, a period on average.</param>
internal readonly record struct FieldFilling(double Known, double All)
{
    // A field that is filled twice or half as often is filled by another rule.
    private const double Doubled = 2;
    private const double Mostly = 0.5;

    /// <summary>
    /// True where the reporter began or ceased to state the field: the known seizures rose (fell) from one time to the other with the share in which
    /// it is known,
    /// twice (half) as high at least, and the reporter's seizures as a whole by less than half of that. Then every count that needs the field moved
    /// with it, whatever was smuggled.
    /// </summary>
    /// <param name="before">The earlier time.</param>
    /// <param name="now">The later time.</param>
    /// <param name="isRise">Whether a rise is to be explained; false for a fall.</param>
    public static bool Explains(FieldFilling before, FieldFilling now, bool isRise)
    {
        // Half a seizure known of one keeps the share of a time without any between zero and one.
        double change = now.Share / before.Share,
            more = now.Known - before.Known,
            rest = Mostly * more;
        return isRise
            ? change >= Doubled && more > 0 && now.All - before.All < rest
            : change <= 1 / Doubled && more < 0 && now.All - before.All > rest;
    }

    private double Share => (Known + 0.5) / (All + 1);
}
