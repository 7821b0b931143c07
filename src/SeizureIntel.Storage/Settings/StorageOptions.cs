using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.IO;

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

    /// <summary>A file that holds the connection string, for one with a password; null for none.</summary>
    public string? ConnectionStringFile { get; init; }

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

    /// <summary>The connection string, wherever it is stated; null where it is not.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public string? Connection() => ConnectionString ?? (ConnectionStringFile is { } file ? File.ReadAllText(file).Trim() : null);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Provider))
            yield return new("Storage:Provider is none of the known engines; use Sqlite or SqlServer.", [nameof(Provider)]);
        if (ConnectionString is not null && ConnectionStringFile is not null)
        {
            yield return new(
                "Storage:ConnectionString and Storage:ConnectionStringFile are both set; state one of them.",
                [nameof(ConnectionStringFile)]
            );
        }

        if (ConnectionStringFile is not null && !File.Exists(ConnectionStringFile))
        {
            yield return new(
                $"Storage:ConnectionStringFile is {ConnectionStringFile}, which is no file that can be read.",
                [nameof(ConnectionStringFile)]
            );
        }

        if (Provider == StorageProvider.SqlServer && ConnectionString is null && ConnectionStringFile is null)
        {
            yield return new(
                "Storage:Provider is SqlServer, which needs Storage:ConnectionString or Storage:ConnectionStringFile.",
                [nameof(ConnectionString)]
            );
        }
    }
}
