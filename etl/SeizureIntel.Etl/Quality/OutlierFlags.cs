namespace SeizureIntel.Etl.Quality;

/// <summary>The flags a seizure may bear.</summary>
internal static class OutlierFlags
{
    /// <summary>The amount is beyond anything plausible; it stays in counts and is left out of sums.</summary>
    public const string QuantityExtreme = "QTY_EXTREME";

    /// <summary>The unit does not fit the product.</summary>
    public const string UnitSuspect = "UNIT_SUSPECT";

    /// <summary>The seizure would have happened after the submission was received.</summary>
    public const string DateFuture = "DATE_FUTURE";

    /// <summary>The value in money is beyond anything plausible.</summary>
    public const string ValueExtreme = "VALUE_EXTREME";
}
