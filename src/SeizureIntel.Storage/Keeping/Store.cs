using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;

namespace SeizureIntel.Storage.Keeping;

/// <summary>The truth on one engine: its ports, and the schemas below them.</summary>
public sealed class Store
{
    private readonly IReadOnlyList<Schema> _schemas;

    internal Store(
        IReadOnlyList<Schema> schemas,
        Database database,
        ISubmissionStore submissions,
        IOutbox outbox,
        IProductStore products,
        ISourceStore sources,
        IAccountStore accounts,
        IAuditLog audit
    ) =>
        (_schemas, Database, Submissions, Outbox, Products, Sources, Accounts, Audit) = (
            schemas,
            database,
            submissions,
            outbox,
            products,
            sources,
            accounts,
            audit
        );

    /// <summary>Where what came in lies.</summary>
    internal Database Database { get; }

    /// <summary>What came in.</summary>
    public ISubmissionStore Submissions { get; }

    /// <summary>What the index has not confirmed of it.</summary>
    public IOutbox Outbox { get; }

    /// <summary>What people made of it.</summary>
    public IProductStore Products { get; }

    /// <summary>The formats they accepted.</summary>
    public ISourceStore Sources { get; }

    /// <summary>People, offices and keys.</summary>
    public IAccountStore Accounts { get; }

    /// <summary>Who asked and did what.</summary>
    public IAuditLog Audit { get; }

    /// <summary>Brings the schema to this version; safe to call at every start and by several processes at once.</summary>
    /// <returns>Names of the migrations applied, oldest first; empty when there was nothing to do.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        var applied = new List<string>();
        foreach (Schema schema in _schemas)
            applied.AddRange(await schema.MigrateAsync(cancellationToken).ConfigureAwait(false));
        return applied;
    }
}
