namespace SeizureIntel.Queries;

/// <summary>What a tabulation counts.</summary>
public enum Measure
{
    /// <summary>Seizures.</summary>
    Count,

    /// <summary>Distinct cases.</summary>
    Cases,

    /// <summary>Quantity, a sum for each unit; outlier quantities are left out and counted.</summary>
    Quantity,
}
