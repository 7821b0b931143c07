using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Ports;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Settings;

namespace SeizureIntel.Storage.Keeping;

/// <summary>The truth on one engine: its ports, and the schema that they share.</summary>
public sealed class Store
{
    private readonly Schema _schema;

    internal Store(StoreDialect dialect, StorageOptions options, TimeProvider time, ILoggerFactory? loggers, LeaseOwner owner)
    {
        ILogger log = loggers is null ? NullLogger.Instance : loggers.CreateLogger("SeizureIntel.Storage");
        var database = new Database(dialect);
        _schema = new(dialect, log);
        Submissions = new SubmissionStore(database, options, time, log);
        Outbox = new Outbox(database, options, time, log, owner);
        Products = new ProductStore(database);
    }

    /// <summary>What came in.</summary>
    public ISubmissionStore Submissions { get; }

    /// <summary>What the index has not confirmed of it.</summary>
    public IOutbox Outbox { get; }

    /// <summary>What people made of it.</summary>
    public IProductStore Products { get; }

    /// <summary>Brings the schema to this version; safe to call at every start and by several processes at once.</summary>
    /// <returns>Names of the migrations applied, oldest first; empty when there was nothing to do.</returns>
    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) => _schema.MigrateAsync(cancellationToken);
}
