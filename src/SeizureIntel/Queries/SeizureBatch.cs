using System;
using System.Collections.Generic;

namespace SeizureIntel.Queries;

/// <summary>Some of the seizures of a query as columns, in the order they were received.</summary>
public sealed record SeizureBatch
{
    /// <summary>Seizures in the batch.</summary>
    public required int Count { get; init; }

    /// <summary>Seizure date as <see cref="DateOnly.DayNumber"/>, one a seizure.</summary>
    public required ReadOnlyMemory<int> Days { get; init; }

    /// <summary>Number of the case, the same for the seizures of one case within one reading; another reading may number anew.</summary>
    public required ReadOnlyMemory<int> Cases { get; init; }

    /// <summary>Coded fields asked for.</summary>
    public required IReadOnlyDictionary<string, SeizureColumn> Coded { get; init; }

    /// <summary>Numeric and date fields asked for (dates as day number); NaN where there is none.</summary>
    public required IReadOnlyDictionary<string, ReadOnlyMemory<double>> Numbers { get; init; }

    /// <summary>Text fields asked for; null where there is none.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string?>> Texts { get; init; }
}
