using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;

namespace SeizureIntel.Storage.Settings;

/// <summary>The section <c>Storage</c> of the configuration: where and how the truth is kept.</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Storage";

    /// <summary>The engine; SQLite unless set.</summary>
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>How to reach the database; null for the file <c>seizures.db</c> in the data folder.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>How long a writer waits for another one to end, seconds, 1 to 86 400. A large submission is one transaction, so the default is an
    /// hour.</summary>
    [Range(1, 86_400)]
    public int BusyTimeoutSeconds { get; init; } = 3600;

    /// <summary>Cases that the index takes at once, 1 to 100 000.</summary>
    [Range(1, 100_000)]
    public int OutboxBatchCases { get; init; } = 8192;

    /// <summary>How long an outbox batch belongs to the process that leased it, seconds, 1 to 86 400.</summary>
    [Range(1, 86_400)]
    public int LeaseSeconds { get; init; } = 120;

    /// <summary>Failed attempts after which an outbox batch is parked, 1 to 100.</summary>
    [Range(1, 100)]
    public int OutboxAttempts { get; init; } = 5;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Provider))
        {
            yield return new("Storage:Provider is none of the known engines; use Sqlite.", [nameof(Provider)]);
        }
        else if (Provider == StorageProvider.SqlServer)
        {
            yield return new(
                "Storage:Provider is SqlServer, which this build does not contain; set it to Sqlite or leave it out.",
                [nameof(Provider)]
            );
        }
    }
}
